/** UK NHS numbers: ten digits, modulus 11 (NHS Data Dictionary). */
import type { Recognizer } from "../../recognizer.ts";
import { isSpread } from "../check/spread.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

export const ukNhs: Recognizer = numberId({
  name: "uk-nhs",
  type: "UK_NHS",
  // In groups of 3-3-4 it looks like a telephone number of North America.
  forms: { "10": 0.3, "3 3 4": 0.4, "3-3-4": 0.3 },
  validation: "checksum",
  words: ["nhs", "national health", "health service", "nhsnumber", "nhs_number", "chi number"],
  check: (digits, from) => weighted(digits, from, WEIGHTS) % 11 === 0 && isSpread(digits, from, 10),
});
