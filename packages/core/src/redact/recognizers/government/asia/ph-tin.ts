/** Philippine tax numbers: nine digits and a branch of three or five, grouped in threes; a word decides (BIR). */
import type { Recognizer } from "../../recognizer.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2];

export const phTin: Recognizer = numberId({
  name: "ph-tin",
  type: "GOVERNMENT_ID",
  forms: { "3-3-3-3": 0.2, "3-3-3-5": 0.2, "3-3-3": 0.2, "12": 0.1, "9": 0.1 },
  validation: "checksum",
  withContext: 0.9,
  words: ["tin", "bir", "taxpayer", "tax identification"],
  // The ninth digit checks the first eight. The rule is not published; this one fits the numbers in print.
  check: (digits, from) => (weighted(digits, from, WEIGHTS) % 11) % 10 === digits[from + 8],
});
