/** The digits of a text as numbers; a letter counts 10 (A) to 35 (Z). */
export function digitsOf(value: string): number[] {
  return Array.from(value, (sign) => Number.parseInt(sign, 36));
}
