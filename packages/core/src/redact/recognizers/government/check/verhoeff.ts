/** Verhoeff's check (1969), over the dihedral group of the pentagon. */

/** The product of two elements: 0 to 4 turn, 5 to 9 turn and flip. */
function times(one: number, other: number): number {
  const turn = one < 5 ? (one + other) % 5 : (one - (other % 5) + 5) % 5;
  return one < 5 === other < 5 ? turn : turn + 5;
}

/** What happens to a digit once; at the place n from the right it happens n times. */
const PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

const POWERS: readonly (readonly number[])[] = Array.from({ length: 8 }, (_, power) =>
  Array.from({ length: 10 }, (_value, digit) => {
    let value = digit;
    for (let step = 0; step < power; step += 1) value = PERMUTATION[value] ?? 0;
    return value;
  }),
);

export function verhoeff(digits: ArrayLike<number>, from: number, size: number): boolean {
  let check = 0;
  for (let index = 0; index < size; index += 1) {
    check = times(check, POWERS[index % 8]?.[digits[from + size - 1 - index] ?? 0] ?? 0);
  }
  return check === 0;
}
