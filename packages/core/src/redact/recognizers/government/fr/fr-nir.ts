/**
 * French social security numbers (NIR): sex, year, month, place (2A and 2B are Corsica), order, and a
 * key of two digits: 97 minus the rest by 97 (decree 82-103; INSEE).
 */
import type { Recognizer } from "../../recognizer.ts";
import { two } from "../check/calendar.ts";
import { digitsOf } from "../check/digits-of.ts";
import { anyOf } from "../form/any-of.ts";
import { numberId } from "../form/number-id.ts";
import { shapeId } from "../form/shape-id.ts";

const SIZE = 13;
/** What Corsica's places count as. */
const CORSICA: Readonly<Record<string, string>> = { "2A": "19", "2B": "18" };
const common = {
  name: "fr-nir",
  type: "FR_NIR",
  validation: "checksum",
  words: [
    "nir",
    "sécurité sociale",
    "securite sociale",
    "sécu",
    "secu",
    "insee",
    "carte vitale",
    "n° ss",
    "assuré",
    "assurée",
    "social security",
    "numéro de sécu",
  ],
} as const;

export const frNir: Recognizer = anyOf("fr-nir", [
  numberId({
    ...common,
    forms: { "15": 0.7, "13 2": 0.85, "1 2 2 2 3 3 2": 0.95, "1-2-2-2-3-3-2": 0.9, "1.2.2.2.3.3.2": 0.9 },
    check: isNir,
  }),
  shapeId({
    ...common,
    forms: { "S~99~99~2K~999~999~99": 0.9 },
    classes: { S: "12", K: "AB" },
    check(value) {
      const place = CORSICA[value.slice(5, 7)] ?? "";
      return isNir(digitsOf(value.slice(0, 5) + place + value.slice(7)), 0);
    },
  }),
]);

function isNir(digits: ArrayLike<number>, from: number): boolean {
  const sex = digits[from] ?? 0;
  if (sex === 0 || sex === 5 || sex === 6 || sex === 9) return false;
  const month = two(digits, from + 3);
  // From 20 on: the month was not known, or the months of a year were used up.
  if (month === 0 || (month > 12 && month < 20) || (month > 42 && month < 50)) return false;
  let number = 0;
  for (let index = 0; index < SIZE; index += 1) number = number * 10 + (digits[from + index] ?? 0);
  return 97 - (number % 97) === two(digits, from + SIZE);
}
