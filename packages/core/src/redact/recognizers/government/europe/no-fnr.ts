/** Norwegian birth and D numbers: date (day + 40 for D), three digits, two check digits modulus 11 (Skatteetaten). */
import type { Recognizer } from "../../recognizer.ts";
import { isMonthDay, two } from "../check/calendar.ts";
import { less } from "../check/less.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

export const noFnr: Recognizer = numberId({
  name: "no-fnr",
  type: "GOVERNMENT_ID",
  forms: { "6 5": 0.9, "11": 0.75, "6-5": 0.8 },
  validation: "checksum",
  words: ["fødselsnummer", "fodselsnummer", "personnummer", "d-nummer", "fnr", "norwegian id"],
  check: (digits, from) =>
    isMonthDay(less(two(digits, from + 2), 40), less(two(digits, from), 40)) &&
    weighted(digits, from, FIRST) % 11 === 0 &&
    weighted(digits, from, SECOND) % 11 === 0,
});
