/**
 * Phrases -> where they stand in a text, as whole words
 *
 * For lists of thousands: every word of the text is hashed once, and only where one begins a phrase
 * are the words after it, so that neither a long list nor a common first word makes it slow. White
 * space between words is one space, however much of it there is.
 */
import { CLASS, is, isBoundary, lower, SPACE, WIDE, WORD } from "../scan/bytes.ts";
import type { Text } from "../scan/text.ts";

export interface Phrase<T> {
  readonly text: string;
  readonly data: T;
}

interface Entry<T> {
  /** As it is compared: folded, white space as one space. */
  readonly bytes: Uint8Array;
  /** Bytes before the first word: `#` of `#launch`. */
  readonly before: number;
  readonly data: T;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const SPACE_BYTE = 0x20;
/** Words of a phrase that are hashed; the rest is compared. */
const MOST_WORDS = 8;
/** More than this between two words is no phrase. */
const WIDEST_GAP = 32;
/** Scripts that put no space between words: their phrases stand anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export class PhraseMatcher<T> {
  readonly #ignoreCase: boolean;
  /** By the hash of the first word: of how many words there are hashes, one bit for each number. */
  readonly #counts = new Map<number, number>();
  /** By the hash of the first words, at most `MOST_WORDS`. */
  readonly #byWords = new Map<number, Entry<T>[]>();
  /** By the first three bytes, for phrases without spaces between words. */
  readonly #unspaced = new Map<number, Entry<T>[]>();
  readonly isEmpty: boolean;

  constructor(phrases: readonly Phrase<T>[], ignoreCase: boolean) {
    this.#ignoreCase = ignoreCase;
    for (const { text, data } of phrases) this.#add(text, data);
    this.isEmpty = phrases.length === 0;
  }

  #add(text: string, data: T): void {
    const plain = text.trim().replace(/\s+/g, " ");
    const bytes = encoder.encode(this.#ignoreCase ? plain.toLowerCase() : plain);
    if (UNSPACED.test(plain)) {
      push(this.#unspaced, headOf(bytes, 0), { bytes, before: 0, data });
      return;
    }
    let before = 0;
    while (before < bytes.length && isBoundary(bytes, before)) before += 1;
    // A phrase without a word in it has its first byte for one.
    if (before === bytes.length) before = 0;
    let count = 0;
    let key = 0;
    this.#words(bytes, before, bytes.length, MOST_WORDS, (hash) => {
      count += 1;
      key = hash;
    });
    const first = this.#hash(bytes, before, wordEnd(bytes, before, bytes.length));
    this.#counts.set(first, (this.#counts.get(first) ?? 0) | (1 << count));
    push(this.#byWords, key, { bytes, before, data });
  }

