/**
 * A token and its neighbours -> **features**: what the model has weights for
 *
 * Shared by the tagger and its trainer: a change here needs a new model. Everything is arithmetic on
 * hashes and table codes; a feature never needs a string.
 */
import { lower } from "../scan/bytes.ts";
import { GAP, SHAPE, type Tokens } from "./tokens.ts";

/** Features are numbers of as many bits; the model has fewer buckets and uses the upper bits. */
export const FEATURE_BITS = 24;
/** The model has 2 to the power of this many buckets. */
export const BUCKET_BITS = 17;
export const BUCKET_SHIFT: number = FEATURE_BITS - BUCKET_BITS;
/** How many features a token has. */
export const FEATURES = 34;

const EDGE = 0x5bd1e995 | 0;
const SHIFT = 32 - FEATURE_BITS;

/** Kinds of features begin with different states. */
const KIND = Int32Array.from({ length: 64 }, (_, kind) => Math.imul(kind + 1, 0x9e3779b1));

function feature(kind: number, one: number, other: number): number {
  const hash = Math.imul(one ^ (KIND[kind] as number), 0x85ebca6b);
  return Math.imul(hash ^ (hash >>> 15) ^ Math.imul(other, 0x27d4eb2f), 0xc2b2ae35) >>> SHIFT;
}

/** A line, a list item or a record begins: what stands before says nothing. */
function isEdge(gap: number): boolean {
  return gap === GAP.line || gap === GAP.bullet || gap === GAP.hard;
}

function isSentenceStart(tokens: Tokens, at: number): boolean {
  const gap = tokens.gap[at] as number;
  if (isEdge(gap) || gap === GAP.sentence) return true;
  return (
    gap === GAP.dot &&
    at > 0 &&
    tokens.shape[at - 1] !== SHAPE.initial &&
    (tokens.end[at - 1] as number) - (tokens.start[at - 1] as number) > 2
  );
}

/** Hash of a word's last bytes, in small letters as far as they are ASCII. */
function suffix({ bytes, start, end }: Tokens, at: number, size: number): number {
  const to = end[at] as number;
  let hash = size;
  for (let index = Math.max(start[at] as number, to - size); index < to; index += 1) {
    hash = Math.imul(hash ^ lower(bytes[index] as number), 0x01000193);
  }
  return hash;
}

function prefix({ bytes, start, end }: Tokens, at: number, size: number): number {
  const from = start[at] as number;
  const to = Math.min(end[at] as number, from + size);
  let hash = size;
  for (let index = from; index < to; index += 1)
    hash = Math.imul(hash ^ lower(bytes[index] as number), 0x01000193);
  return hash;
}

/** Writes the `FEATURES` features of token `at` to `out` from `place` on. */
export function featuresAt(
  tokens: Tokens,
  codes: Uint16Array,
  at: number,
  out: Int32Array,
  place: number,
): void {
  const { hash, shape, gap, count } = tokens;
  const gap0 = gap[at] as number;
  const gap1 = at + 1 < count ? (gap[at + 1] as number) : GAP.line;
  const hasBefore = at > 0 && !isEdge(gap0);
  const hasAfter = at + 1 < count && !isEdge(gap1);
  const hasBefore2 = hasBefore && at > 1 && !isEdge(gap[at - 1] as number);
  const hasAfter2 = hasAfter && at + 2 < count && !isEdge(gap[at + 2] as number);
  const word = hash[at] as number;
  const w1 = hasBefore ? (hash[at - 1] as number) : EDGE;
  const w2 = hasBefore2 ? (hash[at - 2] as number) : EDGE;
  const n1 = hasAfter ? (hash[at + 1] as number) : EDGE;
  const n2 = hasAfter2 ? (hash[at + 2] as number) : EDGE;
  const code = codes[at] as number;
  const c1 = hasBefore ? (codes[at - 1] as number) : 0x10000;
  const d1 = hasAfter ? (codes[at + 1] as number) : 0x10000;
  const c2 = hasBefore2 ? (codes[at - 2] as number) : 0x10000;
  const d2 = hasAfter2 ? (codes[at + 2] as number) : 0x10000;
  const s0 = shape[at] as number;
  const s1 = hasBefore ? (shape[at - 1] as number) : 15;
  const t1 = hasAfter ? (shape[at + 1] as number) : 15;
  const s2 = hasBefore2 ? (shape[at - 2] as number) : 15;
  const t2 = hasAfter2 ? (shape[at + 2] as number) : 15;
  const start = isSentenceStart(tokens, at) ? 1 : 0;
  const gaps = (gap0 << 5) | gap1;
  const size = Math.min(12, (tokens.end[at] as number) - (tokens.start[at] as number));
  const suffix3 = suffix(tokens, at, 3);
  // How much around is written with capitals: headings and shouting.
  let capitals = 0;
  for (let index = Math.max(0, at - 4); index <= at + 4 && index < count; index += 1) {
    const one = shape[index] as number;
    capitals += one === SHAPE.capital || one === SHAPE.initial ? 1 : one === SHAPE.upper ? 10 : 0;
  }
  out[place] = feature(0, start, s0);
  out[place + 1] = feature(1, word, 0);
  out[place + 2] = feature(2, w1, 0);
  out[place + 3] = feature(3, n1, 0);
  out[place + 4] = feature(4, w2, 0);
  out[place + 5] = feature(5, n2, 0);
  out[place + 6] = feature(6, w1, word);
  out[place + 7] = feature(7, word, n1);
  out[place + 8] = feature(8, w2, w1);
  out[place + 9] = feature(9, n1, n2);
  out[place + 10] = feature(10, suffix3, 0);
  out[place + 11] = feature(11, suffix(tokens, at, 2), size);
  out[place + 12] = feature(12, suffix(tokens, at, 4), 0);
  out[place + 13] = feature(13, prefix(tokens, at, 3), 0);
  out[place + 14] = feature(14, s0, gaps);
  out[place + 15] = feature(15, code, start);
  out[place + 16] = feature(16, code, d1);
  out[place + 17] = feature(17, c1, code);
  out[place + 18] = feature(18, code, (s0 << 12) | gaps);
  out[place + 19] = feature(19, (s1 << 8) | (s0 << 4) | t1, gaps);
  out[place + 20] = feature(20, w1, (s0 << 8) | gap0);
  out[place + 21] = feature(21, n1, (s0 << 8) | gap1);
  out[place + 22] = feature(22, c1, (d1 << 1) | start);
  out[place + 23] = feature(23, c2, c1);
  out[place + 24] = feature(24, d1, d2);
  out[place + 25] = feature(25, capitals, (s0 << 1) | start);
  out[place + 26] = feature(26, (s2 << 12) | (s1 << 8) | (t1 << 4) | t2, s0);
  out[place + 27] = feature(27, size, (s0 << 1) | start);
  out[place + 28] = feature(28, hasBefore ? suffix(tokens, at - 1, 3) : EDGE, gap0);
  out[place + 29] = feature(29, hasAfter ? suffix(tokens, at + 1, 3) : EDGE, gap1);
  out[place + 30] = feature(30, suffix3, (s0 << 8) | s1);
  out[place + 31] = feature(31, code, (c1 << 15) ^ d1);
  out[place + 32] = feature(32, word, start);
  out[place + 33] = feature(33, capitals, code);
}
