/** Chinese resident identity numbers: region, birth date, serial, check sign by ISO 7064 MOD 11-2 (GB 11643). */
import type { Recognizer } from "../../recognizer.ts";
import { isDay, two } from "../check/calendar.ts";
import { digitsOf } from "../check/digits-of.ts";
import { anyOf } from "../form/any-of.ts";
import { numberId } from "../form/number-id.ts";
import { shapeId } from "../form/shape-id.ts";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = [1, 0, 33, 9, 8, 7, 6, 5, 4, 3, 2];
const common = {
  name: "cn-ric",
  type: "GOVERNMENT_ID",
  validation: "checksum",
  words: ["身份证*", "身份证号*", "身份证号码*", "公民身份*", "resident identity", "chinese id"],
} as const;

export const cnRic: Recognizer = anyOf("cn-ric", [
  numberId({ ...common, forms: { "18": 0.95, "6 8 4": 0.95 }, check: isRic }),
  shapeId({
    ...common,
    forms: { "99999999999999999X": 0.95 },
    anyCase: true,
    check: (value) => isRic(digitsOf(value), 0),
  }),
]);

function isRic(values: ArrayLike<number>, from: number): boolean {
  const year = two(values, from + 6) * 100 + two(values, from + 8);
  if (year < 1850 || year > 2099 || !isDay(year, two(values, from + 10), two(values, from + 12)))
    return false;
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += (values[from + index] ?? 0) * (WEIGHTS[index] ?? 0);
  return values[from] !== 0 && CHECKS[sum % 11] === values[from + 17];
}
