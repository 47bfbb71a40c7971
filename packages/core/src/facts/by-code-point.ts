/**
 * The order of texts that database engines have, which compare the bytes of UTF-8: by code points.
 *
 * `<` compares UTF-16 code units, which puts what lies beyond U+FFFF before U+E000 to U+FFFF.
 */
const FIRST_SURROGATE = 0xd800;
const AFTER_SURROGATES = 0xe000;

export function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all others. */
function rank(unit: number): number {
  if (unit < FIRST_SURROGATE) return unit;
  return unit < AFTER_SURROGATES ? unit + 0x10_000 : unit;
}
