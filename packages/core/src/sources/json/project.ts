/**
 * One record's bytes x Shape -> the few values an importer reads
 *
 * Text that is only counted or skipped is never decoded, which is what makes importing faster
 * than JSON.parse. Stack depth is bounded by the shape, not by the input.
 * Meaning: JSON.parse followed by picking (the slow twin is in project.test.ts).
 */
import {
  type Cursor,
  decodeSlice,
  parseSlice,
  peek,
  readString,
  skipLongString,
  skipScalar,
  skipString,
  skipValue,
  unexpected,
} from "./cursor.ts";
import { fastDate } from "./fast-date.ts";
import { fastNumber } from "./fast-number.ts";
import { type FieldPlan, type Plan, planOf } from "./plan.ts";
import type { Shape } from "./shape.ts";

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

/** A string longer than this announces another such string in the same place. */
const LONG_STRING = 16;

type OnUnknown = (path: string) => void;

/**
 * Parses exactly one JSON value and keeps what `shape` names. The bytes MUST be well-formed UTF-8.
 * `onUnknown` gets the path of each object key that the shape does not name, and `path (array)` or
 * `path (object)` where the shape foresaw no such type.
 * @throws ProvisoError INPUT_MALFORMED whose `place.offset` counts from the start of `bytes`
 */
export function project(bytes: Uint8Array, shape: Shape, onUnknown?: OnUnknown): unknown {
  const cursor: Cursor = { bytes, at: 0 };
  const value = readValue(cursor, planOf(shape), onUnknown);
  if (peek(cursor) !== -1) throw unexpected(cursor, "the end of the record");
  return value;
}

/**
 * The same for a value inside of more bytes: begins at `cursor.at`, and leaves it just past the end.
 * @throws ProvisoError INPUT_MALFORMED, also where the bytes end inside the value
 */
export function projectAt(cursor: Cursor, shape: Shape, onUnknown?: OnUnknown): unknown {
  return readValue(cursor, planOf(shape), onUnknown);
}

function readValue(cursor: Cursor, plan: Plan, onUnknown: OnUnknown | undefined): unknown {
  const first = peek(cursor);
  if (first === QUOTE) return readText(cursor, plan);
  if (plan.whole !== undefined) return readWhole(cursor, plan.whole);
  if (first === OPEN_OBJECT) {
    if (plan.fields !== undefined) return readObject(cursor, plan, plan.fields, onUnknown);
    if (plan.map !== undefined) return readMap(cursor, plan.map, onUnknown);
    return readUnforeseen(cursor, plan, "object", onUnknown);
  }
  if (first === OPEN_ARRAY) {
    if (plan.array !== undefined) return readArray(cursor, plan.array, onUnknown);
    return readUnforeseen(cursor, plan, "array", onUnknown);
  }
  return readWhole(cursor, "value");
}

function readUnforeseen(cursor: Cursor, plan: Plan, type: string, onUnknown: OnUnknown | undefined): unknown {
  skipValue(cursor);
  onUnknown?.(`${plan.path} (${type})`);
  return undefined;
}

