/**
 * The surroundings of a number -> **tokens**
 *
 * Only for places that already look like an address. What cannot be part of one (a quote, a colon, a
 * full stop, a sum of money) becomes a `stop`, and nothing is read across it.
 */
import { CLASS, DIGIT, is, isDigit, LETTER, LOWER, lower, SPACE, UPPER } from "../../scan/bytes.ts";
import { HARD, type Text } from "../../scan/text.ts";
import type { Token } from "./token.ts";
import { DOTTED, SHORT } from "./words/kinds.ts";
import { kindsOf } from "./words/word-kinds.ts";

const BEFORE_BYTES = 110;
const AFTER_BYTES = 210;
/** Lines an address goes on over, before and after the number. */
const LINES_BEFORE = 3;
const LINES_AFTER = 7;

const NEWLINE = 0x0a;
const DOT = 0x2e;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const SLASH = 0x2f;
const APOSTROPHE = 0x27;

const JOINS = new Set([COMMA, HYPHEN, 0x28, 0x29, 0x7c]);
/** What mail and chat put in front of quoted lines. */
const QUOTING = new Set([0x3e, 0x3f, 0x7c, 0x2a, 0x2d]);
const MONEY = new Set([0x24, 0x25, 0x2b]);

/** Tokens around `at`, in order. */
export function readTokens(text: Text, at: number): readonly Token[] {
  const from = firstByte(text, at);
  const limit = Math.min(text.end, at + AFTER_BYTES);
  const tokens: Token[] = [];
  let position = from;
  let lines = 0;
  while (position < limit) {
    const read = tokenAt(text, position, limit, tokens.at(-1));
    position = read.end;
    if (read.kind === "stop" && read.start > at) {
      tokens.push(read);
      break;
    }
    if (read.kind === "line" && read.start > at) {
      lines += 1;
      if (lines > LINES_AFTER) break;
    }
    tokens.push(read);
  }
  return tokens;
}

function firstByte({ bytes, start }: Text, at: number): number {
  const limit = Math.max(start, at - BEFORE_BYTES);
  let from = at;
  let lines = 0;
  while (from > limit) {
    const byte = bytes[from - 1];
    // Two apostrophes are how a quote inside of a JSON string is shown.
    if (byte === HARD || byte === 0x22 || (byte === APOSTROPHE && bytes[from - 2] === APOSTROPHE)) break;
    if (byte === NEWLINE) {
      lines += 1;
      if (lines > LINES_BEFORE) break;
    }
    from -= 1;
  }
  // Cut in the middle of a word: it is not read at all.
  if (from === limit && from > start) while (from < at && is(bytes, from - 1, LETTER | DIGIT)) from += 1;
  return from;
}

function token(kind: Token["kind"], start: number, end: number): Token {
  return { kind, start, end, kinds: 0, capital: false, digits: 0, groups: 0 };
}

function tokenAt(text: Text, position: number, limit: number, previous: Token | undefined): Token {
  const { bytes } = text;
  let start = position;
  let isLine = false;
  let breaks = 0;
  while (start < limit) {
    const byte = bytes[start] ?? HARD;
    if (byte === NEWLINE) {
      isLine = true;
      breaks += 1;
    } else if (byte === 0xc2 && bytes[start + 1] === 0xa0) start += 1;
    else if (((CLASS[byte] ?? 0) & SPACE) === 0 && !(isLine && QUOTING.has(byte))) break;
    start += 1;
  }
  if (isLine) return token(breaks > 2 ? "stop" : "line", position, start);
  if (start >= limit) return token("stop", start, Math.max(limit, start));
  if (isDigit(bytes[start])) return numberAt(bytes, start, limit);
  const letter = letterSize(bytes, start);
  if (letter > 0) return wordAt(bytes, start, limit);
  const byte = bytes[start] ?? HARD;
  if (byte === 0x23 && isDigit(bytes[start + 1])) return token("comma", start, start + 1);
  // The dot of `u. 12.` before the next line is not the end of a sentence.
  if (byte === DOT && previous?.kind === "number") return token("comma", start, start + 1);
  if (JOINS.has(byte)) return token("comma", start, start + 1);
  if (
    byte === 0xe2 &&
    bytes[start + 1] === 0x80 &&
    (bytes[start + 2] === 0x93 || bytes[start + 2] === 0x94)
  ) {
    return token("comma", start, start + 3);
  }
  return token("stop", start, start + 1);
}

/** Bytes of the letter at `at`; 0 where none stands. General punctuation and emoji are none. */
function letterSize(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? HARD;
  if (((CLASS[byte] ?? 0) & (UPPER | LOWER)) !== 0) return 1;
  if (byte < 0x80) return 0;
  const next = bytes[at + 1] ?? HARD;
  if (byte === 0xc2) return next === 0xaa || next === 0xba || next === 0xb0 ? 2 : 0;
  if (byte === 0xe2) return next === 0x88 ? 3 : 0;
  // The middle of a character: of one that is no letter, or of nothing that is well formed.
  if (byte < 0xc0) return 0;
  if (byte < 0xe0) return 2;
  return byte < 0xef ? 3 : 0;
}

