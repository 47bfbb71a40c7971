/**
 * Short ASCII strings out of bytes, where a decoder's call would cost more than its work
 *
 * Exports repeat their words: roles and block types on every message, a message's id as the parent of
 * the next. What was built last for a slot is kept, and compared byte by byte before it is used.
 */
const CACHE_SLOTS = 1024;
const LONGEST = 64;

const cache: string[] = new Array<string>(CACHE_SLOTS).fill("");
/** One reusable argument list per length: applying an array is the fastest way to a flat string. */
const codes: number[][] = Array.from({ length: LONGEST + 1 }, (_, length) =>
  new Array<number>(length).fill(0),
);

/** The string of `bytes[start..end)`, at most 64 bytes, all ASCII. */
export function shortString(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  const middle = bytes[start + (length >> 1)] ?? 0;
  const ends = (bytes[start] ?? 0) * 131 + (bytes[end - 1] ?? 0) * 17;
  const slot = (ends + middle * 61 + length * 7) & (CACHE_SLOTS - 1);
  const known = cache[slot] ?? "";
  if (isSame(known, bytes, start, length)) return known;
  const built = build(bytes, start, length);
  cache[slot] = built;
  return built;
}

function isSame(known: string, bytes: Uint8Array, start: number, length: number): boolean {
  if (known.length !== length) return false;
  // From the end: identifiers of one time share their beginning.
  for (let index = length - 1; index >= 0; index -= 1) {
    if (known.charCodeAt(index) !== bytes[start + index]) return false;
  }
  return true;
}

function build(bytes: Uint8Array, start: number, length: number): string {
  const list = codes[length] ?? [];
  for (let index = 0; index < length; index += 1) list[index] = bytes[start + index] ?? 0;
  return String.fromCharCode.apply(null, list);
}
