/** The sum of digits times weights, from which most check digits are taken. */
export function weighted(digits: ArrayLike<number>, from: number, weights: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index += 1)
    sum += (digits[from + index] ?? 0) * (weights[index] ?? 0);
  return sum;
}
