/**
 * South Korean resident numbers: birth date, then 1 to 4 for sex and century. Only those given out
 * before October 2020 carry a check digit, so the form must be enough.
 */
import type { Recognizer } from "../../recognizer.ts";
import { isMonthDay, two } from "../check/calendar.ts";
import { numberId } from "../form/number-id.ts";

export const krRrn: Recognizer = numberId({
  name: "kr-rrn",
  type: "KR_RRN",
  forms: { "6-7": 0.8, "13": 0.3 },
  validation: "structure",
  withContext: 0.95,
  words: ["rrn", "주민등록번호*", "주민번호*", "resident registration", "registration number", "korean id"],
  check(digits, from) {
    const sex = digits[from + 6] ?? 0;
    return sex >= 1 && sex <= 4 && isMonthDay(two(digits, from + 2), two(digits, from + 4));
  },
});
