/** Danish CPR numbers: date and four digits. Since 2007 not all fit modulus 11, so the form and a word decide (CPR-kontoret). */
import type { Recognizer } from "../../recognizer.ts";
import { isMonthDay, two } from "../check/calendar.ts";
import { numberId } from "../form/number-id.ts";

export const dkCpr: Recognizer = numberId({
  name: "dk-cpr",
  type: "GOVERNMENT_ID",
  forms: { "6-4": 0.5, "10": 0.1, "6 4": 0.3 },
  validation: "structure",
  withContext: 0.92,
  words: ["cpr", "cpr-nr", "cpr-nummer", "cprnr", "personnummer", "danish id", "sundhedskort"],
  check: (digits, from) => isMonthDay(two(digits, from + 2), two(digits, from)),
});