function readText(cursor: Cursor, plan: Plan): unknown {
  if (plan.string === "value") return readString(cursor);
  const start = cursor.at;
  const end = plan.lastLength > LONG_STRING ? skipLongString(cursor) : skipString(cursor);
  const bytes = end - start - 1;
  plan.lastLength = bytes;
  switch (plan.string) {
    case "date": {
      const date = fastDate(cursor.bytes, start + 1, end);
      if (!Number.isNaN(date)) return date;
      cursor.at = start;
      return readString(cursor);
    }
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

function readWhole(cursor: Cursor, whole: NonNullable<Plan["whole"]>): unknown {
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

function readArray(cursor: Cursor, element: Plan, onUnknown: OnUnknown | undefined): unknown[] {
  const result: unknown[] = [];
  cursor.at += 1;
  if (peek(cursor) === CLOSE_ARRAY) {
    cursor.at += 1;
    return result;
  }
  for (;;) {
    result.push(readValue(cursor, element, onUnknown));
    const next = peek(cursor);
    if (next !== COMMA && next !== CLOSE_ARRAY) throw unexpected(cursor, "`,` or `]`");
    cursor.at += 1;
    if (next === CLOSE_ARRAY) return result;
  }
}

function readMap(cursor: Cursor, value: Plan, onUnknown: OnUnknown | undefined): Map<string, unknown> {
  const result = new Map<string, unknown>();
  cursor.at += 1;
  if (peek(cursor) === CLOSE_OBJECT) {
    cursor.at += 1;
    return result;
  }
  for (;;) {
    if (peek(cursor) !== QUOTE) throw unexpected(cursor, "a key");
    const key = readString(cursor);
    expectColon(cursor);
    result.set(key, readValue(cursor, value, onUnknown));
    if (!isAfterComma(cursor)) return result;
    cursor.at += 1;
  }
}

function readObject(
  cursor: Cursor,
  plan: Plan,
  fields: readonly FieldPlan[],
  onUnknown: OnUnknown | undefined,
): Record<string, unknown> {
  const { bytes } = cursor;
  const { follows } = plan;
  const result: Record<string, unknown> = {};
  let before = 0;
  cursor.at += 1;
  if (peek(cursor) === CLOSE_OBJECT) {
    cursor.at += 1;
    return result;
  }
  for (;;) {
    if (bytes[cursor.at] !== QUOTE && peek(cursor) !== QUOTE) throw unexpected(cursor, "a key");
    const guess = follows[before] ?? 0;
    const index = keyMatches(cursor, fields[guess]) ? guess : findField(cursor, fields);
    const field = fields[index];
    if (field === undefined) {
      passUnknown(cursor, plan, onUnknown);
    } else {
      if (index !== guess) follows[before] = index;
      before = index + 1;
      expectColon(cursor);
      if (field.plan.whole === "skip") skipField(cursor, field.plan);
      else result[field.name] = readValue(cursor, field.plan, onUnknown);
    }
    if (bytes[cursor.at] !== COMMA && !isAfterComma(cursor)) return result;
    cursor.at += 1;
  }
}

/** After a member, where no comma follows at once: false, and past the object, at its end. */
function isAfterComma(cursor: Cursor): boolean {
  const next = peek(cursor);
  if (next === COMMA) return true;
  if (next !== CLOSE_OBJECT) throw unexpected(cursor, "`,` or `}`");
  cursor.at += 1;
  return false;
}

function skipField(cursor: Cursor, plan: Plan): void {
  if (peek(cursor) === QUOTE) readText(cursor, plan);
  else skipValue(cursor);
}

function passUnknown(cursor: Cursor, plan: Plan, onUnknown: OnUnknown | undefined): void {
  if (onUnknown !== undefined && plan.reportsRest) {
    const key = readString(cursor);
    onUnknown(plan.path === "" ? key : `${plan.path}.${key}`);
  } else {
    skipString(cursor);
  }
  expectColon(cursor);
  skipValue(cursor);
}

function expectColon(cursor: Cursor): void {
  if (cursor.bytes[cursor.at] !== COLON && peek(cursor) !== COLON) throw unexpected(cursor, "`:`");
  cursor.at += 1;
}

/** With the cursor on a key's quote: its field's index, the cursor moved past the key; or -1, unmoved. */
function findField(cursor: Cursor, fields: readonly FieldPlan[]): number {
  for (let index = 0; index < fields.length; index += 1) {
    if (keyMatches(cursor, fields[index])) return index;
  }
  return hasEscape(cursor) ? findEscaped(cursor, fields) : -1;
}

function keyMatches(cursor: Cursor, field: FieldPlan | undefined): boolean {
  if (field === undefined) return false;
  const { bytes } = cursor;
  const { key } = field;
  const start = cursor.at + 1;
  const { length } = key;
  if (bytes[start + length] !== QUOTE) return false;
  for (let index = 0; index < length; index += 1) {
    if (bytes[start + index] !== key[index]) return false;
  }
  cursor.at = start + length + 1;
  return true;
}

function hasEscape({ bytes, at }: Cursor): boolean {
  for (let next = at + 1; next < bytes.length; next += 1) {
    if (bytes[next] === QUOTE) return false;
    if (bytes[next] === 0x5c) return true;
  }
  return false;
}

/** A key may be written with escapes; that is rare, so only such a key is decoded to compare. */
function findEscaped(cursor: Cursor, fields: readonly FieldPlan[]): number {
  const start = cursor.at;
  const key = readString(cursor);
  const index = fields.findIndex((field) => field.name === key);
  if (index === -1) cursor.at = start;
  return index;
}
