/**
 * The bytes of a session line -> whose line it is, and a title it tells for a line elsewhere
 *
 * The first pass asks this of every line, so it reads no further than it must: a line of a session
 * names it in its first few hundred bytes. The second pass asks the same, so the two cannot disagree.
 */
import { ProvisoError } from "../../errors.ts";
import { type Cursor, parseSlice, peek, readString, skipValue } from "../json/cursor.ts";
import { project } from "../json/project.ts";
import { firstName, type Json, nameOf, objectOf } from "../read-field.ts";
import { LINE_KEYS, TITLE_UNITS } from "./line-shape.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const OPEN_ARRAY = 0x5b;
const KEYS = ["sessionId", "type", "parentUuid", "session_id", "leafUuid", "summary"].map((name) => ({
  name,
  bytes: new TextEncoder().encode(name),
}));

export interface LineKey {
  readonly session: string | undefined;
  /** The line that `title` is told for. */
  readonly leaf: string | undefined;
  readonly title: string | undefined;
}

/** Never throws: of a damaged line it tells what stands before the damage. */
export function lineKeyOf(bytes: Uint8Array): LineKey {
  const line: Record<string, unknown> = {};
  try {
    if (!walk({ bytes, at: 0 }, line)) return keyOf(objectOf(project(bytes, LINE_KEYS)));
  } catch (error) {
    if (!(error instanceof ProvisoError) || error.code !== "INPUT_MALFORMED") throw error;
  }
  return keyOf(line);
}

function keyOf(line: Json): LineKey {
  const session = firstName(line["sessionId"], line["session_id"]);
  if (!mayTellTitle(line)) return { session, leaf: undefined, title: undefined };
  const title = nameOf(line["summary"])?.slice(0, TITLE_UNITS);
  return { session, leaf: nameOf(line["leafUuid"]), title };
}

/** A title for another line comes on a line of its own, so most lines need not be read to their end. */
function mayTellTitle(line: Json): boolean {
  const type = line["type"];
  return line["parentUuid"] === undefined && (type === undefined || type === "summary");
}

/** Collects the fields of KEYS until they tell the line's key; false where a key is written with escapes. */
function walk(cursor: Cursor, line: Record<string, unknown>): boolean {
  if (peek(cursor) !== OPEN_OBJECT) return true;
  do {
    cursor.at += 1;
    if (peek(cursor) !== QUOTE) return true;
    const start = cursor.at + 1;
    const end = keyEnd(cursor.bytes, start);
    if (end === -1) return false;
    cursor.at = end + 1;
    if (peek(cursor) !== COLON) return true;
    cursor.at += 1;
    const name = nameAt(cursor.bytes, start, end);
    if (name === undefined) skipValue(cursor);
    else {
      line[name] = readScalar(cursor);
      if (nameOf(line["sessionId"]) !== undefined && !mayTellTitle(line)) return true;
    }
  } while (peek(cursor) === COMMA);
  return true;
}

function keyEnd(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH) return -1;
  }
  return -1;
}

function nameAt(bytes: Uint8Array, start: number, end: number): string | undefined {
  for (const key of KEYS) {
    const { length } = key.bytes;
    if (length !== end - start) continue;
    let at = 0;
    while (at < length && bytes[start + at] === key.bytes[at]) at += 1;
    if (at === length) return key.name;
  }
  return undefined;
}

/** Null for what is no string and no number, which names nothing. */
function readScalar(cursor: Cursor): unknown {
  const first = peek(cursor);
  if (first === QUOTE) return readString(cursor);
  const from = cursor.at;
  skipValue(cursor);
  const isNested = first === OPEN_OBJECT || first === OPEN_ARRAY;
  return isNested ? null : parseSlice(cursor.bytes, from, cursor.at);
}
