/**
 * One record's bytes x Shape -> the few values an importer reads
 *
 * Text that is only counted or skipped is never decoded, which is what makes importing faster
 * than JSON.parse. Stack depth is bounded by the shape, not by the input.
 * Meaning: JSON.parse followed by picking (the slow twin is in project.test.ts).
 */
import { type Cursor, peek, readString, skipString, skipValue, unexpected } from "./cursor.ts";
import { findField, keyMatches } from "./find-field.ts";
import { type FieldPlan, type Plan, planOf } from "./plan.ts";
import { readText, readWhole } from "./read-leaf.ts";
import type { Shape } from "./shape.ts";

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

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
