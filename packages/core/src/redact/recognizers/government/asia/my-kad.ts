/** Malaysian MyKad and Indonesian NIK: date, place, serial; no check digit. */
import type { Recognizer } from "../../recognizer.ts";
import { isMonthDay, two } from "../check/calendar.ts";
import { less } from "../check/less.ts";
import { anyOf } from "../form/any-of.ts";
import { numberId } from "../form/number-id.ts";

export const myKad: Recognizer = anyOf("my-kad", [
  numberId({
    name: "my-kad",
    type: "GOVERNMENT_ID",
    forms: { "6-2-4": 0.75, "12": 0.1 },
    validation: "structure",
    withContext: 0.92,
    words: ["mykad", "nric", "kad pengenalan", "ic number", "ic no", "no. kp", "malaysian ic", "no kp"],
    check: (digits, from) =>
      isMonthDay(two(digits, from + 2), two(digits, from + 4)) && two(digits, from + 6) !== 0,
  }),
  numberId({
    name: "my-kad",
    type: "GOVERNMENT_ID",
    forms: { "16": 0.2 },
    validation: "structure",
    withContext: 0.92,
    words: ["nik", "ktp", "nomor induk kependudukan", "no ktp", "nomor ktp"],
    check: (digits, from) =>
      two(digits, from) >= 11 && isMonthDay(two(digits, from + 8), less(two(digits, from + 6), 40)),
  }),
]);
