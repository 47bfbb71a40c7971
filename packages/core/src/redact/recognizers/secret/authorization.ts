/**
 * Credentials on their way: `Authorization: Bearer x`, `Proxy-Authorization: Basic x`, a bare
 * `Bearer x`, `curl -u user:word`, `wget --password` and the like.
 */
import { CLASS, DIGIT, is, LETTER, lower, WORD } from "../../scan/bytes.ts";
import { HARD, type Text } from "../../scan/text.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { ALPHABETS } from "./alphabet.ts";
import { isQuote } from "./assignment.ts";
import { isPlaceholder } from "./placeholder.ts";
import { looksRandom, newTraits, readTraits } from "./randomness.ts";

const HEADER = 0;
const BEARER = 1;
const BASIC = 2;
const COLON = 0x3a;
const SPACE = 0x20;
const MAX_VALUE = 4096;
/** How far before `-u` the command's name may stand. */
const MAX_COMMAND = 256;

/** In the value of a header: everything but space, quotes and what ends it in a program. */
const VALUE = new Uint8Array(256);
for (let byte = 0x21; byte < 0x7f; byte += 1) VALUE[byte] = 1;
for (const byte of new TextEncoder().encode("\"'`<>\\,;)]}")) VALUE[byte] = 0;

const traits = newTraits();

export const authorization: Recognizer = {
  name: "authorization",
  types: ["API_KEY", "PASSWORD"],
  literals: [
    { text: "authorization", ignoreCase: true, wordStart: true, wordEnd: true },
    { text: "bearer ", ignoreCase: true, wordStart: true },
    { text: "basic ", ignoreCase: true, wordStart: true },
    { text: " -u" },
    { text: "--user" },
    { text: "--proxy-user" },
  ],
  atLiteral(text: Text, start: number, end: number, literal: number, emit: Emit): void {
    if (literal === HEADER) {
      // Behind a sign it is a value itself, and would be read again from each beginning.
      const previous = start > text.start ? text.bytes[start - 1] : SPACE;
      if (previous !== COLON && previous !== 0x3d) header(text, end, emit);
    } else if (literal === BEARER) scheme(text, end, 16, emit);
    else if (literal === BASIC) basic(text, end, emit);
    else userOption(text, start, end, emit);
  },
};

/** What follows `Authorization`: a sign, perhaps a scheme, and the credential. */
function header({ bytes, end: limit }: Text, from: number, emit: Emit): void {
  let at = from;
  let hasSign = false;
  while (at < limit && at - from < 10) {
    const byte = bytes[at] as number;
    if (byte === COLON || byte === 0x3d || byte === 0x2c) hasSign = true;
    else if (byte !== SPACE && byte !== 0x5c && byte !== 0x5d && byte !== 0x5b && !isQuote(byte)) break;
    at += 1;
  }
  if (!hasSign) return;
  // A scheme's name is letters and a space: Bearer, Basic, Token, Digest, ApiKey, GoogleLogin.
  let word = at;
  while (word < limit && word - at < 16 && (is(bytes, word, LETTER) || bytes[word] === 0x2d)) word += 1;
  if (word > at && bytes[word] === SPACE) {
    while (word < limit && (bytes[word] === SPACE || isQuote(bytes[word]))) word += 1;
    at = word;
  }
  const end = valueEnd(bytes, at, limit);
  if (end - at < 8 || !hasKeyForm(bytes, at, end) || isPlaceholder(bytes, at, end)) return;
  emit("API_KEY", at, end, 0.9, "context");
}

function scheme({ bytes, end: limit }: Text, from: number, fewest: number, emit: Emit): void {
  let at = from;
  while (at < limit && at - from < 3 && (bytes[at] === SPACE || isQuote(bytes[at]))) at += 1;
  if (at >= limit || VALUE[bytes[at] as number] !== 1) return;
  const end = valueEnd(bytes, at, limit);
  if (end - at < fewest || !hasKeyForm(bytes, at, end)) return;
  readTraits(bytes, at, end, traits);
  if (!looksRandom(traits) || isPlaceholder(bytes, at, end)) return;
  emit("API_KEY", at, end, 0.85, "context");
}

