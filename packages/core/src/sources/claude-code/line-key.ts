/**
 * The bytes of a session line -> whose line it is, and a title it tells for a line elsewhere
 *
 * The first pass asks this of every line, so it reads no further than it must: a line of a session
 * names it in its first few hundred bytes. The second pass asks the same, so the two cannot disagree.
 */
import { ProvisoError } from "../../errors.ts";
import { type Cursor, parseSlice, peek, readString, skipString, skipValue } from "../json/cursor.ts";
import { project } from "../json/project.ts";
import { firstName, type Json, nameOf, objectOf } from "../read-field.ts";
import { LINE_KEYS, TITLE_UNITS } from "./line-shape.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const OPEN_ARRAY = 0x5b;
const encoder = new TextEncoder();
const KEYS = ["sessionId", "type", "parentUuid", "session_id", "leafUuid", "summary"].map((name) => ({
  name,
  bytes: encoder.encode(name),
}));
/** By their length: then few of a line's keys are compared at all. */
const BY_LENGTH = Array.from({ length: 11 }, (_, length) =>
  KEYS.filter(({ name }) => name.length === length),
);

export interface LineKey {
  readonly session: string | undefined;
  /** The line that `title` is told for. */
  readonly leaf: string | undefined;
  readonly title: string | undefined;
}

/**
 * Reads the keys of lines, one after the other; most are of the session of the line before.
 * Never throws: of a damaged line it tells what stands before the damage.
 */
export class LineKeys {
  #session = "";
  #sessionBytes = new Uint8Array(0);

  of(bytes: Uint8Array): LineKey {
    const cursor = { bytes, at: 0 };
    const line: Record<string, unknown> = {};
    try {
      const escaped = !this.#walk(cursor, line);
      if (escaped) return keyOf(objectOf(project(bytes, LINE_KEYS)));
    } catch (error) {
      if (!(error instanceof ProvisoError) || error.code !== "INPUT_MALFORMED") throw error;
    }
    return keyOf(line);
  }

  /** Collects the fields of KEYS until they tell the line's key; false where a key is written with escapes. */
  #walk(cursor: Cursor, line: Record<string, unknown>): boolean {
    const { bytes } = cursor;
    let isTitle = true;
    if (peek(cursor) !== OPEN_OBJECT) return true;
    do {
      cursor.at += 1;
      if (peek(cursor) !== QUOTE) return true;
      const start = cursor.at + 1;
      const end = keyEnd(bytes, start);
      if (end === -1) return false;
      cursor.at = end + 1;
      if (bytes[cursor.at] !== COLON && peek(cursor) !== COLON) return true;
      cursor.at += 1;
      const name = nameAt(bytes, start, end);
      if (name === undefined) skipValue(cursor);
      else if (name === "parentUuid") {
        skipValue(cursor);
        line[name] = null;
        isTitle = false;
      } else if (name === "sessionId") line[name] = this.#readSession(cursor);
      else {
        line[name] = readScalar(cursor);
        isTitle &&= name !== "type" || line[name] === "summary";
      }
      if (!isTitle && nameOf(line["sessionId"]) !== undefined) return true;
    } while (peek(cursor) === COMMA);
    return true;
  }

  #readSession(cursor: Cursor): unknown {
    const { bytes } = cursor;
    if (peek(cursor) !== QUOTE) return readScalar(cursor);
    const known = this.#sessionBytes;
    const start = cursor.at + 1;
    let at = 0;
    while (at < known.length && bytes[start + at] === known[at]) at += 1;
    if (at === known.length && bytes[start + at] === QUOTE) {
      cursor.at = start + at + 1;
      return this.#session;
    }
    const end = skipString(cursor);
    cursor.at = start - 1;
    this.#session = readString(cursor);
    // INVARIANT: a copy, since the line's bytes are valid for this line only.
    this.#sessionBytes = bytes.slice(start, end);
    return this.#session;
  }
}

/** A title for another line comes on a line of its own, so most lines need not be read to their end. */
function keyOf(line: Json): LineKey {
  const session = firstName(line["sessionId"], line["session_id"]);
  const type = line["type"];
  const isTitle = line["parentUuid"] === undefined && (type === undefined || type === "summary");
  if (!isTitle) return { session, leaf: undefined, title: undefined };
  const title = nameOf(line["summary"])?.slice(0, TITLE_UNITS);
  return { session, leaf: nameOf(line["leafUuid"]), title };
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
  for (const key of BY_LENGTH[end - start] ?? []) {
    const { length } = key.bytes;
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
