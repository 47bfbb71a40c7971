/**
 * German pension insurance numbers: area, birth date (day, or day + 50), first letter of the birth
 * name, serial, check digit over cross sums (section 2 VKVV).
 */
import type { Recognizer } from "../../recognizer.ts";
import { isMonthDay } from "../check/calendar.ts";
import { digitsOf } from "../check/digits-of.ts";
import { shapeId } from "../form/shape-id.ts";

const WEIGHTS = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];

export const deSocialSecurity: Recognizer = shapeId({
  name: "de-social-security",
  type: "GOVERNMENT_ID",
  forms: { "99~999999~A~999": 0.9, "99~99~99~99~A~99~9": 0.9 },
  validation: "checksum",
  anyCase: true,
  words: [
    "rentenversicherung*",
    "sozialversicherung*",
    "sv-nummer",
    "svnr",
    "rvnr",
    "rentenversicherungsnummer",
    "versicherungsnummer",
  ],
  check(value) {
    const day = Number(value.slice(2, 4)) % 50;
    if (!isMonthDay(Number(value.slice(4, 6)), day)) return false;
    const letter = String(value.charCodeAt(8) - 64).padStart(2, "0");
    const digits = digitsOf(value.slice(0, 8) + letter + value.slice(9, 11));
    const sum = digits.reduce((total, digit, index) => {
      const product = digit * (WEIGHTS[index] ?? 0);
      return total + Math.floor(product / 10) + (product % 10);
    }, 0);
    return sum % 10 === Number(value[11]);
  },
});
