/** Indian Aadhaar numbers: twelve digits by Verhoeff, the first 2 to 9, no palindrome (UIDAI). */
import type { Recognizer } from "../../recognizer.ts";
import { digitsOf } from "../check/digits-of.ts";
import { isSpread } from "../check/spread.ts";
import { verhoeff } from "../check/verhoeff.ts";
import { anyOf } from "../form/any-of.ts";
import { numberId } from "../form/number-id.ts";
import { shapeId } from "../form/shape-id.ts";

const SIZE = 12;
const common = {
  name: "in-aadhaar",
  type: "IN_AADHAAR",
  validation: "checksum",
  words: ["aadhaar", "aadhar", "adhaar", "adhar", "uidai", "आधार*", "aadhaarnumber", "aadhaar_number"],
} as const;

export const inAadhaar: Recognizer = anyOf("in-aadhaar", [
  numberId({
    ...common,
    forms: { "12": 0.4, "4 4 4": 0.8, "4-4-4": 0.8, "4.4.4": 0.6 },
    check: isAadhaar,
  }),
  shapeId({
    ...common,
    forms: { "9999:9999:9999": 0.7 },
    check: (value) => isAadhaar(digitsOf(value), 0),
  }),
]);

function isAadhaar(digits: ArrayLike<number>, from: number): boolean {
  if ((digits[from] ?? 0) < 2 || !isSpread(digits, from, SIZE)) return false;
  return !isPalindrome(digits, from) && verhoeff(digits, from, SIZE);
}

function isPalindrome(digits: ArrayLike<number>, from: number): boolean {
  for (let index = 0; index < SIZE / 2; index += 1) {
    if (digits[from + index] !== digits[from + SIZE - 1 - index]) return false;
  }
  return true;
}
