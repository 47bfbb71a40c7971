/**
 * Thai identity numbers: thirteen digits, the first 1 to 8, then province and district; modulus 11
 * (Department of Provincial Administration). As 1-2345-67890-12-3, or in one piece.
 */
import type { Recognizer } from "../../recognizer.ts";
import { two } from "../check/calendar.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2];

export const thTnin: Recognizer = numberId({
  name: "th-tnin",
  type: "TH_TNIN",
  forms: { "1-4-5-2-1": 0.95, "1 4 5 2 1": 0.9, "13": 0.4 },
  validation: "checksum",
  words: [
    "เลขประจำตัวประชาชน*",
    "เลขบัตรประชาชน*",
    "บัตรประชาชน*",
    "ประชาชน*",
    "thai national",
    "thai id",
    "tnin",
    "citizen id",
    "national id",
  ],
  check(digits, from) {
    const first = digits[from] ?? 0;
    if (first === 0 || first > 8) return false;
    const place = two(digits, from + 1);
    // Provinces are 10 to 97, with holes at the end of each region.
    if (place < 10 || [28, 29, 59, 68, 69, 78, 79, 87, 88, 89].includes(place) || place > 96) return false;
    return (11 - (weighted(digits, from, WEIGHTS) % 11)) % 10 === digits[from + 12];
  },
});
