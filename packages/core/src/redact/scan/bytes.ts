/** Classes of bytes, by table: a lookup costs the same whatever the byte. */
export const DIGIT = 1;
export const UPPER = 2;
export const LOWER = 4;
/** A byte of a character outside ASCII: taken for a letter, as most are. */
export const WIDE = 8;
export const SPACE = 16;
export const HEX = 32;

export const LETTER: number = UPPER | LOWER | WIDE;
export const ALNUM: number = DIGIT | UPPER | LOWER;
export const WORD: number = ALNUM | WIDE;

/** Class bits of each byte. Indexing MUST stay within 0 to 255. */
export const CLASS: Uint8Array = new Uint8Array(256).map((_, byte) => {
  if (byte >= 0x30 && byte <= 0x39) return DIGIT | HEX;
  if (byte >= 0x41 && byte <= 0x5a) return UPPER | (byte <= 0x46 ? HEX : 0);
  if (byte >= 0x61 && byte <= 0x7a) return LOWER | (byte <= 0x66 ? HEX : 0);
  if (byte >= 0x80) return WIDE;
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d ? SPACE : 0;
});

/** Whether `bytes[at]` is of one of the classes; false outside the buffer. */
export function is(bytes: Uint8Array, at: number, classes: number): boolean {
  const byte = bytes[at];
  return byte !== undefined && ((CLASS[byte] ?? 0) & classes) !== 0;
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** The ASCII lower-case form of a byte; other bytes as they are. */
export function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}

/**
 * No letter or digit stands at `at`: a word may begin after it or end before it. Of the characters
 * outside ASCII, spaces that do not break, quotes, dashes, currency signs and symbols are no letters.
 */
export function isBoundary(bytes: Uint8Array, at: number): boolean {
  return !is(bytes, at, WORD) || ((bytes[at] ?? 0) >= 0x80 && isMark(bytes, at));
}

/** Whether the character outside ASCII of which a byte stands at `at` is a space, a mark or a symbol. */
function isMark(bytes: Uint8Array, at: number): boolean {
  let lead = at;
  while (lead > at - 3 && ((bytes[lead] ?? 0) & 0xc0) === 0x80) lead -= 1;
  const second = bytes[lead + 1] ?? 0;
  const third = bytes[lead + 2] ?? 0;
  switch (bytes[lead]) {
    // U+0080 to U+00BF, without the ordinals and the micro sign, which are letters.
    case 0xc2:
      return second !== 0xaa && second !== 0xb5 && second !== 0xba;
    // U+2000 to U+2BFF
    case 0xe2:
      return second < 0xb0;
    // U+3000 to U+303F
    case 0xe3:
      return second === 0x80;
    // U+FEFF, and the punctuation among the full-width forms
    case 0xef:
      if (second === 0xbb) return third === 0xbf;
      return (
        second === 0xbc &&
        ((third >= 0x81 && third <= 0x8f) || (third >= 0x9a && third <= 0xa0) || third >= 0xbb)
      );
    // U+1F000 to U+1FFFF
    case 0xf0:
      return second === 0x9f;
    default:
      return false;
  }
}

/** The bytes as ASCII text; for short spans that passed a check, never in a loop over the text. */
export function asciiOf(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}
