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

/** A word inside a URL or a path is never part of a name. */
export const IN_URL = 1;

export interface Tokens {
  count: number;
  start: Int32Array;
  end: Int32Array;
  /** Hash of the folded form. */
  hash: Int32Array;
  /** Where the folded form begins in `folded`; it ends where the next one begins. */
  from: Int32Array;
  shape: Uint8Array;
  gap: Uint8Array;
  flags: Uint8Array;
  folded: Uint8Array;
}

export function newTokens(): Tokens {
  return {
    count: 0,
    start: new Int32Array(0),
    end: new Int32Array(0),
    hash: new Int32Array(0),
    from: new Int32Array(0),
    shape: new Uint8Array(0),
    gap: new Uint8Array(0),
    flags: new Uint8Array(0),
    folded: new Uint8Array(0),
  };
}

function grow(tokens: Tokens, size: number): void {
  if (tokens.folded.length >= size + 8) return;
  const most = size + (size >> 2) + 64;
  tokens.start = new Int32Array(most);
  tokens.end = new Int32Array(most);
  tokens.hash = new Int32Array(most);
  tokens.from = new Int32Array(most);
  tokens.shape = new Uint8Array(most);
  tokens.gap = new Uint8Array(most);
  tokens.flags = new Uint8Array(most);
  tokens.folded = new Uint8Array(most);
}

/** For bytes below 0x80: 0 ends a word, 1 digit, 2 capital, 3 small letter. */
const KIND = new Uint8Array(128);
for (let byte = 0; byte < 128; byte += 1) {
  if (byte >= 0x30 && byte <= 0x39) KIND[byte] = 1;
  else if (byte >= 0x41 && byte <= 0x5a) KIND[byte] = 2;
  else if (byte >= 0x61 && byte <= 0x7a) KIND[byte] = 3;
}

export const HASH_SEED: number = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** Ends a hash: the low bits depend on all bytes. */
export function finish(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** Reads the document. */
export function tokenise(text: Text, tokens: Tokens): void {
  const { bytes, start: begin, end: limit } = text;
  grow(tokens, limit - begin);
  const { start, end, hash: hashes, from, shape, gap, flags, folded } = tokens;
  let count = 0;
  let at = begin;
  let gapFrom = begin;
  let fill = 0;
  let url = 0;
  while (at < limit) {
    const first = bytes[at] as number;
    if (first < 0x80 && (KIND[first] as number) === 0) {
      at += 1;
      continue;
    }
    const wordStart = at;
    let hash = HASH_SEED;
    let digits = 0;
    let capitals = 0;
    let letters = 0;
    let firstCapital = 0;
    const fillStart = fill;
    while (at < limit) {
      const byte = bytes[at] as number;
      if (byte < 0x80) {
        const kind = KIND[byte] as number;
        if (kind === 0) break;
        let small = byte;
        if (kind === 2) {
          small = byte | 0x20;
          if (at === wordStart) firstCapital = 1;
          capitals += 1;
          letters += 1;
        } else if (kind === 3) letters += 1;
        else digits += 1;
        hash = Math.imul(hash ^ small, PRIME);
        folded[fill] = small;
        fill += 1;
        at += 1;
        continue;
      }
      let code = 0;
      let size = 1;
      if (byte >= 0xc2 && byte < 0xe0) {
        code = FOLDED[((byte & 0x1f) << 6) | ((bytes[at + 1] as number) & 0x3f)] as number;
        size = 2;
      } else if (byte >= 0xe0 && byte < 0xf0) {
        code = foldThree(
          ((byte & 0x0f) << 12) | (((bytes[at + 1] as number) & 0x3f) << 6) | ((bytes[at + 2] as number) & 0x3f),
        );
        size = 3;
      } else if (byte >= 0xf0) {
        // Emoji and rare scripts.
        size = 4;
      }
      if (code === NO_LETTER) {
        if (at > wordStart) break;
        at = Math.min(limit, at + size);
        break;
      }
      if (code !== MARK) {
        if ((code & CAPITAL_BIT) !== 0) {
          if (at === wordStart) firstCapital = 1;
          capitals += 1;
        }
        const plain = code & 0x7fff;
        letters += 1;
        hash = Math.imul(hash ^ (plain & 0xff), PRIME);
        folded[fill] = plain & 0xff;
        fill += 1;
        if (plain > 0x7f) hash = Math.imul(hash ^ (plain >> 8) ^ 0x100, PRIME);
      }
      at += size;
    }
    if (fill === fillStart) continue;
    const before = count === 0 ? GAP.line : gapOf(bytes, gapFrom, wordStart);
    if (url === 1 && hasBlank(bytes, gapFrom, wordStart)) url = 0;
    else if (url === 0 && before >= GAP.colon && isScheme(bytes, gapFrom, wordStart)) url = 1;
    start[count] = wordStart;
    end[count] = at;
    hashes[count] = finish(hash);
    from[count] = fillStart;
    gap[count] = before;
    flags[count] = url;
    shape[count] =
      digits > 0
        ? letters === 0
          ? SHAPE.digits
          : SHAPE.alphanumeric
        : firstCapital === 1
          ? letters === 1
            ? SHAPE.initial
            : capitals === 1
              ? SHAPE.capital
              : capitals === letters
                ? SHAPE.upper
                : SHAPE.mixed
          : capitals > 0
            ? SHAPE.camel
            : SHAPE.lower;
    count += 1;
    gapFrom = at;
  }
  tokens.count = count;
  // One more, so that the last word's folded form has an end.
  from[count] = fill;
}

function hasBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (byte <= 0x20 || byte === 0x22 || byte === 0x3e || byte === 0x29 || byte === 0x5d) return true;
  }
  return false;
}

/** `://` and nothing else: what follows, up to a blank, is a URL. */
function isScheme(bytes: Uint8Array, from: number, to: number): boolean {
  return to - from === 3 && bytes[from] === 0x3a && bytes[from + 1] === 0x2f && bytes[from + 2] === 0x2f;
}

/** Class of each byte of punctuation. */
const PUNCTUATION = new Uint8Array(256).fill(GAP.other);
const CLASSES: readonly (readonly [string, number])[] = [
  ["-", GAP.hyphen],
  ["'`", GAP.apostrophe],
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
  ["=<>$|^~%", GAP.code],
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
