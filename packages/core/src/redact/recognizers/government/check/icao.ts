/** Check digits of travel documents: values times 7, 3, 1, modulo 10 (ICAO Doc 9303 part 3, section 4.9). */
const WEIGHTS = [7, 3, 1];

/** `0` to `9`, `A` to `Z` as 10 to 35, `<` as 0. */
export function icaoCheck(value: string): number {
  let sum = 0;
  for (let index = 0; index < value.length; index += 1) {
    const sign = value[index] ?? "<";
    sum += (sign === "<" ? 0 : Number.parseInt(sign, 36)) * (WEIGHTS[index % 3] ?? 0);
  }
  return sum % 10;
}
