/**
 * A string, scalar or whole sub-value as its plan wants it: part of `project`
 */
import {
  type Cursor,
  decodeSlice,
  parseSlice,
  readString,
  skipLongString,
  skipScalar,
  skipString,
  skipValue,
} from "./cursor.ts";
import { fastDate } from "./fast-date.ts";
import { fastNumber } from "./fast-number.ts";
import type { Plan } from "./plan.ts";

const QUOTE = 0x22;
const OPEN_OBJECT = 0x7b;
const OPEN_ARRAY = 0x5b;
/** A string longer than this announces another such string in the same place. */
const LONG_STRING = 40;

export function readText(cursor: Cursor, plan: Plan): unknown {
  if (plan.string === "value") return readString(cursor);
  if (plan.string === "date") return readDate(cursor, plan);
  const start = cursor.at;
  const end = plan.lastLength > LONG_STRING ? skipLongString(cursor) : skipString(cursor);
  const bytes = end - start - 1;
  plan.lastLength = bytes;
  switch (plan.string) {
    case "skip":
      return undefined;
    case "measure":
      return bytes;
    case "text":
      return { bytes, text: parseSlice(cursor.bytes, start, end + 1) };
    case "prefix":
      return readPrefix(cursor.bytes, start, end, plan.prefix);
  }
}

/** Dates of one field are of one length; a date has no quote in it, so the guess needs no search. */
function readDate(cursor: Cursor, plan: Plan): unknown {
  const { bytes } = cursor;
  const start = cursor.at + 1;
  const guess = start + plan.lastLength;
  const end = bytes[guess] === QUOTE ? guess : skipString(cursor);
  cursor.at = start - 1;
  const date = fastDate(bytes, start, end);
  if (Number.isNaN(date)) return readString(cursor);
  plan.lastLength = end - start;
  cursor.at = end + 1;
  return date;
}

/** Decodes only as many bytes as can be needed: a code unit takes six at most, as `\uXXXX`. */
function readPrefix(bytes: Uint8Array, start: number, end: number, units: number): string {
  let cut = start + 1;
  const last = Math.min(end, cut + units * 6 + 6);
  // Ends between escapes and between characters, so that the cut text is JSON again.
  for (let next = cut; next <= last; ) {
    cut = next;
    if (next >= end) break;
    const byte = bytes[next] ?? 0;
    if (byte === 0x5c) next += bytes[next + 1] === 0x75 ? 6 : 2;
    else next += byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
  }
  const text = parseSlice(withQuote(bytes, start, cut), 0, cut - start + 1);
  return String(text).slice(0, units);
}

function withQuote(bytes: Uint8Array, start: number, cut: number): Uint8Array {
  const copy = new Uint8Array(cut - start + 1);
  copy.set(bytes.subarray(start, cut));
  copy[cut - start] = QUOTE;
  return copy;
}

export function readWhole(cursor: Cursor, whole: NonNullable<Plan["whole"]>): unknown {
  const start = cursor.at;
  const first = cursor.bytes[start];
  if (first === OPEN_OBJECT || first === OPEN_ARRAY) skipValue(cursor);
  else skipScalar(cursor);
  const end = cursor.at;
  // `n` can only begin null; a scalar's grammar is checked by parsing it, which is cheap.
  const isNested = first === OPEN_OBJECT || first === OPEN_ARRAY;
  const parsed = whole === "value" || !isNested ? readScalar(cursor.bytes, start, end) : undefined;
  switch (whole) {
    case "value":
      return parsed;
    case "skip":
      return undefined;
    case "measure":
      return parsed === null ? 0 : end - start;
    case "text":
      return parsed === null
        ? { bytes: 0, text: "" }
        : { bytes: end - start, text: decodeSlice(cursor.bytes, start, end) };
  }
}

function readScalar(bytes: Uint8Array, start: number, end: number): unknown {
  if (end - start === 4) {
    const word =
      ((bytes[start] ?? 0) << 24) |
      ((bytes[start + 1] ?? 0) << 16) |
      ((bytes[start + 2] ?? 0) << 8) |
      (bytes[start + 3] ?? 0);
    if (word === 0x6e756c6c) return null;
    if (word === 0x74727565) return true;
  }
  return fastNumber(bytes, start, end) ?? parseSlice(bytes, start, end);
}
