/**
 * Literals -> **Pairs**: at which two bytes to stop
 *
 * Of each literal the pair of neighbouring bytes that is rarest in text is chosen; only where that
 * pair stands is the literal compared. One table of 65,536 entries (previous byte, byte) says for
 * every place whether anything might begin there.
 */
import type { Literal, Recognizer } from "../recognizers/recognizer.ts";
import { CLASS, DIGIT, LETTER, LOWER, lower, UPPER, WIDE, WORD } from "./bytes.ts";
import { frequencyOf } from "./frequency.ts";

/** A digit after something that is neither letter nor digit. */
export const NUMBER = 1;
/** A digit after a letter, or a letter after a digit. */
export const MIXED = 2;
/** An upper-case letter, or one outside ASCII, where a word begins. */
export const CAPITAL = 4;
/** The chosen pair of a literal. */
export const LITERAL = 8;

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
  /** For pairs of literals: an index into `anchors`. */
  readonly bucket: Uint16Array;
  readonly anchors: readonly (readonly Anchor[])[];
}

/** First bytes of characters that can begin a name: Latin, Greek, Cyrillic and others, not CJK or symbols. */
const CAPITAL_LEADS: readonly (readonly [number, number])[] = [
  [0xc3, 0xc9],
  [0xce, 0xd5],
];

const encoder = new TextEncoder();

export function pairsOf(recognizers: readonly Recognizer[]): Pairs {
  const table = new Uint8Array(65_536);
  const bucket = new Uint16Array(65_536);
  const anchors: Anchor[][] = [[]];
  for (let previous = 0; previous < 256; previous += 1) {
    for (let byte = 0; byte < 256; byte += 1) table[(previous << 8) | byte] = shapeOf(previous, byte);
  }
  for (const recognizer of recognizers) {
    for (const [index, literal] of (recognizer.literals ?? []).entries()) {
      addAnchor(recognizer, index, literal, table, bucket, anchors);
    }
  }
  return { table, bucket, anchors };
}

function shapeOf(previous: number, byte: number): number {
  const before = CLASS[previous] ?? 0;
  const here = CLASS[byte] ?? 0;
  let bits = 0;
  if ((here & DIGIT) !== 0 && (before & WORD) === 0) bits |= NUMBER;
  if ((here & DIGIT) !== 0 && (before & (UPPER | LOWER)) !== 0) bits |= MIXED;
  if ((here & (UPPER | LOWER)) !== 0 && (before & DIGIT) !== 0) bits |= MIXED;
  const isCapital =
    (here & UPPER) !== 0 ||
    ((here & WIDE) !== 0 && CAPITAL_LEADS.some(([from, to]) => byte >= from && byte <= to));
  if (isCapital && (before & LETTER) === 0) bits |= CAPITAL;
  return bits;
}

function addAnchor(
  recognizer: Recognizer,
  index: number,
  literal: Literal,
  table: Uint8Array,
  bucket: Uint16Array,
  anchors: Anchor[][],
): void {
  const ignoreCase = literal.ignoreCase === true;
  const encoded = encoder.encode(literal.text);
  const bytes = ignoreCase ? encoded.map(lower) : encoded;
  const anchor = {
    recognizer,
    literal: index,
    bytes,
    ignoreCase,
    wordStart: literal.wordStart === true,
    wordEnd: literal.wordEnd === true,
  };
  const add = (previous: number, byte: number, back: number): void => {
    const pair = (previous << 8) | byte;
    table[pair] = (table[pair] ?? 0) | LITERAL;
    if (bucket[pair] === 0) {
      bucket[pair] = anchors.length;
      anchors.push([]);
    }
    anchors[bucket[pair] ?? 0]?.push({ ...anchor, back });
  };
  const first = bytes[0];
  if (first === undefined) throw new RangeError(`${recognizer.name}: a literal is empty`);
  if (bytes.length === 1) {
    for (let previous = 0; previous < 256; previous += 1) add(previous, first, 0);
    return;
  }
  const second = rarestPair(bytes, 0, bytes.length);
  for (const previous of casesOf(bytes[second - 1] ?? 0, ignoreCase)) {
    for (const byte of casesOf(bytes[second] ?? 0, ignoreCase)) add(previous, byte, second);
  }
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
