/**
 * Hash of a word -> **what the word can be**
 *
 * A table of some hundred thousand folded words by hash: names of persons and places, words of
 * companies, titles, ordinary words of many languages. Words are not in it, only 28 bits of their
 * hashes; 1 of about 2,000 unknown words is taken for a known one.
 */

/** What a word can be; more than one at a time. Bits are part of the model: never reorder. */
export const LEX = {
  /** Frequent given name. */
  first: 1 << 0,
  firstRare: 1 << 1,
  /** Frequent family name. */
  last: 1 << 2,
  lastRare: 1 << 3,
  /** Country, region or large city. */
  place: 1 << 4,
  placeRare: 1 << 5,
  /** `Ltd`, `University`, `Bank`: a word of organisations. */
  organisationWord: 1 << 6,
  /** Among the most frequent words of a language. */
  function: 1 << 7,
  /** An ordinary word, mostly written small. */
  common: 1 << 8,
  /** `Mr`, `Frau`, `Dr`: stands before a name, and is not part of it. */
  title: 1 << 9,
  /** Month, weekday, language, nationality, religion. */
  calendar: 1 << 10,
  demonym: 1 << 11,
  /** Product, brand, programming language, file format. */
  product: 1 << 12,
  /** `president`, `mother`, `Rechtsanwalt`: a person, but no name. */
  role: 1 << 13,
  /** `van`, `de`, `bin`: small words inside names. */
  particle: 1 << 14,
  /** A well-known organisation. */
  organisation: 1 << 15,
} as const;

export const KEY_SHIFT = 4;

export class Lexicon {
  readonly #keys: Int32Array;
  readonly #codes: Uint16Array;
  readonly #mask: number;

  /**
   * @param data number of codes, the codes, number of words, differences of sorted keys, and for each
   *   word the index of its code; all as LEB128
   */
  constructor(data: Uint8Array) {
    let at = 0;
    const varint = (): number => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = data[at] ?? 0;
        at += 1;
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) return value;
      }
    };
    const codes = Array.from({ length: varint() }, varint);
    const count = varint();
    let size = 1024;
    while (size < count * 2) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Int32Array(size).fill(-1);
    this.#codes = new Uint16Array(size);
    const places = new Int32Array(count);
    let key = 0;
    for (let index = 0; index < count; index += 1) {
      key += varint();
      let place = key & this.#mask;
      while (this.#keys[place] !== -1) place = (place + 1) & this.#mask;
      this.#keys[place] = key;
      places[index] = place;
    }
    for (let index = 0; index < count; index += 1) {
      this.#codes[places[index] ?? 0] = codes[varint()] ?? 0;
    }
  }

  /** Bits of `LEX`; 0 for a word that is not known. */
  codeOf(hash: number): number {
    const key = hash >>> KEY_SHIFT;
    let place = key & this.#mask;
    while (true) {
      const there = this.#keys[place] as number;
      if (there === key) return this.#codes[place] as number;
      if (there === -1) return 0;
      place = (place + 1) & this.#mask;
    }
  }
}
