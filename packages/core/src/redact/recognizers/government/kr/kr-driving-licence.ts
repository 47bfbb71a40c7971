/** South Korean driving licences: region 11 to 28, year, serial, two more (Road Traffic Authority). */
import type { Recognizer } from "../../recognizer.ts";
import { two } from "../check/calendar.ts";
import { numberId } from "../form/number-id.ts";

export const krDrivingLicence: Recognizer = numberId({
  name: "kr-driving-licence",
  type: "DRIVING_LICENCE",
  forms: { "2-2-6-2": 0.7, "12": 0.1 },
  validation: "structure",
  withContext: 0.9,
  words: [
    "운전면허*",
    "운전면허번호*",
    "면허번호*",
    "driver's license",
    "driving license",
    "driver license",
    "licence",
    "license",
  ],
  check: (digits, from) => two(digits, from) >= 11 && two(digits, from) <= 28 && two(digits, from) !== 27,
});
