/** South African identity numbers: birth date, sex, citizenship (0, 1 or 2), a digit, Luhn (Home Affairs). */
import type { Recognizer } from "../../recognizer.ts";
import { isMonthDay, two } from "../check/calendar.ts";
import { luhn } from "../check/luhn.ts";
import { numberId } from "../form/number-id.ts";

export const zaId: Recognizer = numberId({
  name: "za-id",
  type: "ZA_ID",
  forms: { "13": 0.55, "6 4 2 1": 0.9, "6 4 3": 0.85, "6-4-3": 0.8, "6 4 1 2": 0.8 },
  validation: "checksum",
  words: [
    "south african",
    "rsa id",
    "sa id",
    "identity number",
    "id number",
    "id no",
    "permanent resident",
    "id nommer",
    "identiteitsnommer",
  ],
  check: (digits, from) =>
    isMonthDay(two(digits, from + 2), two(digits, from + 4)) &&
    (digits[from + 10] ?? 9) <= 2 &&
    luhn(digits, from, 13),
});
