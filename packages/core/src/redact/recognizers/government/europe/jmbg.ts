/** Personal numbers of the states that were Yugoslavia (JMBG, EMŠO): birth date, place, serial, check digit by 11. */
import type { Recognizer } from "../../recognizer.ts";
import { isMonthDay, two } from "../check/calendar.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

export const jmbg: Recognizer = numberId({
  name: "jmbg",
  type: "GOVERNMENT_ID",
  forms: { "13": 0.55 },
  validation: "checksum",
  words: ["jmbg", "emšo", "emso", "матични број", "јмбг", "ЈМБГ", "embg", "matični broj"],
  check(digits, from) {
    // The year has three digits: 800 to 999 and 000 to 029.
    const thousand = digits[from + 4] ?? 0;
    if (
      !isMonthDay(two(digits, from + 2), two(digits, from)) ||
      (thousand !== 9 && thousand !== 8 && thousand !== 0)
    ) {
      return false;
    }
    const rest = weighted(digits, from, WEIGHTS) % 11;
    return rest !== 1 && (rest === 0 ? 0 : 11 - rest) === digits[from + 12];
  },
});
