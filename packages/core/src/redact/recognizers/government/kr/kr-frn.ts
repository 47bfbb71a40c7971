/** South Korean registration numbers of foreigners: as residents' numbers, with 5 to 8 for sex and century. */
import type { Recognizer } from "../../recognizer.ts";
import { isMonthDay, two } from "../check/calendar.ts";
import { numberId } from "../form/number-id.ts";

export const krFrn: Recognizer = numberId({
  name: "kr-frn",
  type: "GOVERNMENT_ID",
  forms: { "6-7": 0.7, "13": 0.2 },
  validation: "structure",
  withContext: 0.95,
  words: [
    "frn",
    "arc",
    "외국인등록번호*",
    "registration number",
    "alien registration",
    "foreigner registration",
    "registration card",
  ],
  check(digits, from) {
    const sex = digits[from + 6] ?? 0;
    return sex >= 5 && sex <= 8 && isMonthDay(two(digits, from + 2), two(digits, from + 4));
  },
});
