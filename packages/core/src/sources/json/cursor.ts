/**
 * A place in the bytes of one JSON value, and how tokens are read or passed over from it.
 *
 * What is passed over is checked for its structure (strings end, brackets balance), not for its
 * grammar; what is kept goes through JSON.parse or an equal path.
 */
import { ProvisoError } from "../../errors.ts";
import { shortString } from "./short-string.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Below this a byte loop beats the call into the native search, which takes some 40 ns. */
const LOOP_BYTES = 40;
/** Up to this many ASCII bytes a string is built without a decoder. */
const SHORT_STRING = 64;

// INVARIANT: ignoreBOM, or a string that begins with U+FEFF would lose it.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

function syntaxError(message: string, offset: number): ProvisoError {
  return new ProvisoError("INPUT_MALFORMED", message, { place: { offset } });
}

export function unexpected(cursor: Cursor, wanted: string): ProvisoError {
  const byte = cursor.bytes[cursor.at];
  if (byte === undefined) return syntaxError(`expected ${wanted}, found the end of the record`, cursor.at);
  const shown = byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `0x${byte.toString(16)}`;
  return syntaxError(`expected ${wanted}, found \`${shown}\``, cursor.at);
}

/** Moves past white space and returns the byte found there, or -1 at the end. */
export function peek(cursor: Cursor): number {
  const { bytes } = cursor;
  let at = cursor.at;
  const now = bytes[at];
  if (now !== undefined && now > 0x20) return now;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x20 || (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)) {
      cursor.at = at;
      return byte;
    }
  }
  cursor.at = at;
  return -1;
}

/** Index of the quote that ends the string whose content starts at `from`, or -1. */
export function stringEnd(bytes: Uint8Array, from: number): number {
  const near = Math.min(bytes.length, from + LOOP_BYTES);
  let at = from;
  while (at < near) {
    const byte = bytes[at];
    if (byte === QUOTE) return at;
    at += byte === BACKSLASH ? 2 : 1;
  }
  return farEnd(bytes, at);
}

/**
 * The same for a string that is likely long: the native search first, and byte by byte only after an
 * escaped quote, since in code and in speech the next one is near.
 */
function farEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const quote = bytes.indexOf(QUOTE, at);
    if (quote === -1) return -1;
    let slashes = quote;
    while (slashes > at && bytes[slashes - 1] === BACKSLASH) slashes -= 1;
    if (((quote - slashes) & 1) === 0) return quote;
    at = quote + 1;
    const near = Math.min(bytes.length, at + LOOP_BYTES);
    while (at < near) {
      const byte = bytes[at];
      if (byte === QUOTE) return at;
      at += byte === BACKSLASH ? 2 : 1;
    }
  }
}

/** With the cursor on an opening quote: moves past the string and returns the index of its end quote. */
export function skipString(cursor: Cursor): number {
  const end = stringEnd(cursor.bytes, cursor.at + 1);
  if (end === -1) throw syntaxError("the string does not end", cursor.at);
  cursor.at = end + 1;
  return end;
}

/** As `skipString`, for a string that is likely long. */
export function skipLongString(cursor: Cursor): number {
  const end = farEnd(cursor.bytes, cursor.at + 1);
  if (end === -1) throw syntaxError("the string does not end", cursor.at);
  cursor.at = end + 1;
  return end;
}

/** With the cursor on an opening quote: the decoded string. */
export function readString(cursor: Cursor): string {
  const { bytes } = cursor;
  const start = cursor.at + 1;
  const near = Math.min(bytes.length, start + SHORT_STRING);
  for (let at = start; at < near; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) {
      cursor.at = at + 1;
      return shortString(bytes, start, at);
    }
    if (byte < 0x20 || byte >= 0x7f || byte === BACKSLASH) break;
  }
  const from = cursor.at;
  const end = skipString(cursor);
  return String(parseSlice(bytes, from, end + 1));
}

/** JSON.parse of `bytes[from..to)`, with its error placed at `from`. */
export function parseSlice(bytes: Uint8Array, from: number, to: number): unknown {
  try {
    return JSON.parse(decodeSlice(bytes, from, to));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw syntaxError(`not JSON: ${reason.slice(0, 120)}`, from);
  }
}

export function decodeSlice(bytes: Uint8Array, from: number, to: number): string {
  if (to - from <= SHORT_STRING && isAscii(bytes, from, to)) return shortString(bytes, from, to);
  return decoder.decode(bytes.subarray(from, to));
}

function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if ((bytes[at] ?? 0) >= 0x80) return false;
  }
  return true;
}

/** Moves past one value of any kind. Iterative: depth of nesting costs no stack. */
export function skipValue(cursor: Cursor): void {
  const first = peek(cursor);
  if (first === QUOTE) {
    skipString(cursor);
    return;
  }
  if (first === 0x7b || first === 0x5b) {
    skipNested(cursor);
    return;
  }
  skipScalar(cursor);
}

/** With the cursor on `{` or `[`: moves past its closing partner. */
function skipNested(cursor: Cursor): void {
  const { bytes } = cursor;
  const length = bytes.length;
  let depth = 0;
  for (let at = cursor.at; at < length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = stringEnd(bytes, at + 1);
      if (at === -1) break;
    } else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
    } else if (byte === 0x7d || byte === 0x5d) {
      depth -= 1;
      if (depth === 0) {
        cursor.at = at + 1;
        return;
      }
    }
  }
  throw syntaxError("the value does not end", cursor.at);
}

/** Moves past a number, `true`, `false` or `null`, whose grammar is left to whoever keeps it. */
export function skipScalar(cursor: Cursor): void {
  const { bytes } = cursor;
  const start = cursor.at;
  let at = start;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    const word = (byte >= 0x61 && byte <= 0x7a) || byte === 0x45;
    if (!word && !(byte >= 0x30 && byte <= 0x39) && byte !== 0x2d && byte !== 0x2b && byte !== 0x2e) break;
  }
  if (at === start) throw unexpected(cursor, "a value");
  cursor.at = at;
}
