/** Estonian and Lithuanian personal codes: sex and century, birth date, serial, check digit by 11 in two rounds. */
import type { Recognizer } from "../../recognizer.ts";
import { isMonthDay, two } from "../check/calendar.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1];
const SECOND = [3, 4, 5, 6, 7, 8, 9, 1, 2, 3];

export const eeLtId: Recognizer = numberId({
  name: "ee-lt-id",
  type: "GOVERNMENT_ID",
  forms: { "11": 0.6 },
  validation: "checksum",
  words: ["isikukood", "isikukoodi", "asmens kodas", "asmens kodo", "personal code", "ak"],
  check(digits, from) {
    const first = digits[from] ?? 0;
    if (first < 1 || first > 6 || !isMonthDay(two(digits, from + 3), two(digits, from + 5))) return false;
    let rest = weighted(digits, from, FIRST) % 11;
    if (rest === 10) rest = (weighted(digits, from, SECOND) % 11) % 10;
    return rest === digits[from + 10];
  },
});
