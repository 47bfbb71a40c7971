/**
 * Literals -> **Pairs**: at which two bytes to stop
 *
 * Of each literal the pair of neighbouring bytes that is rarest in text is chosen; only where that
 * pair stands, and four bytes from it on have the right hash, is the literal compared. One table of
 * 65,536 entries (previous byte, byte) says for every place whether anything might begin there.
 */
import type { Literal } from "../recognizers/recognizer.ts";
import type { Asked } from "./asked.ts";
import { ALNUM, CLASS, DIGIT, LETTER, LOWER, lower, UPPER, WIDE } from "./bytes.ts";
import { gramOf, LITERAL } from "./candidates.ts";
import { frequencyOf } from "./frequency.ts";

/** A digit after something that is neither letter nor digit of ASCII. */
export const NUMBER = 1;
/** A digit after a letter, or a letter after a digit. */
export const MIXED = 2;
/** An upper-case letter, or one outside ASCII, where a word begins. */
export const CAPITAL = 4;
/** The chosen pair of a literal of one or two bytes. */
export const SHORT = 16;

export interface Anchor {
  readonly asked: Asked;
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
  readonly fours: Uint16Array;
  /** The same for literals of three bytes. */
  readonly threes: Uint16Array;
  /** By `previous << 8 | byte`, for short literals: an index into `anchors`. */
  readonly shorts: Uint16Array;
  readonly anchors: readonly (readonly Anchor[])[];
}

/** First bytes of characters that can begin a name: Latin, Greek, Cyrillic and others, not CJK or symbols. */
const CAPITAL_LEADS: readonly (readonly [number, number])[] = [
  [0xc3, 0xc9],
  [0xce, 0xd5],
];

/** More than any frequency. */
const LOOKED = 10;
const ANY: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);

const encoder = new TextEncoder();

export function pairsOf(all: readonly Asked[]): Pairs {
  const pairs = {
    table: new Uint8Array(65_536),
    fours: new Uint16Array(65_536),
    threes: new Uint16Array(65_536),
    shorts: new Uint16Array(65_536),
    anchors: [[]] as Anchor[][],
  };
  for (let previous = 0; previous < 256; previous += 1) {
    for (let byte = 0; byte < 256; byte += 1) pairs.table[(previous << 8) | byte] = shapeOf(previous, byte);
  }
  const drafts = all.flatMap((asked) =>
    asked.literals.map((literal, index) => draftOf(asked, index, literal)),
  );
  // First those that have no rare pair: the others then share theirs where they can.
  drafts.sort((one, other) => other.least - one.least);
  for (const draft of drafts) addAnchor(pairs, draft);
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

interface AnchorDraft {
  readonly anchor: Omit<Anchor, "back">;
  /** How many bytes from the pair on are compared by hash; 0 for none. */
  readonly gram: 0 | 3 | 4;
  /** Places the pair's second byte can have. */
  readonly seconds: readonly number[];
  /** How frequent the rarest of the pairs is. */
  readonly least: number;
}

function draftOf(asked: Asked, index: number, literal: Literal): AnchorDraft {
  const ignoreCase = literal.ignoreCase === true;
  const encoded = encoder.encode(literal.text);
  const bytes = ignoreCase ? encoded.map(lower) : encoded;
  if (bytes.length === 0) throw new RangeError(`${asked.name}: a literal is empty`);
  const gram = bytes.length >= 4 ? 4 : bytes.length === 3 ? 3 : 0;
  // The bytes that are hashed are all the literal's own.
  const last = bytes.length - Math.max(gram, 2) + 1;
  const seconds = bytes.length === 1 ? [0] : Array.from({ length: last }, (_, at) => at + 1);
  const wordStart = literal.wordStart === true;
  const wordEnd = literal.wordEnd === true;
  return {
    anchor: { asked, literal: index, bytes, ignoreCase, wordStart, wordEnd },
    gram,
    seconds,
    least: Math.min(...seconds.map((second) => frequencyOf(bytes[second - 1] ?? 0, bytes[second] ?? 0))),
  };
}

function addAnchor(pairs: Draft, { anchor: draft, gram, seconds }: AnchorDraft): void {
  const { bytes, ignoreCase } = draft;
  const second = cheapest(pairs.table, bytes, seconds);
  const anchor: Anchor = { ...draft, back: second };
  const firsts = bytes.length === 1 ? ANY : casesOf(bytes[second - 1] ?? 0, ignoreCase);
  for (const previous of firsts) {
    for (const byte of casesOf(bytes[second] ?? 0, ignoreCase)) {
      const pair = (previous << 8) | byte;
      pairs.table[pair] = (pairs.table[pair] ?? 0) | (gram === 0 ? SHORT : LITERAL);
      if (gram === 0) addTo(pairs.shorts, pair, pairs, anchor);
    }
  }
  if (gram !== 0)
    addTo(gram === 4 ? pairs.fours : pairs.threes, gramOf(bytes, second - 1, gram), pairs, anchor);
}

/** A pair that is looked at anyway costs nothing more; of those, and else of all, the rarest. */
function cheapest(table: Uint8Array, bytes: Uint8Array, seconds: readonly number[]): number {
  let best = seconds[0] ?? 0;
  let least = Number.POSITIVE_INFINITY;
  for (const second of seconds) {
    const [previous, byte] = [bytes[second - 1] ?? 0, bytes[second] ?? 0];
    const isLooked = ((table[(previous << 8) | byte] ?? 0) & LITERAL) !== 0;
    const cost = frequencyOf(previous, byte) - (isLooked ? LOOKED : 0);
    if (cost < least) {
      least = cost;
      best = second;
    }
  }
  return best;
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
