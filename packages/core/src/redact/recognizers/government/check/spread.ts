/** Whether the digits are not all the same: check digits often fit on `000000000`, which nobody has. */
export function isSpread(digits: ArrayLike<number>, from: number, size: number): boolean {
  for (let index = 1; index < size; index += 1) if (digits[from + index] !== digits[from]) return true;
  return false;
}