  /** Calls `visit` for each phrase that stands in the text, by its beginning; they may overlap. */
  match(text: Text, visit: (start: number, end: number, data: T) => void): void {
    const { bytes, start, end } = text;
    if (this.isEmpty) return;
    let at = start;
    while (at < end) {
      const next = wordEnd(bytes, at, end);
      const counts = this.#counts.get(this.#hash(bytes, at, next));
      if (counts !== undefined) this.#phrasesAt(text, at, counts, visit);
      at = next;
    }
    if (this.#unspaced.size === 0) return;
    for (let place = start; place < end - 2; place += 1) {
      if ((bytes[place] ?? 0) < 0xe0) continue;
      const entries = this.#unspaced.get(headOf(bytes, place));
      if (entries !== undefined) for (const entry of entries) this.#try(text, place, entry, visit, true);
    }
  }

  #phrasesAt(
    text: Text,
    at: number,
    counts: number,
    visit: (start: number, end: number, data: T) => void,
  ): void {
    const most = 31 - Math.clz32(counts);
    let count = 0;
    this.#words(text.bytes, at, text.end, most, (hash) => {
      count += 1;
      if ((counts & (1 << count)) === 0) return;
      for (const entry of this.#byWords.get(hash) ?? []) this.#try(text, at - entry.before, entry, visit);
    });
  }

  /** Calls `visit` with the hash of the first word, of the first two, and so on. */
  #words(bytes: Uint8Array, from: number, limit: number, most: number, visit: (hash: number) => void): void {
    let hash = 0;
    let at = from;
    for (let count = 0; count < most && at < limit; count += 1) {
      const end = wordEnd(bytes, at, limit);
      hash = (Math.imul(hash, 31) + this.#hash(bytes, at, end)) | 0;
      visit(hash);
      at = end;
      while (at < limit && at - end < WIDEST_GAP && isBoundary(bytes, at)) at += 1;
      if (at - end === WIDEST_GAP) return;
    }
  }

  #try(
    { bytes, start, end }: Text,
    from: number,
    entry: Entry<T>,
    visit: (start: number, end: number, data: T) => void,
    isAnywhere = false,
  ): void {
    if (from < start) return;
    const wanted = entry.bytes;
    let at = from;
    let index = 0;
    while (index < wanted.length) {
      if (at >= end) return;
      if (wanted[index] === SPACE_BYTE) {
        if (!is(bytes, at, SPACE)) return;
        while (at < end && is(bytes, at, SPACE)) at += 1;
        index += 1;
        continue;
      }
      const step = this.#same(bytes, at, end, wanted, index);
      if (step === 0) return;
      at += step;
      index += step;
    }
    if (!isAnywhere && from > start && is(bytes, from, WORD) && !isBoundary(bytes, from - 1)) return;
    if (!isAnywhere && at < end && is(bytes, at - 1, WORD) && !isBoundary(bytes, at)) return;
    visit(from, at, entry.data);
  }

  /** How many bytes are the same from here: of a word outside ASCII all or none. */
  #same(bytes: Uint8Array, at: number, end: number, wanted: Uint8Array, index: number): number {
    const byte = bytes[at] ?? 0;
    if (!this.#ignoreCase) return byte === wanted[index] ? 1 : 0;
    if (byte < 0x80) return lower(byte) === wanted[index] ? 1 : 0;
    let stop = at + 1;
    while (stop < end && is(bytes, stop, WIDE)) stop += 1;
    const folded = encoder.encode(decoder.decode(bytes.subarray(at, stop)).toLowerCase());
    // Lower case of another length cannot be counted along with the text; nothing in use has it.
    if (folded.length !== stop - at) return 0;
    for (let offset = 0; offset < folded.length; offset += 1) {
      if (folded[offset] !== wanted[index + offset]) {
        return offset > 0 && wanted[index + offset] === undefined ? offset : 0;
      }
    }
    return folded.length;
  }

  #hash(bytes: Uint8Array, start: number, end: number): number {
    if (!this.#ignoreCase) return hashOf(bytes, start, end);
    for (let at = start; at < end; at += 1) {
      if ((bytes[at] ?? 0) < 0x80) continue;
      const folded = encoder.encode(decoder.decode(bytes.subarray(start, end)).toLowerCase());
      return hashOf(folded, 0, folded.length);
    }
    return hashOf(bytes, start, end, true);
  }
}

function push<T>(map: Map<number, Entry<T>[]>, key: number, entry: Entry<T>): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}

/** The end of the word at `at`; of a byte that is in no word, the next byte. */
function wordEnd(bytes: Uint8Array, at: number, limit: number): number {
  let end = at + 1;
  if (((CLASS[bytes[at] ?? 0] ?? 0) & WORD) === 0) return end;
  while (end < limit && ((CLASS[bytes[end] ?? 0] ?? 0) & WORD) !== 0) end += 1;
  return end;
}

function hashOf(bytes: Uint8Array, start: number, end: number, isFolded = false): number {
  let hash = 5381;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    hash = (Math.imul(hash, 33) ^ (isFolded ? lower(byte) : byte)) | 0;
  }
  return hash;
}

function headOf(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
}