/** `Basic` is a word; what follows must be `user:password` in base64. */
function basic({ bytes, end: limit }: Text, from: number, emit: Emit): void {
  let end = from;
  while (end < limit && end - from < MAX_VALUE && ALPHABETS.base64pad[bytes[end] as number] === 1) end += 1;
  if (end - from < 8 || (end - from) % 4 !== 0) return;
  let decoded = "";
  try {
    decoded = atob(String.fromCharCode(...bytes.subarray(from, end)));
  } catch {
    return;
  }
  if (/^[\x20-\x7e]*:[\x20-\x7e]*$/.test(decoded)) emit("API_KEY", from, end, 0.9, "structure");
}

function valueEnd(bytes: Uint8Array, from: number, limit: number): number {
  const stop = Math.min(limit, from + MAX_VALUE);
  let end = from;
  while (end < stop && VALUE[bytes[end] as number] === 1) end += 1;
  while (end > from && bytes[end - 1] === 0x2e) end -= 1;
  return end;
}

/** Digits among letters, or a long stretch of base64: not a word of a sentence, not a call. */
function hasKeyForm(bytes: Uint8Array, start: number, end: number): boolean {
  let classes = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte === 0x28 || byte === 0x7b || byte === 0x24) return false;
    classes |= CLASS[byte] as number;
  }
  const hasBoth = (classes & DIGIT) !== 0 && (classes & LETTER) !== 0;
  return (
    hasBoth || (end - start >= 12 && bytes[end - 1] === 0x3d) || (end - start >= 32 && (classes & 6) === 6)
  );
}

/** `curl -u user:word`, `--user 'user:word'`. */
function userOption(text: Text, start: number, end: number, emit: Emit): void {
  const { bytes } = text;
  let at = end;
  while (at < text.end && at - end < 4 && (bytes[at] === SPACE || bytes[at] === 0x3d)) at += 1;
  const quote = isQuote(bytes[at]) ? (bytes[at] as number) : 0;
  // A quote inside of a JSON string is shown as two.
  if (quote !== 0) while (at < text.end && bytes[at] === quote) at += 1;
  if (at === end && !is(bytes, at, WORD)) return;
  const limit = Math.min(text.end, at + 256);
  let colon = at;
  while (colon < limit && bytes[colon] !== COLON) {
    const byte = bytes[colon] as number;
    if (byte === SPACE || byte === 0x0a || byte === HARD || byte === 0x3c || (isQuote(byte) && quote !== 0))
      return;
    colon += 1;
  }
  if (bytes[colon] !== COLON) return;
  let from = colon + 1;
  let close = quote;
  if (quote === 0 && isQuote(bytes[from])) {
    close = bytes[from] as number;
    while (from < text.end && bytes[from] === close) from += 1;
  }
  let to = from;
  while (
    to < limit &&
    bytes[to] !== close &&
    bytes[to] !== HARD &&
    bytes[to] !== 0x0a &&
    bytes[to] !== 0x22
  ) {
    if (close === 0 && ((bytes[to] as number) <= SPACE || isQuote(bytes[to]))) break;
    to += 1;
  }
  if (to - from < 3 || isPlaceholder(bytes, from, to) || !isCommand(text, start)) return;
  if (bytes[from] === 0x24 || (bytes[at] === 0x24 && bytes[from] === 0x24)) return;
  emit("PASSWORD", from, to, 0.9, "context");
}

const COMMANDS = [
  new TextEncoder().encode("curl"),
  new TextEncoder().encode("http"),
  new TextEncoder().encode("wget"),
];

/** A command that takes `-u user:password` stands before, at most a line break with `\` between. */
function isCommand({ bytes, start: first }: Text, before: number): boolean {
  const limit = Math.max(first, before - MAX_COMMAND);
  for (let at = before - 4; at >= limit; at -= 1) {
    const byte = lower(bytes[at] as number);
    if (byte === 0x0a && bytes[at - 1] !== 0x5c && bytes[at - 2] !== 0x5c) return false;
    if (COMMANDS.some((word) => word.every((letter, index) => lower(bytes[at + index] as number) === letter)))
      return true;
  }
  return false;
}
