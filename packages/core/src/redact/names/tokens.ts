/**
 * Text -> **Tokens**: words and what stands between them
 *
 * Everything later works on numbers: where a word is, the hash of its folded form, its shape, and the
 * class of the gap before it. One pass, no strings, arrays that are kept from document to document.
 */
import { HARD, type Text } from "../scan/text.ts";
import { CAPITAL_BIT, FOLDED, foldThree, MARK, NO_LETTER } from "./fold.ts";

/** What stands between a word and the one before it. Numbers are part of the model: never reorder. */
export const GAP = {
  hard: 0,
  space: 1,
  hyphen: 2,
  apostrophe: 3,
  dotTight: 4,
  dot: 5,
  sentence: 6,
  comma: 7,
  colon: 8,
  line: 9,
  open: 10,
  close: 11,
  slash: 12,
  at: 13,
  hash: 14,
  underscore: 15,
  ampersand: 16,
  dash: 17,
  code: 18,
  semicolon: 19,
  bullet: 20,
  other: 21,
} as const;

/** Shapes of words. Numbers are part of the model: never reorder. */
export const SHAPE = {
  lower: 0,
  capital: 1,
  upper: 2,
  initial: 3,
  mixed: 4,
  digits: 5,
  alphanumeric: 6,
  camel: 7,
} as const;

export interface Tokens {
  /** The document's bytes, for whoever needs a word's letters. */
  bytes: Uint8Array;
  count: number;
  start: Int32Array;
  end: Int32Array;
  /** Hash of the folded form. */
  hash: Int32Array;
  shape: Uint8Array;
  gap: Uint8Array;
  /** 1 inside a URL: never part of a name. */
  flags: Uint8Array;
}

export function newTokens(): Tokens {
  return {
    bytes: new Uint8Array(0),
    count: 0,
    start: new Int32Array(0),
    end: new Int32Array(0),
    hash: new Int32Array(0),
    shape: new Uint8Array(0),
    gap: new Uint8Array(0),
    flags: new Uint8Array(0),
  };
}

/** Makes room for the words of `size` bytes: two bytes at least are a word and its gap. */
function grow(tokens: Tokens, size: number): void {
  if (tokens.start.length * 2 >= size + 8) return;
  const most = (size >> 1) + (size >> 3) + 64;
  tokens.start = new Int32Array(most);
  tokens.end = new Int32Array(most);
  tokens.hash = new Int32Array(most);
  tokens.shape = new Uint8Array(most);
  tokens.gap = new Uint8Array(most);
  tokens.flags = new Uint8Array(most);
}

/** Kinds of a word's characters, in the bits above the small form in `LETTERS`. */
const DIGIT = 0x100;
const CAPITAL = 0x200;
const SMALL = 0x400;
const WIDE = 0x800;
/** By byte: its small form and kind, 0 where it ends a word. */
const LETTERS = new Int32Array(256).fill(WIDE, 0x80);
for (let byte = 0; byte < 128; byte += 1) {
  if (byte >= 0x30 && byte <= 0x39) LETTERS[byte] = byte | DIGIT;
  else if (byte >= 0x41 && byte <= 0x5a) LETTERS[byte] = byte | 0x20 | CAPITAL;
  else if (byte >= 0x61 && byte <= 0x7a) LETTERS[byte] = byte | SMALL;
}

const HASH_SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** Ends a hash: the low bits depend on all bytes. */
function finish(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** Reads the document. */
export function tokenise(text: Text, tokens: Tokens): void {
  const { bytes, start: begin, end: limit } = text;
  grow(tokens, limit - begin);
  tokens.bytes = bytes;
  const { start, end, hash: hashes, shape, gap, flags } = tokens;
  let count = 0;
  let at = begin;
  let gapFrom = begin;
  let url = 0;
  while (at < limit) {
    let letter = LETTERS[bytes[at] as number] as number;
    if (letter === 0) {
      at += 1;
      continue;
    }
    const wordStart = at;
    let hash = HASH_SEED;
    // Kinds of the first character, and of all that follow.
    let first = 0;
    let rest = 0;
    while (letter !== 0) {
      if (letter === WIDE) {
        const size = (bytes[at] as number) < 0xe0 ? 2 : (bytes[at] as number) < 0xf0 ? 3 : 4;
        const code = wideAt(bytes, at);
        if (code === NO_LETTER) {
          if (at === wordStart) at += size;
          break;
        }
        at += size;
        if (code !== MARK) {
          const plain = code & 0x7fff;
          hash = Math.imul(hash ^ (plain & 0xff), PRIME);
          if (plain > 0x7f) hash = Math.imul(hash ^ (plain >> 8) ^ 0x100, PRIME);
          const kind = (code & CAPITAL_BIT) !== 0 ? CAPITAL : SMALL;
          if (first === 0) first = kind;
          else rest |= kind;
        }
      } else {
        hash = Math.imul(hash ^ (letter & 0xff), PRIME);
        if (at === wordStart) first = letter;
        else rest |= letter;
        at += 1;
      }
      letter = at < limit ? (LETTERS[bytes[at] as number] as number) : 0;
    }
    if (at > limit) at = limit;
    if ((first | rest) === 0) continue;
    const between = wordStart - gapFrom;
    const before =
      count === 0
        ? GAP.line
        : between === 1 && bytes[gapFrom] === 0x20
          ? GAP.space
          : gapOf(bytes, gapFrom, wordStart);
    if (url === 1 && hasBlank(bytes, gapFrom, wordStart)) url = 0;
    else if (url === 0 && between === 3 && isScheme(bytes, gapFrom)) url = 1;
    start[count] = wordStart;
    end[count] = at;
    hashes[count] = finish(hash);
    gap[count] = before;
    flags[count] = url;
    shape[count] = shapeOf(first, rest);
    count += 1;
    gapFrom = at;
  }
  tokens.count = count;
}

function shapeOf(first: number, rest: number): number {
  const all = first | rest;
  if ((all & DIGIT) !== 0) return (all & (CAPITAL | SMALL)) === 0 ? SHAPE.digits : SHAPE.alphanumeric;
  if ((all & CAPITAL) === 0) return SHAPE.lower;
  if ((first & CAPITAL) === 0) return SHAPE.camel;
  if ((rest & CAPITAL) === 0) return (rest & SMALL) === 0 ? SHAPE.initial : SHAPE.capital;
  return (rest & SMALL) === 0 ? SHAPE.upper : SHAPE.mixed;
}

/** The folded form of the character at `at`, whose first byte is not ASCII. */
function wideAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] as number;
  const second = (bytes[at + 1] as number) & 0x3f;
  if (byte < 0xc2 || byte >= 0xf0) return NO_LETTER;
  if (byte < 0xe0) return FOLDED[((byte & 0x1f) << 6) | second] as number;
  return foldThree(((byte & 0x0f) << 12) | (second << 6) | ((bytes[at + 2] as number) & 0x3f));
}

function hasBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (byte <= 0x20 || byte === 0x22 || byte === 0x3e || byte === 0x29 || byte === 0x5d) return true;
  }
  return false;
}

/** `://`: what follows, up to a blank, is a URL. */
function isScheme(bytes: Uint8Array, from: number): boolean {
  return bytes[from] === 0x3a && bytes[from + 1] === 0x2f && bytes[from + 2] === 0x2f;
}

/** Class of each byte of punctuation. */
const PUNCTUATION = new Uint8Array(256).fill(GAP.other);
const CLASSES: readonly (readonly [string, number])[] = [
  ["-", GAP.hyphen],
  ["'", GAP.apostrophe],
  [".", GAP.dot],
  ["!?", GAP.sentence],
  [",", GAP.comma],
  [":", GAP.colon],
  ['([{"', GAP.open],
  [")]}", GAP.close],
  ["/\\", GAP.slash],
  ["@", GAP.at],
  ["#", GAP.hash],
  ["_", GAP.underscore],
  ["&+", GAP.ampersand],
  ["=<>$|^~%`", GAP.code],
  [";", GAP.semicolon],
  ["*", GAP.bullet],
];
for (const [characters, value] of CLASSES) {
  for (const character of characters) PUNCTUATION[character.charCodeAt(0)] = value;
}

function gapOf(bytes: Uint8Array, from: number, to: number): number {
  const first = bytes[from] as number;
  if (to - from === 1) {
    if (first === 0x20 || first === 0x09) return GAP.space;
    if (first === 0x0a || first === 0x0d) return GAP.line;
    if (first === 0x2e) return GAP.dotTight;
    if (first === HARD) return GAP.hard;
    return PUNCTUATION[first] as number;
  }
  let kind: number = GAP.space;
  let line = false;
  let blank = false;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (byte === HARD) return GAP.hard;
    if (byte === 0x20 || byte === 0x09) {
      blank = true;
      continue;
    }
    if (byte === 0x0a || byte === 0x0d) {
      line = true;
      kind = GAP.line;
      continue;
    }
    if (byte >= 0x80) {
      kind = wideGap(bytes, at, kind, to - from, line);
      if (byte >= 0xc0) at += byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
      continue;
    }
    const one = PUNCTUATION[byte] as number;
    if (line && (one === GAP.hyphen || one === GAP.bullet)) kind = GAP.bullet;
    else if (one === GAP.hyphen) kind = kind === GAP.space ? GAP.dash : kind;
    else if (one === GAP.apostrophe) kind = kind === GAP.space || kind === GAP.line ? GAP.open : kind;
    else if (one === GAP.bullet) kind = line ? GAP.bullet : kind === GAP.space ? GAP.open : kind;
    else if (one === GAP.open && !(byte === 0x22 && !blank)) kind = kind === GAP.line ? GAP.line : GAP.open;
    else if (one === GAP.open) kind = kind === GAP.space ? GAP.close : kind;
    else if (one === GAP.close) kind = kind === GAP.space ? GAP.close : kind;
    // A rule of underscores ends what stands above it, or is a blank to fill in.
    else if (one === GAP.underscore) kind = GAP.line;
    else if (!line || one === GAP.at || one === GAP.hash || one === GAP.code) kind = one;
  }
  return kind;
}

/** Curly quotes, dashes and what else is not ASCII. */
function wideGap(bytes: Uint8Array, at: number, kind: number, size: number, line: boolean): number {
  const lead = bytes[at] as number;
  const last = bytes[at + 2] as number;
  if (lead === 0xc2) return kind;
  if (lead === 0xe2 && bytes[at + 1] === 0x80) {
    if (size === 3 && (last === 0x99 || last === 0x98)) return GAP.apostrophe;
    if (size === 3 && (last === 0x90 || last === 0x91)) return GAP.hyphen;
    if (last === 0x93 || last === 0x94 || last === 0x90 || last === 0x91) return GAP.dash;
    if (last === 0x9c || last === 0x98 || last === 0x9e) return kind === GAP.line ? kind : GAP.open;
    if (last === 0x9d || last === 0x99) return kind === GAP.space ? GAP.close : kind;
    if (last === 0xa2) return GAP.bullet;
    if (last === 0xa6) return GAP.sentence;
  }
  if (lead === 0xe3) return GAP.sentence;
  return line ? GAP.line : GAP.other;
}
