/** UK unique taxpayer references: ten digits, the first checks the others (HMRC, modulus 11). */
import type { Recognizer } from "../../recognizer.ts";
import { isSpread } from "../check/spread.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [6, 7, 8, 9, 10, 5, 4, 3, 2];
const CHECKS = "21987654321";

export const ukUtr: Recognizer = numberId({
  name: "uk-utr",
  type: "GOVERNMENT_ID",
  forms: { "10": 0.2, "5 5": 0.3 },
  validation: "checksum",
  words: [
    "utr",
    "unique taxpayer",
    "taxpayer reference",
    "tax reference",
    "self assessment",
    "self-assessment",
  ],
  check: (digits, from) =>
    Number(CHECKS[weighted(digits, from + 1, WEIGHTS) % 11]) === digits[from] && isSpread(digits, from, 10),
});