function isCapital(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? HARD;
  if (byte < 0x80) return ((CLASS[byte] ?? 0) & UPPER) !== 0;
  const next = bytes[at + 1] ?? HARD;
  if (byte === 0xc3) return next < 0x9f;
  // In Latin Extended-A capitals and small letters alternate; the order turns at U+0139 and U+0179.
  if (byte === 0xc4) return next < 0xb9 ? (next & 1) === 0 : (next & 1) === 1;
  if (byte === 0xc5)
    return next < 0x89 ? (next & 1) === 1 : next < 0xb9 ? (next & 1) === 0 : (next & 1) === 1;
  if (byte === 0xce) return next < 0xac;
  if (byte === 0xd0) return next < 0xb0;
  return byte >= 0xc6 && byte < 0xce;
}

function wordAt(bytes: Uint8Array, start: number, limit: number): Token {
  let end = start;
  let hasDigit = false;
  while (end < limit) {
    const size = letterSize(bytes, end);
    if (size > 0) {
      end += size;
      continue;
    }
    const byte = bytes[end];
    if (isDigit(byte)) {
      hasDigit = true;
      end += 1;
      continue;
    }
    const joins = byte === APOSTROPHE || byte === HYPHEN || (byte === DOT && isInitial(bytes, start, end));
    if (joins && letterSize(bytes, end + 1) > 0) end += 1;
    else if (isQuote(bytes, end) && letterSize(bytes, end + 3) > 0) end += 3;
    else break;
  }
  if (hasDigit) return { ...token("code", start, end), capital: isCapital(bytes, start) };
  if (bytes[end] === SLASH && end === start + 1) {
    // `s/n`: without a number.
    const isNone =
      end + 1 < limit && lower(bytes[start] ?? 0) === 0x73 && lower(bytes[end + 1] ?? 0) === 0x6e;
    if (isNone && letterSize(bytes, end + 2) === 0) return { ...token("number", start, end + 2), groups: 1 };
    end += 1;
  }
  let kinds = kindsOf(bytes, start, end);
  const hasDot = bytes[end] === DOT;
  if ((kinds & DOTTED) !== 0 && !hasDot) kinds = 0;
  const isShort = (kinds & SHORT) !== 0 || end - start <= 2;
  // The dot goes with the word unless it ends a sentence.
  const dotted = hasDot && isShort ? end + 1 : end;
  return { ...token("word", start, dotted), kinds, capital: isCapital(bytes, start) };
}

/** `P.O`: each dot so far followed a single letter. */
function isInitial(bytes: Uint8Array, start: number, end: number): boolean {
  return end === start + 1 || bytes[end - 2] === DOT;
}

/** The typographic apostrophe, U+2019. */
function isQuote(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x99;
}

function numberAt(bytes: Uint8Array, start: number, limit: number): Token {
  let end = start;
  let digits = 0;
  let groups = 1;
  while (end < limit) {
    if (isDigit(bytes[end])) digits += 1;
    else if ((bytes[end] === HYPHEN || bytes[end] === SLASH) && isDigit(bytes[end + 1])) groups += 1;
    else break;
    end += 1;
  }
  const isSum =
    MONEY.has(bytes[end] ?? HARD) ||
    MONEY.has(bytes[start - 1] ?? HARD) ||
    (bytes[start - 1] === 0xac && bytes[start - 2] === 0x82 && bytes[start - 3] === 0xe2) ||
    (bytes[start - 1] === 0xa3 && bytes[start - 2] === 0xc2);
  const goesOn =
    (bytes[end] === DOT || bytes[end] === COMMA || bytes[end] === 0x3a) && isDigit(bytes[end + 1]);
  if (isSum || goesOn) return token("stop", start, end);
  let after = end;
  while (after < limit && letterSize(bytes, after) > 0) after += letterSize(bytes, after);
  if (after === end) return { ...token("number", start, end), digits, groups };
  if (isOrdinal(bytes, end, after)) return { ...token("word", start, after), capital: true, digits };
  // `221B`, `12bis`; `2H0` is a code.
  if (after - end === 1 && !isDigit(bytes[after]))
    return { ...token("number", start, after), digits, groups };
  while (after < limit && (isDigit(bytes[after]) || letterSize(bytes, after) > 0)) after += 1;
  return { ...token("code", start, after), digits };
}

/** `1st`, `2nd`, `3rd`, `4th`. */
function isOrdinal(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== 2) return false;
  const pair = (((bytes[start] ?? 0) | 0x20) << 8) | ((bytes[start + 1] ?? 0) | 0x20);
  return pair === 0x7374 || pair === 0x6e64 || pair === 0x7264 || pair === 0x7468;
}
