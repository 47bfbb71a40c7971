/** Russian INN (ten or twelve digits, one or two check digits by 11) and SNILS (eleven, two by 101). */
import type { Recognizer } from "../../recognizer.ts";
import { two } from "../check/calendar.ts";
import { isSpread } from "../check/spread.ts";
import { weighted } from "../check/weighted.ts";
import { anyOf } from "../form/any-of.ts";
import { numberId } from "../form/number-id.ts";

const TEN = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const ELEVEN = [7, ...TEN];
const TWELVE = [3, ...ELEVEN];
const SNILS = [9, 8, 7, 6, 5, 4, 3, 2, 1];

const checkBy = (digits: ArrayLike<number>, from: number, weights: readonly number[]): boolean =>
  (weighted(digits, from, weights) % 11) % 10 === digits[from + weights.length];

export const ruInn: Recognizer = anyOf("ru-inn", [
  numberId({
    name: "ru-inn",
    type: "GOVERNMENT_ID",
    forms: { "12": 0.45, "10": 0.2 },
    validation: "checksum",
    words: ["инн", "ИНН", "inn", "идентификационный номер"],
    check(digits, from, size) {
      if (!isSpread(digits, from, size)) return false;
      if (size === 10) return checkBy(digits, from, TEN);
      return size === 12 && checkBy(digits, from, ELEVEN) && checkBy(digits, from, TWELVE);
    },
  }),
  numberId({
    name: "ru-inn",
    type: "GOVERNMENT_ID",
    forms: { "3-3-3 2": 0.95, "3-3-3-2": 0.85, "11": 0.4 },
    validation: "checksum",
    words: ["снилс", "СНИЛС", "snils", "страховой номер"],
    check: (digits, from) =>
      isSpread(digits, from, 9) && (weighted(digits, from, SNILS) % 101) % 100 === two(digits, from + 9),
  }),
]);
