/**
 * Short ASCII strings out of bytes, where a decoder's call would cost more than its work
 *
 * Exports repeat their words (roles, block types) on every message, and an identifier soon after it
 * was first read (as a parent, as its own key). What is kept is compared byte by byte before use.
 */
const LONGEST_WORD = 16;
const WORD_SLOTS = 256;
const LONGEST = 64;

const words: string[] = new Array<string>(WORD_SLOTS).fill("");
let latest = "";
let earlier = "";
/** One reusable argument list per length: applying an array is the fastest way to a flat string. */
const codes: number[][] = Array.from({ length: LONGEST + 1 }, (_, length) =>
  new Array<number>(length).fill(0),
);

/** The string of `bytes[start..end)`, at most 64 bytes, all ASCII. */
export function shortString(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  return length <= LONGEST_WORD ? wordOf(bytes, start, length) : idOf(bytes, start, length);
}

function wordOf(bytes: Uint8Array, start: number, length: number): string {
  const last = bytes[start + length - 1] ?? 0;
  const slot = ((bytes[start] ?? 0) * 7 + last * 17 + length * 31) & (WORD_SLOTS - 1);
  const known = words[slot] ?? "";
  if (isSame(known, bytes, start, length)) return known;
  const built = build(bytes, start, length);
  words[slot] = built;
  return built;
}

function idOf(bytes: Uint8Array, start: number, length: number): string {
  if (isSame(latest, bytes, start, length)) return latest;
  if (isSame(earlier, bytes, start, length)) return earlier;
  earlier = latest;
  latest = build(bytes, start, length);
  return latest;
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
