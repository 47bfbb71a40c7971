/**
 * **ContextWords**: the words beside a value that say what it is
 *
 * `passport no. 912803456`: the digits alone are nothing. Looked up only for values whose form fits,
 * so this need not be the fastest part; it looks at a bounded number of words.
 */
import { ALNUM, CLASS, is, isBoundary, lower, UPPER } from "./bytes.ts";
import { HARD, type Text } from "./text.ts";

const encoder = new TextEncoder();

export interface ContextWords {
  /** First words of the phrases, by hash, each with the phrases it begins. */
  readonly byHash: ReadonlyMap<number, readonly Uint8Array[]>;
  /** Bytes in lower case with which a phrase begins: most words are settled by them. */
  readonly firsts: Uint8Array;
}

export interface Reach {
  /** Bytes looked at before the value. */
  readonly before: number;
  /** Bytes looked at after it. */
  readonly after: number;
}

/** About eight words before, three after: a label stands before its value far more often than behind it. */
export const NEAR: Reach = { before: 60, after: 24 };
/** The label right before the value, with what separates them. */
export const LABEL: Reach = { before: 28, after: 0 };
/** A sentence. */
export const FAR: Reach = { before: 160, after: 60 };

/**
 * Words and phrases in any of the languages. Compared without regard to ASCII case; letters outside
 * ASCII must be given in each case they occur in. A phrase matches where its words stand side by
 * side, separated as given. A word that ends in `*` matches as a beginning.
 */
export function contextWords(words: readonly string[]): ContextWords {
  const byHash = new Map<number, Uint8Array[]>();
  const firsts = new Uint8Array(256);
  for (const word of words) {
    const bytes = encoder.encode(word).map(lower);
    const hash = hashOf(bytes, 0, wordEnd(bytes, 0, bytes.length), bytes[bytes.length - 1] === STAR);
    const list = byHash.get(hash) ?? [];
    if (list.length === 0) byHash.set(hash, list);
    list.push(bytes);
    firsts[bytes[0] ?? HARD] = 1;
  }
  return { byHash, firsts };
}

const STAR = 0x2a;
/** A word with a `*` is found by its first bytes. */
const STEM = 4;

/** First byte of characters of three bytes, and their size: scripts that put no space between words. */
const UNSPACED = 0xe0;
const UNSPACED_SIZE = 3;

/** Whether one of the words stands beside `[start, end)`, on the same or a neighbouring line. */
export function hasContext(
  text: Text,
  start: number,
  end: number,
  words: ContextWords,
  reach: Reach = NEAR,
): boolean {
  return (
    seek(text, afterTag(text, Math.max(text.start, start - reach.before), start), start, words) ||
    seek(text, end, beforeTag(text, end, Math.min(text.end, end + reach.after)), words)
  );
}

const OPEN = 0x5b;
const CLOSE = 0x5d;

/**
 * What was redacted before is no context, nor is anything behind it: `[PHONE]` would make a phone
 * of the next number, and a tag that is shorter than its value would bring other words nearer. So a
 * second pass sees no more than the first one did.
 */
function afterTag({ bytes }: Text, from: number, to: number): number {
  for (let at = to - 1; at >= from; at -= 1)
    if (bytes[at] === CLOSE && isTagByte(bytes[at - 1])) return at + 1;
  return from;
}

function beforeTag({ bytes }: Text, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === OPEN && is(bytes, at + 1, UPPER) && is(bytes, at + 2, UPPER)) return at;
  }
  return to;
}

/** The last byte before the bracket: a capital of the type, or a character of what follows its name. */
function isTagByte(byte: number | undefined): boolean {
  return byte !== undefined && ((CLASS[byte] ?? 0) & ALNUM) !== 0;
}

function seek({ bytes, start, end }: Text, from: number, to: number, words: ContextWords): boolean {
  let at = from;
  // What begins before the reach is not a whole word; at the start of the document it is.
  while (at > start && at < to && !isBoundary(bytes, at - 1)) at += 1;
  while (at < to) {
    const byte = bytes[at] ?? HARD;
    if (!isPart(bytes, at, byte)) {
      at += 1;
      continue;
    }
    const after = wordEnd(bytes, at, end);
    if (
      words.firsts[lower(byte)] === 1 &&
      (matches(bytes, at, end, words.byHash.get(hashOf(bytes, at, after, false))) ||
        matches(bytes, at, end, words.byHash.get(hashOf(bytes, at, after, true))))
    ) {
      return true;
    }
    at = byte >= UNSPACED ? at + UNSPACED_SIZE : after;
  }
  return false;
}

function matches(
  bytes: Uint8Array,
  at: number,
  end: number,
  phrases: readonly Uint8Array[] | undefined,
): boolean {
  if (phrases === undefined) return false;
  for (const phrase of phrases) {
    const isStem = phrase[phrase.length - 1] === STAR;
    const size = isStem ? phrase.length - 1 : phrase.length;
    let index = 0;
    while (index < size && at + index < end && lower(bytes[at + index] ?? HARD) === phrase[index]) index += 1;
    if (index === size && (isStem || at + size >= end || isBoundary(bytes, at + size))) return true;
  }
  return false;
}

function wordEnd(bytes: Uint8Array, at: number, limit: number): number {
  let end = at;
  while (end < limit && isPart(bytes, end, bytes[end] ?? HARD)) end += 1;
  return end;
}

/** Whether a byte is part of a word; for ASCII by the table alone. */
function isPart(bytes: Uint8Array, at: number, byte: number): boolean {
  return byte < 0x80 ? ((CLASS[byte] ?? 0) & ALNUM) !== 0 : !isBoundary(bytes, at);
}

function hashOf(bytes: Uint8Array, start: number, end: number, isStem: boolean): number {
  let hash = isStem ? 7 : 5381;
  const stop = isStem ? Math.min(end, start + STEM) : end;
  for (let at = start; at < stop; at += 1) hash = (Math.imul(hash, 33) ^ lower(bytes[at] ?? 0)) | 0;
  return hash;
}
