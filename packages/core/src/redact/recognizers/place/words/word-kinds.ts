/**
 * Bytes of a word -> its kinds
 *
 * One open table, keyed by a hash of 32 bits of the lower-case form: two words that share a hash are
 * one word to it, which happens to an unlisted word about once in a million.
 */
import { lower } from "../../../scan/bytes.ts";
import { COMPOUND, COMPOUND_WEAK, SHORT, type WordList } from "./kinds.ts";
import { CITY_WORDS, COUNTRY_WORDS, REGION_WORDS } from "./place-words.ts";
import { PLAIN_WORDS } from "./plain-words.ts";
import { BOX_WORDS, COMPOUND_WORDS, STREET_WORDS, UNIT_WORDS } from "./street-words.ts";

const SIZE = 8192;
const encoder = new TextEncoder();

interface Table {
  readonly hashes: Int32Array;
  readonly kinds: Int32Array;
}

function tableOf(...lists: readonly WordList[]): Table {
  const table = { hashes: new Int32Array(SIZE), kinds: new Int32Array(SIZE) };
  for (const [kinds, words] of lists.flat()) {
    for (const word of words.split(/\s+/)) {
      if (word === "") continue;
      const bytes = encoder.encode(word);
      const hash = hashOf(bytes, 0, bytes.length);
      const at = slotOf(table, hash);
      table.hashes[at] = hash;
      table.kinds[at] = (table.kinds[at] ?? 0) | kinds;
    }
  }
  return table;
}

function slotOf({ hashes }: Table, hash: number): number {
  let at = hash & (SIZE - 1);
  while (hashes[at] !== 0 && hashes[at] !== hash) at = (at + 1) & (SIZE - 1);
  return at;
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

const WORDS = tableOf(
  STREET_WORDS,
  UNIT_WORDS,
  BOX_WORDS,
  COUNTRY_WORDS,
  REGION_WORDS,
  CITY_WORDS,
  PLAIN_WORDS,
);
const COMPOUNDS = tableOf(COMPOUND_WORDS);

/** What has to stand before a compound's last part. */
const SHORTEST_STEM = 3;
const [ENDINGS, LENGTHS] = endings();

/** A table of the last two bytes, to leave most words alone, and how long the parts are. */
function endings(): readonly [Uint8Array, readonly number[]] {
  const table = new Uint8Array(65_536);
  const lengths = new Set<number>();
  for (const [, words] of COMPOUND_WORDS) {
    for (const word of words.split(/\s+/)) {
      if (word === "") continue;
      const bytes = encoder.encode(word);
      lengths.add(bytes.length);
      table[((bytes[bytes.length - 2] ?? 0) << 8) | (bytes[bytes.length - 1] ?? 0)] = 1;
    }
  }
  return [table, [...lengths].sort((one, other) => other - one)];
}

/** The kinds of the word at `[start, end)`; 0 for a word that is not listed. */
export function kindsOf(bytes: Uint8Array, start: number, end: number): number {
  const kinds = WORDS.kinds[slotOf(WORDS, hashOf(bytes, start, end))] ?? 0;
  return kinds !== 0 ? kinds : compoundOf(bytes, start, end);
}

function compoundOf(bytes: Uint8Array, start: number, end: number): number {
  const size = end - start;
  if (size < SHORTEST_STEM + 2) return 0;
  if (ENDINGS[(lower(bytes[end - 2] ?? 0) << 8) | lower(bytes[end - 1] ?? 0)] === 0) return 0;
  for (const length of LENGTHS) {
    if (length + SHORTEST_STEM > size) continue;
    const kinds = COMPOUNDS.kinds[slotOf(COMPOUNDS, hashOf(bytes, end - length, end))] ?? 0;
    if (kinds !== 0) return kinds & (COMPOUND | COMPOUND_WEAK | SHORT);
  }
  return 0;
}
