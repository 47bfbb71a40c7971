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

/** A word is known by this many upper bits of its hash. */
export const KEY_SHIFT = 4;
/** A slot holds the upper bits of a key beside the code. */
const CODE_BITS = 16;

export class Lexicon {
  /** Open addressing: what is left of the key and the code in one number, 0 where there is none. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #shift: number;

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
    let bits = 12;
    while (1 << bits < count * 1.4) bits += 1;
    this.#mask = (1 << bits) - 1;
    // The slot takes the lower bits of the key; of the rest as many as fit beside the code are kept.
    this.#shift = Math.max(bits, 32 - KEY_SHIFT - CODE_BITS);
    this.#slots = new Int32Array(1 << bits);
    const keys = new Int32Array(count);
    let key = 0;
    for (let index = 0; index < count; index += 1) {
      key += varint();
      keys[index] = key;
    }
    for (let index = 0; index < count; index += 1) {
      const code = codes[varint()] ?? 0;
      const one = keys[index] ?? 0;
      let place = one & this.#mask;
      while (this.#slots[place] !== 0) place = (place + 1) & this.#mask;
      this.#slots[place] = ((one >>> this.#shift) << CODE_BITS) | code;
    }
  }

  /** Bits of `LEX`; 0 for a word that is not known. */
  codeOf(hash: number): number {
    const key = hash >>> KEY_SHIFT;
    const rest = key >>> this.#shift;
    let place = key & this.#mask;
    while (true) {
      const slot = this.#slots[place] as number;
      if (slot === 0) return 0;
      if (slot >>> CODE_BITS === rest) return slot & 0xffff;
      place = (place + 1) & this.#mask;
    }
  }
}
