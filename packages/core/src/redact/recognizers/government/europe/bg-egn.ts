/** Bulgarian EGN: date (month + 20 or + 40 for other centuries), serial, check digit by 11 (GRAO). */
import type { Recognizer } from "../../recognizer.ts";
import { isMonthDay, two } from "../check/calendar.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [2, 4, 8, 5, 10, 9, 7, 3, 6];

export const bgEgn: Recognizer = numberId({
  name: "bg-egn",
  type: "GOVERNMENT_ID",
  forms: { "10": 0.3 },
  validation: "checksum",
  words: ["egn", "егн", "ЕГН", "единен граждански", "unified civil number"],
  check: (digits, from) =>
    isMonthDay(two(digits, from + 2) % 20, two(digits, from + 4)) &&
    (weighted(digits, from, WEIGHTS) % 11) % 10 === digits[from + 9],
});
