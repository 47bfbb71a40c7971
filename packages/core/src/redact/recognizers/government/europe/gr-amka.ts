/** Greek social security numbers (AMKA: birth date, serial, Luhn) and tax numbers (AFM: nine digits by 11). */
import type { Recognizer } from "../../recognizer.ts";
import { isMonthDay, two } from "../check/calendar.ts";
import { luhn } from "../check/luhn.ts";
import { isSpread } from "../check/spread.ts";
import { weighted } from "../check/weighted.ts";
import { anyOf } from "../form/any-of.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [256, 128, 64, 32, 16, 8, 4, 2];

export const grAmka: Recognizer = anyOf("gr-amka", [
  numberId({
    name: "gr-amka",
    type: "GOVERNMENT_ID",
    forms: { "11": 0.5 },
    validation: "checksum",
    words: ["amka", "αμκα", "ΑΜΚΑ"],
    check: (digits, from) => isMonthDay(two(digits, from + 2), two(digits, from)) && luhn(digits, from, 11),
  }),
  numberId({
    name: "gr-amka",
    type: "GOVERNMENT_ID",
    forms: { "9": 0.1 },
    validation: "checksum",
    words: ["αφμ", "ΑΦΜ", "afm", "α.φ.μ", "Α.Φ.Μ"],
    check: (digits, from) =>
      isSpread(digits, from, 9) && (weighted(digits, from, WEIGHTS) % 11) % 10 === digits[from + 8],
  }),
]);
