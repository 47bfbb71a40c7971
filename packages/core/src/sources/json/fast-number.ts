/**
 * The bytes of a JSON number -> the number, without making a string
 *
 * Exact: digits and power of ten are both whole numbers that a double holds, and one division of two
 * such numbers rounds as the standard demands. Longer numbers and exponents are left to JSON.parse.
 */
const POWERS = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
] as const;
const DOT = 0x2e;

/** `bytes[start..end)` as a number whose digits stay below 2^53; undefined for any other text. */
export function fastNumber(bytes: Uint8Array, start: number, end: number): number | undefined {
  const isNegative = bytes[start] === 0x2d;
  const first = isNegative ? start + 1 : start;
  if (end - first > 17 || end === first) return undefined;
  let digits = 0;
  let dot = -1;
  for (let at = first; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === DOT && dot === -1 && at > first) dot = at;
    else if (byte >= 0x30 && byte <= 0x39) digits = digits * 10 + (byte - 0x30);
    else return undefined;
  }
  if (digits > Number.MAX_SAFE_INTEGER) return undefined;
  // JSON has no leading zeros and no final point; the caller's slow path says so in its own words.
  const whole = (dot === -1 ? end : dot) - first;
  if ((bytes[first] === 0x30 && whole > 1) || dot === end - 1) return undefined;
  const value = dot === -1 ? digits : digits / (POWERS[end - dot - 1] ?? Number.NaN);
  return isNegative ? -value : value;
}
