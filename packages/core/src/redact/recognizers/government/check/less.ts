/** Days and months to which something is added for a sex, a century or a kind of number. */

/** What remains of `value` without the largest of the `offsets` that is below it. */
export function less(value: number, ...offsets: readonly number[]): number {
  let rest = value;
  for (const offset of offsets) if (value > offset) rest = value - offset;
  return rest;
}
