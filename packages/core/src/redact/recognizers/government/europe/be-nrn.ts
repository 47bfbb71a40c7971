/** Belgian national numbers: birth date, serial, 97 minus the rest by 97; after 2000 with a 2 in front (IBZ). */
import type { Recognizer } from "../../recognizer.ts";
import { two } from "../check/calendar.ts";
import { numberId } from "../form/number-id.ts";

const SIZE = 9;

export const beNrn: Recognizer = numberId({
  name: "be-nrn",
  type: "GOVERNMENT_ID",
  forms: {
    "2.2.2-3.2": 0.97,
    "6-3.2": 0.9,
    "6-3-2": 0.85,
    "2.2.2.3.2": 0.9,
    "2 2 2 3 2": 0.8,
    "11": 0.6,
    "6 3 2": 0.6,
  },
  validation: "checksum",
  words: [
    "rijksregister*",
    "rijksregisternummer",
    "registre national",
    "niss",
    "insz",
    "nationaal nummer",
    "numéro national",
    "nrn",
  ],
  check(digits, from) {
    const month = two(digits, from + 2) % 20;
    if (month > 12 || two(digits, from + 4) > 31) return false;
    let number = 0;
    for (let index = 0; index < SIZE; index += 1) number = number * 10 + (digits[from + index] ?? 0);
    const check = two(digits, from + SIZE);
    return 97 - (number % 97) === check || 97 - ((number + 2_000_000_000) % 97) === check;
  },
});
