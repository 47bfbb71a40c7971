/** Romanian CNP: sex and century, date, county, serial, check digit by 11. */
import type { Recognizer } from "../../recognizer.ts";
import { isMonthDay, two } from "../check/calendar.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9];

export const roCnp: Recognizer = numberId({
  name: "ro-cnp",
  type: "GOVERNMENT_ID",
  forms: { "13": 0.5 },
  validation: "checksum",
  words: ["cnp", "cod numeric personal", "codul numeric"],
  check(digits, from) {
    if (digits[from] === 0 || !isMonthDay(two(digits, from + 3), two(digits, from + 5))) return false;
    const county = two(digits, from + 7);
    if (county === 0 || county > 52) return false;
    const rest = weighted(digits, from, WEIGHTS) % 11;
    return (rest === 10 ? 1 : rest) === digits[from + 12];
  },
});
