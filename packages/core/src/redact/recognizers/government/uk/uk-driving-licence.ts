/**
 * UK driving licence numbers: five of the surname (9 fills up), decade, month (+50 for women), day,
 * year, initials, and three more (DVLA).
 */
import type { Recognizer } from "../../recognizer.ts";
import { isMonthDay } from "../check/calendar.ts";
import { shapeId } from "../form/shape-id.ts";

export const ukDrivingLicence: Recognizer = shapeId({
  name: "uk-driving-licence",
  type: "DRIVING_LICENCE",
  forms: { NNNNN9M9999IIXAA: 0.85, "AAAAA 9M9999 IIXAA": 0.85, "AAAAA 9M9999 IIX AA": 0.85 },
  classes: { N: "ABCDEFGHIJKLMNOPQRSTUVWXYZ9", M: "0156", I: "ABCDEFGHIJKLMNOPQRSTUVWXYZ9" },
  validation: "structure",
  words: ["driving", "driver*", "licence", "license", "dvla"],
  check(value) {
    if (!/^[A-Z]+9*$/.test(value.slice(0, 5)) || !/^[A-Z][A-Z9]$/.test(value.slice(11, 13))) return false;
    const month = Number(value.slice(6, 8)) % 50;
    return isMonthDay(month, Number(value.slice(8, 10)));
  },
});
