/** The check digit of payment cards (ISO/IEC 7812-1). */

/** Whether the digits `[from, from + count)` end with the check digit of the others. */
export function isLuhn(digits: ArrayLike<number>, from: number, count: number): boolean {
  let sum = 0;
  for (let index = 0; index < count; index += 1) {
    const digit = digits[from + count - 1 - index] ?? 0;
    const weighed = index % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
