/**
 * Literals -> **Pairs**: at which two bytes to stop
 *
 * Of each literal the pair of neighbouring bytes that is rarest in text is chosen; only where that
 * pair stands, and four bytes from it on have the right hash, is the literal compared. One table of
 * 65,536 entries (previous byte, byte) says for every place whether anything might begin there.
 */
import type { Literal, Recognizer } from "../recognizers/recognizer.ts";
import { ALNUM, CLASS, DIGIT, LETTER, LOWER, lower, UPPER, WIDE } from "./bytes.ts";
import { gramOf, LITERAL } from "./candidates.ts";
import { frequencyOf } from "./frequency.ts";

/** A digit after something that is neither letter nor digit of ASCII. */
export const NUMBER = 1;
/** A digit after a letter, or a letter after a digit. */
export const MIXED = 2;
/** An upper-case letter, or one outside ASCII, where a word begins. */
export const CAPITAL = 4;
/** The chosen pair of a literal of less than four bytes. */
export const SHORT = 16;

export interface Anchor {
  readonly recognizer: Recognizer;
  readonly literal: number;
  /** Bytes of the literal, in lower case if case does not count. */
  readonly bytes: Uint8Array;
  readonly ignoreCase: boolean;
  readonly wordStart: boolean;
  readonly wordEnd: boolean;
  /** How many bytes before the pair's second byte the literal begins. */
  readonly back: number;
}

export interface Pairs {
  /** Class bits by `previous << 8 | byte`. */
  readonly table: Uint8Array;
  /** By the hash of four bytes from the pair on: an index into `anchors`, 0 for none. */
  readonly grams: Uint16Array;
  /** By `previous << 8 | byte`, for short literals: an index into `anchors`. */
  readonly shorts: Uint16Array;
  readonly anchors: readonly (readonly Anchor[])[];
}

/** First bytes of characters that can begin a name: Latin, Greek, Cyrillic and others, not CJK or symbols. */
const CAPITAL_LEADS: readonly (readonly [number, number])[] = [
  [0xc3, 0xc9],
  [0xce, 0xd5],
];

/** Bytes that are hashed from a long literal's pair on. */
const GRAM = 4;
const ANY: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);

const encoder = new TextEncoder();

export function pairsOf(recognizers: readonly Recognizer[]): Pairs {
  const pairs = {
    table: new Uint8Array(65_536),
    grams: new Uint16Array(65_536),
    shorts: new Uint16Array(65_536),
    anchors: [[]] as Anchor[][],
  };
  for (let previous = 0; previous < 256; previous += 1) {
    for (let byte = 0; byte < 256; byte += 1) pairs.table[(previous << 8) | byte] = shapeOf(previous, byte);
  }
  for (const recognizer of recognizers) {
    for (const [index, literal] of (recognizer.literals ?? []).entries()) {
      addAnchor(pairs, recognizer, index, literal);
    }
  }
  return pairs;
}

function shapeOf(previous: number, byte: number): number {
  const before = CLASS[previous] ?? 0;
  const here = CLASS[byte] ?? 0;
  let bits = 0;
  // Behind a byte outside ASCII too: it may be a quote or a space that does not break.
  if ((here & DIGIT) !== 0 && (before & ALNUM) === 0) bits |= NUMBER;
  if ((here & DIGIT) !== 0 && (before & (UPPER | LOWER)) !== 0) bits |= MIXED;
  if ((here & (UPPER | LOWER)) !== 0 && (before & DIGIT) !== 0) bits |= MIXED;
  const isCapital =
    (here & UPPER) !== 0 ||
    ((here & WIDE) !== 0 && CAPITAL_LEADS.some(([from, to]) => byte >= from && byte <= to));
  if (isCapital && (before & LETTER) === 0) bits |= CAPITAL;
  return bits;
}

interface Draft extends Pairs {
  readonly anchors: Anchor[][];
}

function addAnchor(pairs: Draft, recognizer: Recognizer, index: number, literal: Literal): void {
  const ignoreCase = literal.ignoreCase === true;
  const encoded = encoder.encode(literal.text);
  const bytes = ignoreCase ? encoded.map(lower) : encoded;
  const [first] = bytes;
  if (first === undefined) throw new RangeError(`${recognizer.name}: a literal is empty`);
  // The four bytes from the pair on are all the literal's own, if it has as many.
  const isLong = bytes.length >= GRAM;
  const second =
    bytes.length === 1 ? 0 : rarestPair(bytes, 0, isLong ? bytes.length - GRAM + 2 : bytes.length);
  const anchor: Anchor = {
    recognizer,
    literal: index,
    bytes,
    ignoreCase,
    wordStart: literal.wordStart === true,
    wordEnd: literal.wordEnd === true,
    back: second,
  };
  const firsts = bytes.length === 1 ? ANY : casesOf(bytes[second - 1] ?? 0, ignoreCase);
  for (const previous of firsts) {
    for (const byte of casesOf(bytes[second] ?? 0, ignoreCase)) {
      const pair = (previous << 8) | byte;
      pairs.table[pair] = (pairs.table[pair] ?? 0) | (isLong ? LITERAL : SHORT);
      if (!isLong) addTo(pairs.shorts, pair, pairs, anchor);
    }
  }
  if (isLong) addTo(pairs.grams, gramOf(bytes, second - 1), pairs, anchor);
}

function addTo(index: Uint16Array, key: number, { anchors }: Draft, anchor: Anchor): void {
  if (index[key] === 0) {
    index[key] = anchors.length;
    anchors.push([]);
  }
  anchors[index[key] ?? 0]?.push(anchor);
}

/** Index of the second byte of the pair that is rarest in text; the second byte if all are alike. */
export function rarestPair(bytes: Uint8Array, start: number, end: number): number {
  let best = start + 1;
  let least = Number.POSITIVE_INFINITY;
  for (let at = start + 1; at < end; at += 1) {
    const frequency = frequencyOf(bytes[at - 1] ?? 0, bytes[at] ?? 0);
    if (frequency < least) {
      least = frequency;
      best = at;
    }
  }
  return best;
}

function casesOf(byte: number, ignoreCase: boolean): readonly number[] {
  const isLetter = byte >= 0x61 && byte <= 0x7a;
  return ignoreCase && isLetter ? [byte, byte - 0x20] : [byte];
}
