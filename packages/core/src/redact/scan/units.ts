/** Offsets in UTF-8 -> offsets in UTF-16, from a place at which a text begins. */

/** @returns code units from `start` to an offset; MUST be asked in order of position */
export function unitsFrom(bytes: Uint8Array, start: number): (offset: number) => number {
  let at = start;
  let units = 0;
  return (offset) => {
    while (at < offset) {
      const byte = bytes[at] as number;
      // A character of four bytes is two code units; bytes that go on with one count nothing.
      units += byte >= 0xf0 ? 2 : (byte & 0xc0) === 0x80 ? 0 : 1;
      at += 1;
    }
    return units;
  };
}
