/**
 * Where an announced value begins -> where it ends: at its closing quote, or before what no unquoted
 * value goes on with.
 */
import { asciiOf } from "../../scan/bytes.ts";
import { HARD, type Text } from "../../scan/text.ts";
import type { Announced } from "./announced.ts";

const MAX_VALUE = 128;
const MAX_BLANKS = 2;
const SPACE = 0x20;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const STAR = 0x2a;
const LINE = 0x0a;

const QUOTE = new Uint8Array(256);
for (const byte of new TextEncoder().encode("\"'`")) QUOTE[byte] = 1;
const STOP = new Uint8Array(256);
for (let byte = 0; byte <= SPACE; byte += 1) STOP[byte] = 1;
for (const byte of new TextEncoder().encode("\"'`<>,;|&)]}")) STOP[byte] = 1;

/** Writes the value's place into `out`; false if there is none, or its quote is never closed. */
export function readValue(text: Text, from: number, out: Announced): boolean {
  const { bytes, end: limit } = text;
  let at = from;
  while (at < limit && bytes[at] === BACKSLASH) at += 1;
  // `getenv("X") ?? "x"`
  if (out.how !== "sign" && bytes[at] === 0x3f && bytes[at + 1] === 0x3f)
    at += bytes[at + 2] === SPACE ? 3 : 2;
  if (isPrefix(bytes, at, limit)) at += 1;
  const wide = wideQuote(bytes, at);
  if (wide > 0) return readWide(text, at + wide, out);
  const quote = at < limit && QUOTE[bytes[at] as number] === 1 ? (bytes[at] as number) : 0;
  out.isQuoted = quote !== 0;
  if (quote !== 0) while (at < limit && bytes[at] === quote) at += 1;
  else if (bytes[at] === STAR && bytes[at + 1] === STAR) at += 2;
  const start = at;
  const stop = Math.min(limit, at + MAX_VALUE);
  while (at < stop) {
    const byte = bytes[at] as number;
    if (byte === HARD || byte === LINE || byte === 0x0d) break;
    if (quote !== 0 ? byte === quote || byte === 0x22 : STOP[byte] === 1 || wideQuote(bytes, at) > 0) break;
    at += 1;
  }
  if (quote !== 0 && (at >= limit || (bytes[at] !== quote && bytes[at] !== 0x22))) return false;
  if (out.how === "line" && at < limit && !endsLine(bytes, at)) return false;
  out.start = start;
  out.end = quote === 0 ? withoutEnd(bytes, start, at) : withoutEscape(bytes, start, at);
  return out.end > start;
}

/** A quote of JSON that lies in a string of JSON. */
function isDouble(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x27 && bytes[at + 1] === 0x27;
}

/** In a JSON string a line break is shown as one or two spaces and one, and the string itself may end. */
function endsLine(bytes: Uint8Array, from: number): boolean {
  let at = from;
  while (at - from < MAX_BLANKS && bytes[at] === SPACE) at += 1;
  const byte = bytes[at];
  return byte === LINE || byte === 0x0d || byte === HARD || byte === 0x22 || isDouble(bytes, at);
}

/** b"x", r'x', @"x", L"x" */
function isPrefix(bytes: Uint8Array, at: number, limit: number): boolean {
  return (
    at + 1 < limit && QUOTE[bytes[at + 1] as number] === 1 && /[brfuLN@]/.test(asciiOf(bytes, at, at + 1))
  );
}

/** Bytes of the typographic quote at `at`, or 0: « » „ “ ” ‘ ’ ‚ ‹ ›. */
function wideQuote(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0xc2) return bytes[at + 1] === 0xab || bytes[at + 1] === 0xbb ? 2 : 0;
  if (bytes[at] !== 0xe2 || bytes[at + 1] !== 0x80) return 0;
  const last = bytes[at + 2] as number;
  return (last >= 0x98 && last <= 0x9e) || last === 0xb9 || last === 0xba ? 3 : 0;
}

function readWide({ bytes, end: limit }: Text, from: number, out: Announced): boolean {
  let start = from;
  while (start < limit && (bytes[start] === SPACE || (bytes[start] === 0xc2 && bytes[start + 1] === 0xa0))) {
    start += bytes[start] === SPACE ? 1 : 2;
  }
  const stop = Math.min(limit, start + MAX_VALUE);
  let at = start;
  while (at < stop && (bytes[at] as number) > SPACE && bytes[at] !== 0x22 && wideQuote(bytes, at) === 0) {
    if (bytes[at] === 0xc2 && bytes[at + 1] === 0xa0) break;
    at += 1;
  }
  out.isQuoted = true;
  out.start = start;
  out.end = at;
  return at > start && at < limit;
}

/** A full stop or colon at the end is the sentence's; two asterisks are Markdown's. */
function withoutEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start) {
    const byte = bytes[at - 1] as number;
    const isMark = byte === 0x2e || byte === COLON || (byte === STAR && bytes[at - 2] === STAR);
    if (!isMark) break;
    at -= byte === STAR ? 2 : 1;
  }
  return at;
}

function withoutEscape(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && bytes[at - 1] === BACKSLASH) at -= 1;
  return at;
}
