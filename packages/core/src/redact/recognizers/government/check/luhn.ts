/** The check of ISO/IEC 7812-1, annex B, over digits or over the values of letters. */
export function luhn(digits: ArrayLike<number>, from: number, size: number): boolean {
  return luhnSum(digits, from, size) % 10 === 0;
}

/** The sum in which every second digit from the right is doubled; the last one is not. */
export function luhnSum(digits: ArrayLike<number>, from: number, size: number): number {
  let sum = 0;
  for (let index = 0; index < size; index += 1) {
    const digit = digits[from + size - 1 - index] ?? 0;
    const value = index % 2 === 0 ? digit : digit * 2;
    sum += value > 9 ? value - 9 : value;
  }
  return sum;
}
