/** Australian Medicare numbers: the first 2 to 6, the ninth checks the first eight, the tenth counts cards. */
import type { Recognizer } from "../../recognizer.ts";
import { isSpread } from "../check/spread.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9];

export const auMedicare: Recognizer = numberId({
  name: "au-medicare",
  type: "AU_MEDICARE",
  forms: { "4 5 1": 0.8, "4-5-1": 0.7, "10": 0.2, "11": 0 },
  validation: "checksum",
  words: ["medicare", "medicare number", "medicare card"],
  check(digits, from, size) {
    const first = digits[from] ?? 0;
    return (
      first >= 2 &&
      first <= 6 &&
      weighted(digits, from, WEIGHTS) % 10 === digits[from + 8] &&
      digits[from + 9] !== 0 &&
      isSpread(digits, from, size)
    );
  },
});
