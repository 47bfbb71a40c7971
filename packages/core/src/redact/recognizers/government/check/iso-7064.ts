/** The check of ISO/IEC 7064, MOD 11,10: the last digit is the check digit. */
export function mod11And10(digits: ArrayLike<number>, from: number, size: number): boolean {
  let product = 10;
  for (let index = 0; index < size - 1; index += 1) {
    const sum = ((digits[from + index] ?? 0) + product) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10 === digits[from + size - 1];
}
