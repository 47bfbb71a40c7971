/**
 * South Korean resident (RRN) and foreigner (FRN) numbers: birth date, then 1-4 or 5-8 for sex and
 * century. Only those given out before October 2020 carry a check digit, so the form must be enough.
 */
import type { Recognizer } from "../../recognizer.ts";
import { isMonthDay, two } from "../check/calendar.ts";
import { anyOf } from "../form/any-of.ts";
import { numberId } from "../form/number-id.ts";

const words = [
  "rrn", "frn", "arc", "주민등록번호", "주민번호", "외국인등록번호", "resident registration", "registration number", "korean id", "alien registration", "foreigner registration",
];
const isBirth = (digits: ArrayLike<number>, from: number): boolean => isMonthDay(two(digits, from + 2), two(digits, from + 4));

export const krRrn: Recognizer = anyOf("kr-rrn", [
  numberId({
    name: "kr-rrn",
    type: "KR_RRN",
    forms: { "6-7": 0.8, "13": 0.3 },
    validation: "structure",
    withContext: 0.95,
    words,
    check: (digits, from) => (digits[from + 6] ?? 0) >= 1 && (digits[from + 6] ?? 0) <= 4 && isBirth(digits, from),
  }),
  numberId({
    name: "kr-rrn",
    type: "KR_RRN",
    forms: { "6-7": 0.7, "13": 0.2 },
    validation: "structure",
    withContext: 0.95,
    words,
    check: (digits, from) => (digits[from + 6] ?? 0) >= 5 && (digits[from + 6] ?? 0) <= 8 && isBirth(digits, from),
  }),
]);
