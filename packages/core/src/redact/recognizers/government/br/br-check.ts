/** The check digit of CPF and CNPJ: weights from 2 upwards from the right, modulus 11 (Receita Federal). */
export function brCheck(values: ArrayLike<number>, from: number, size: number, highest: number): number {
  let sum = 0;
  for (let index = 0; index < size; index += 1) {
    sum += (values[from + size - 1 - index] ?? 0) * (2 + (index % (highest - 1)));
  }
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}
