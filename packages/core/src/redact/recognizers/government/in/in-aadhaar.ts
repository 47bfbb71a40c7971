/** Indian Aadhaar numbers: twelve digits by Verhoeff, the first 2 to 9, no palindrome (UIDAI). */
import type { Recognizer } from "../../recognizer.ts";
import { isSpread } from "../check/spread.ts";
import { verhoeff } from "../check/verhoeff.ts";
import { numberId } from "../form/number-id.ts";

const SIZE = 12;

export const inAadhaar: Recognizer = numberId({
  name: "in-aadhaar",
  type: "IN_AADHAAR",
  forms: { "12": 0.4, "4 4 4": 0.8, "4-4-4": 0.8, "4.4.4": 0.6 },
  validation: "checksum",
  words: ["aadhaar", "aadhar", "adhaar", "adhar", "uidai", "आधार", "aadhaarnumber", "aadhaar_number"],
  check(digits, from) {
    if ((digits[from] ?? 0) < 2 || !isSpread(digits, from, SIZE)) return false;
    return !isPalindrome(digits, from) && verhoeff(digits, from, SIZE);
  },
});

function isPalindrome(digits: ArrayLike<number>, from: number): boolean {
  for (let index = 0; index < SIZE / 2; index += 1) {
    if (digits[from + index] !== digits[from + SIZE - 1 - index]) return false;
  }
  return true;
}
