/** Australian tax file numbers: nine digits (eight in old ones), modulus 11 (ATO). */
import type { Recognizer } from "../../recognizer.ts";
import { isSpread } from "../check/spread.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [1, 4, 3, 7, 5, 8, 6, 9, 10];
const OLD = [10, 7, 8, 4, 6, 3, 5, 1];

export const auTfn: Recognizer = numberId({
  name: "au-tfn",
  type: "AU_TFN",
  forms: { "9": 0.2, "3 3 3": 0.4, "3-3-3": 0.3, "8": 0, "3 3 2": 0 },
  validation: "checksum",
  words: ["tfn", "tax file", "taxfile", "tax_file_number"],
  check: (digits, from, size) =>
    weighted(digits, from, size === 9 ? WEIGHTS : OLD) % 11 === 0 && isSpread(digits, from, size),
});
