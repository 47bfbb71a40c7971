/** A few words by hash: a lookup without strings. */
import { MARGIN, textOf } from "../scan/text.ts";
import { newTokens, tokenise } from "./tokens.ts";

/** The hash of a word's folded form, as `tokenise` gives it; for tables that are made once. */
export function hashOf(word: string): number {
  const tokens = newTokens();
  tokenise(textOf(word), tokens);
  if (tokens.count !== 1 || tokens.start[0] !== MARGIN) throw new RangeError(`\`${word}\` is not one word`);
  return tokens.hash[0] ?? 0;
}

export class WordSet {
  readonly hashes: readonly number[];
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(words: string) {
    const hashes = words.trim().split(/\s+/).map(hashOf);
    this.hashes = hashes;
    let size = 16;
    while (size < hashes.length * 4) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size);
    for (const hash of hashes) {
      let place = hash & this.#mask;
      while (this.#slots[place] !== 0 && this.#slots[place] !== hash) place = (place + 1) & this.#mask;
      this.#slots[place] = hash;
    }
  }

  has(hash: number): boolean {
    let place = hash & this.#mask;
    while (true) {
      const there = this.#slots[place] as number;
      if (there === hash) return true;
      if (there === 0) return false;
      place = (place + 1) & this.#mask;
    }
  }
}
