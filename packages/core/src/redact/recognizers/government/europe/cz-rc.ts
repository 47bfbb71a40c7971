/** Czech and Slovak birth numbers: date (month + 50 for women), a slash, four digits, all divisible by 11. */
import type { Recognizer } from "../../recognizer.ts";
import { isMonthDay, two } from "../check/calendar.ts";
import { less } from "../check/less.ts";
import { numberId } from "../form/number-id.ts";

export const czRc: Recognizer = numberId({
  name: "cz-rc",
  type: "GOVERNMENT_ID",
  forms: { "6/4": 0.95, "10": 0.3, "6 4": 0.4 },
  validation: "checksum",
  words: ["rodné číslo", "rodne cislo", "r.č", "rodné č", "birth number", "rč"],
  check(digits, from) {
    // 20 more when a day's numbers had run out.
    const month = less(two(digits, from + 2), 20, 50, 70);
    if (!isMonthDay(month, two(digits, from + 4))) return false;
    let rest = 0;
    for (let index = 0; index < 10; index += 1) rest = (rest * 10 + (digits[from + index] ?? 0)) % 11;
    return rest === 0;
  },
});
