/** Japanese individual numbers (My Number): twelve digits, the last a check digit by 11 (ordinance 85 of 2014). */
import type { Recognizer } from "../../recognizer.ts";
import { isSpread } from "../check/spread.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

export const jpMyNumber: Recognizer = numberId({
  name: "jp-my-number",
  type: "GOVERNMENT_ID",
  forms: { "12": 0.3, "4 4 4": 0.4, "4-4-4": 0.4 },
  validation: "checksum",
  words: ["マイナンバー*", "個人番号*", "my number", "mynumber", "individual number"],
  check(digits, from) {
    const rest = weighted(digits, from, WEIGHTS) % 11;
    return isSpread(digits, from, 12) && (rest <= 1 ? 0 : 11 - rest) === digits[from + 11];
  },
});
