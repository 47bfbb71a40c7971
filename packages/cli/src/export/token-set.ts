/**
 * Which tokens were met: a set that holds millions in little memory
 *
 * Open addressing over the first 128 bits of each token. They come out of a keyed hash, so their own
 * bits serve as the place.
 */
const WORDS = 4;
const HEX_PER_WORD = 8;
const FIRST_SLOTS = 1 << 12;
/** Fuller tables search long. */
const FULLEST = 0.6;

export class TokenSet {
  #slots = FIRST_SLOTS;
  #table = new Uint32Array(FIRST_SLOTS * WORDS);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** @returns whether it is new */
  add(token: string): boolean {
    const words: number[] = Array.from({ length: WORDS }, (_, index) =>
      Number.parseInt(token.slice(index * HEX_PER_WORD, (index + 1) * HEX_PER_WORD), 16),
    );
    // All noughts mark a free place.
    if (!words.some((word) => word !== 0)) words[0] = 1;
    if (!this.#put(this.#table, this.#slots, words)) return false;
    this.#size += 1;
    if (this.#size > this.#slots * FULLEST) this.#grow();
    return true;
  }

  #put(table: Uint32Array, slots: number, words: readonly number[]): boolean {
    let slot = (words[0] ?? 0) & (slots - 1);
    for (;;) {
      const at = slot * WORDS;
      if (words.every((word, index) => table[at + index] === word)) return false;
      if (words.every((_, index) => table[at + index] === 0)) {
        table.set(words, at);
        return true;
      }
      slot = (slot + 1) & (slots - 1);
    }
  }

  #grow(): void {
    const slots = this.#slots * 2;
    const table = new Uint32Array(slots * WORDS);
    for (let at = 0; at < this.#table.length; at += WORDS) {
      const words = [...this.#table.subarray(at, at + WORDS)];
      if (words.some((word) => word !== 0)) this.#put(table, slots, words);
    }
    this.#table = table;
    this.#slots = slots;
  }
}
