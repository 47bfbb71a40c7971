/**
 * **WordTable**: what a word is, without a string
 *
 * One open table from a hash of 32 bits of the lower-case form to bits that its user gives a meaning.
 * Two words that share a hash are one word to it, which happens to an unlisted word about once in a
 * million.
 */
import { lower } from "./bytes.ts";

/** Bits, and the words that have them, separated by white space. */
export type WordList = readonly (readonly [bits: number, words: string])[];

const encoder = new TextEncoder();

export class WordTable {
  readonly #hashes: Int32Array;
  readonly #bits: Int32Array;
  readonly #mask: number;

  constructor(...lists: readonly WordList[]) {
    const entries = lists.flat().flatMap(([bits, words]) => {
      const each = words.split(/\s+/).filter((word) => word !== "");
      return each.map((word) => [bits, encoder.encode(word)] as const);
    });
    let size = 64;
    while (size < entries.length * 4) size *= 2;
    this.#hashes = new Int32Array(size);
    this.#bits = new Int32Array(size);
    this.#mask = size - 1;
    for (const [bits, bytes] of entries) {
      const hash = hashOf(bytes, 0, bytes.length);
      const at = this.#slotOf(hash);
      this.#hashes[at] = hash;
      this.#bits[at] = (this.#bits[at] ?? 0) | bits;
    }
  }

  /** The bits of the word at `[start, end)`; 0 for a word that is not listed. */
  bitsOf(bytes: Uint8Array, start: number, end: number): number {
    return this.#bits[this.#slotOf(hashOf(bytes, start, end))] ?? 0;
  }

  #slotOf(hash: number): number {
    let at = hash & this.#mask;
    while (this.#hashes[at] !== 0 && this.#hashes[at] !== hash) at = (at + 1) & this.#mask;
    return at;
  }
}

/** Upper-case letters of Latin-1 (`Ö`) count as their small ones; further alphabets as they are. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  let previous = 0;
  for (let at = start; at < end; at += 1) {
    const byte = lower(bytes[at] ?? 0);
    const folded = previous === 0xc3 && byte >= 0x80 && byte <= 0x9e ? byte + 0x20 : byte;
    hash = Math.imul(hash ^ folded, 0x01000193);
    previous = byte;
  }
  // The low bits choose the slot; zero marks an empty one.
  hash ^= hash >>> 15;
  return hash === 0 ? 1 : hash | 0;
}
