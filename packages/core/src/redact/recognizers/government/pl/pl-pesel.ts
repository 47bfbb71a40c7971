/** Polish PESEL: birth date (the month carries the century), serial, weights 1 3 7 9, modulus 10 (MSWiA). */
import type { Recognizer } from "../../recognizer.ts";
import { isMonthDay, two } from "../check/calendar.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];

export const plPesel: Recognizer = numberId({
  name: "pl-pesel",
  type: "PL_PESEL",
  forms: { "11": 0.7 },
  validation: "checksum",
  words: ["pesel", "ewidencyjny", "numer pesel"],
  check: (digits, from) =>
    isMonthDay(two(digits, from + 2) % 20, two(digits, from + 4)) &&
    weighted(digits, from, WEIGHTS) % 10 === 0,
});
