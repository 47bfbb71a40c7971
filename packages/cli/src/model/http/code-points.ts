/**
 * Offsets in code points, as Python counts -> offsets in UTF-16 code units
 *
 * They differ only behind characters beyond U+FFFF, such as emoji, of which chats are full.
 */
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

/** @returns the code unit of an offset; undefined beyond the end */
export function codeUnits(text: string): (offset: number) => number | undefined {
  if (!PAIR.test(text)) return (offset) => (offset <= text.length ? offset : undefined);
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  units.push(at);
  return (offset) => units[offset];
}
