/** Austrian social insurance numbers: serial, check digit by 11, birth date (section 31 ASVG). */
import type { Recognizer } from "../../recognizer.ts";
import { isMonthDay, two } from "../check/calendar.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [3, 7, 9, 0, 5, 8, 4, 2, 1, 6];

export const atSvnr: Recognizer = numberId({
  name: "at-svnr",
  type: "GOVERNMENT_ID",
  forms: { "4 6": 0.8, "4-6": 0.7, "10": 0.3, "4/6": 0.6 },
  validation: "checksum",
  words: [
    "svnr",
    "sv-nr",
    "sv-nummer",
    "sozialversicherungsnummer",
    "versicherungsnummer",
    "e-card",
    "ecard",
  ],
  check: (digits, from) =>
    digits[from] !== 0 &&
    // Months above 12 stand for days that have run out of numbers.
    isMonthDay(Math.min(two(digits, from + 6), 12), two(digits, from + 4)) &&
    two(digits, from + 6) <= 15 &&
    weighted(digits, from, WEIGHTS) % 11 === digits[from + 3],
});
