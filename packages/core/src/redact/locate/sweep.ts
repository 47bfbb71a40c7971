/**
 * Values found in a document -> the other places where they stand
 *
 * A value that was known by the word beside it stands elsewhere without that word. No value that was
 * found may survive in the document, so all of it is searched for all of them: at the rarest pair of
 * bytes of each, as with literals, and by sets of equal length, so that many values cost no more than
 * few.
 */
import { CLASS, isBoundary, LETTER } from "../scan/bytes.ts";
import { BLOCK, newCandidates } from "../scan/candidates.ts";
import { rarestPair } from "../scan/pairs.ts";
import type { Span } from "../scan/resolve.ts";
import type { Text } from "../scan/text.ts";

/** Shorter values stand in every text by chance. */
const MIN_BYTES = 4;
/** Shorter ones, and words, count only where they stand alone. */
const MIN_INSIDE = 8;

interface Group {
  /** Bytes of the value before the second byte of its pair. */
  readonly back: number;
  readonly size: number;
  readonly values: Map<string, Span>;
}

export class Sweep {
  readonly #candidates = newCandidates();
  readonly #groups = new Map<number, Group[]>();

  get isEmpty(): boolean {
    return this.#groups.size === 0;
  }

  /** Remembers the value of a span; the first of equal values says what it is. */
  add(bytes: Uint8Array, span: Span): void {
    const size = span.end - span.start;
    if (size < MIN_BYTES) return;
    const second = rarestPair(bytes, span.start, span.end);
    const pair = ((bytes[second - 1] as number) << 8) | (bytes[second] as number);
    const back = second - span.start;
    let groups = this.#groups.get(pair);
    if (groups === undefined) {
      groups = [];
      this.#groups.set(pair, groups);
      this.#candidates.table[pair] = 1;
    }
    let group = groups.find((one) => one.back === back && one.size === size);
    if (group === undefined) {
      group = { back, size, values: new Map() };
      groups.push(group);
    }
    const key = keyOf(bytes, span.start, span.end);
    if (!group.values.has(key)) group.values.set(key, span);
  }

  /** Reports every place of every value, those known already included. */
  run(text: Text, emit: (span: Span) => void): void {
    const { bytes, start, end } = text;
    for (let from = start; from < end; from += BLOCK) {
      const to = Math.min(end, from + BLOCK);
      const previous = from === start ? 0 : (bytes[from - 1] as number);
      const count = this.#candidates.run(bytes, from, to, previous);
      for (let index = 0; index < count; index += 1) {
        this.#look(text, this.#candidates.places[index] as number, emit);
      }
    }
  }

  clear(): void {
    for (const pair of this.#groups.keys()) this.#candidates.table[pair] = 0;
    this.#groups.clear();
  }

  #look(text: Text, at: number, emit: (span: Span) => void): void {
    const { bytes } = text;
    if (at === text.start) return;
    const pair = ((bytes[at - 1] as number) << 8) | (bytes[at] as number);
    for (const { back, size, values } of this.#groups.get(pair) ?? []) {
      const start = at - back;
      const end = start + size;
      if (start < text.start || end > text.end) continue;
      const value = values.get(keyOf(bytes, start, end));
      if (value === undefined || !mayStand(text, start, end)) continue;
      emit({ ...value, start, end, validation: "memory" });
    }
  }
}

function mayStand({ bytes, start: first, end: last }: Text, start: number, end: number): boolean {
  if (end - start >= MIN_INSIDE && !isWord(bytes, start, end)) return true;
  return (start === first || isBoundary(bytes, start - 1)) && (end === last || isBoundary(bytes, end));
}

function isWord(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte !== 0x20 && ((CLASS[byte] ?? 0) & LETTER) === 0) return false;
  }
  return true;
}

function keyOf(bytes: Uint8Array, start: number, end: number): string {
  let key = "";
  for (let at = start; at < end; at += 1) key += String.fromCharCode(bytes[at] as number);
  return key;
}
