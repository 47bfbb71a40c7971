/**
 * Character -> **folded**: how names are compared
 *
 * `Çağlayan`, `CAGLAYAN` and `caglayan` are one name. Case and accents of Latin letters go; Greek and
 * Cyrillic lose their case. What is punctuation outside ASCII (curly quotes, dashes, CJK marks,
 * emoji) is told from letters here, because a byte alone does not say it.
 */

/** No letter: it ends a word. */
export const NO_LETTER = 0;
/** A mark that belongs to the letter before it and is left out. */
export const MARK = 1;
/** Written with a capital. Bit beside the code point in `FOLDED`. */
export const CAPITAL_BIT = 0x8000;

/** What the standard decomposition leaves whole. */
const WHOLE: Readonly<Record<string, string>> = {
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  ß: "s",
  æ: "e",
  œ: "e",
  þ: "t",
  ħ: "h",
  ŋ: "n",
  ŧ: "t",
  ə: "e",
};

function foldedOf(code: number): number {
  const character = String.fromCodePoint(code);
  if (/\p{M}/u.test(character)) return MARK;
  if (!/[\p{L}\p{N}]/u.test(character)) return NO_LETTER;
  const small = character.toLowerCase();
  const base = [...small.normalize("NFD")][0] ?? small;
  // Only letters of the Latin script lose their accents: й is another letter than и.
  const plain = WHOLE[small] ?? (base < "\u0080" ? base : ([...small][0] ?? small));
  const folded = plain.codePointAt(0) ?? code;
  return (folded & 0x7fff) | (small !== character && code < 0x8000 ? CAPITAL_BIT : 0);
}

/** By code point, U+0080 to U+07FF: all characters of two bytes. */
export const FOLDED: Uint16Array = new Uint16Array(0x800);
for (let code = 0x80; code < 0x800; code += 1) FOLDED[code] = foldedOf(code);

const EXTENDED = 0x1e00;
/** By code point from U+1E00, to U+1FFF: Vietnamese, Welsh and polytonic Greek. */
const FOLDED_EXTENDED: Uint16Array = new Uint16Array(0x200);
for (let index = 0; index < 0x200; index += 1) FOLDED_EXTENDED[index] = foldedOf(EXTENDED + index);

/** The folded form of a character of three bytes; its own code point where there is nothing to fold. */
export function foldThree(code: number): number {
  if (code >= EXTENDED && code < 0x2000) return FOLDED_EXTENDED[code - EXTENDED] ?? NO_LETTER;
  // General punctuation, symbols, arrows, box drawing and CJK punctuation.
  if (code >= 0x2000 && code < 0x2c00) return NO_LETTER;
  if (code >= 0x2e00 && code < 0x3040) return NO_LETTER;
  // Private use, presentation forms of punctuation, full-width ASCII punctuation, the byte order mark.
  if (code >= 0xe000 && code < 0xf900) return NO_LETTER;
  if (code >= 0xfe00 && code < 0xfe70) return NO_LETTER;
  if (code >= 0xff00 && !(code > 0xff0f && code < 0xff1a) && !(code > 0xff20 && code < 0xff3b))
    return code > 0xff40 && code < 0xff5b
      ? code & 0x7fff
      : code > 0xff65 && code < 0xffe0
        ? code & 0x7fff
        : 0;
  return code & 0x7fff || 2;
}
