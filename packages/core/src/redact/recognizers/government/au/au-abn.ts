/** Australian business numbers: eleven digits, one taken from the first, modulus 89 (Australian Business Register). */
import type { Recognizer } from "../../recognizer.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];

export const auAbn: Recognizer = numberId({
  name: "au-abn",
  type: "AU_ABN",
  forms: { "2 3 3 3": 0.9, "2-3-3-3": 0.8, "11": 0.6 },
  validation: "checksum",
  words: ["abn", "australian business number", "business number"],
  check: (digits, from) => digits[from] !== 0 && (weighted(digits, from, WEIGHTS) - 10) % 89 === 0,
});
