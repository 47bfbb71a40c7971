/**
 * The beginning of a JSON text -> as much of its value as can be seen, for `detect` only
 *
 * Total: never throws, whatever the bytes. What is cut off closes where it ends, so the first 64 KiB
 * of a 40 GB export still show which keys it has. Long strings, arrays and objects are cut short too:
 * the result is for recognising a shape and is bounded, whatever the input.
 */
const LONGEST_STRING = 200;
const MOST_ELEMENTS = 8;
const MOST_KEYS = 80;
/** Deeper input is not read: recursion must end before the stack does. */
const DEEPEST = 40;

const STRING = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"/y;
const SCALAR = /(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;
const SPACE = /[ \t\r\n]*/y;

export interface PartialJson {
  /** Undefined when the text does not begin with a JSON value. */
  readonly value: unknown;
  /** Where reading stopped. */
  readonly end: number;
  /** The value closed before the text did, and was well-formed. */
  readonly whole: boolean;
}

const NOTHING = Symbol("nothing");

/** Reads the value that begins at `from`, after white space. */
export function partialJson(text: string, from = 0): PartialJson {
  const reader = new Reader(text, from);
  const value = reader.value(0);
  return { value: value === NOTHING ? undefined : value, end: reader.at, whole: !reader.broken };
}

class Reader {
  readonly #text: string;
  at: number;
  broken = false;

  constructor(text: string, from: number) {
    this.#text = text;
    this.at = from;
  }

  value(depth: number): unknown {
    this.#skip(SPACE);
    if (depth > DEEPEST) return this.#fail();
    const first = this.#text[this.at];
    if (first === "{") return this.#object(depth);
    if (first === "[") return this.#array(depth);
    const token = this.#skip(first === '"' ? STRING : SCALAR);
    if (token === undefined) return this.#fail();
    const parsed = parseToken(token);
    if (parsed === NOTHING) return this.#fail();
    return typeof parsed === "string" ? parsed.slice(0, LONGEST_STRING) : parsed;
  }

  #object(depth: number): unknown {
    const found = new Map<string, unknown>();
    this.at += 1;
    for (let first = true; ; first = false) {
      if (this.#closes("}", first)) break;
      const key = parseToken(this.#skip(STRING) ?? "");
      if (typeof key !== "string") return this.#stop(Object.fromEntries(found));
      this.#skip(SPACE);
      if (this.#text[this.at] !== ":") return this.#stop(Object.fromEntries(found));
      this.at += 1;
      const value = this.value(depth + 1);
      // The key alone is worth having: its value may be the long string that the head cuts off.
      if (found.size < MOST_KEYS) found.set(key, value === NOTHING ? undefined : value);
      if (this.broken) break;
    }
    return Object.fromEntries(found);
  }

  #array(depth: number): unknown {
    const found: unknown[] = [];
    this.at += 1;
    for (let first = true; ; first = false) {
      if (this.#closes("]", first)) break;
      const value = this.value(depth + 1);
      if (value !== NOTHING && found.length < MOST_ELEMENTS) found.push(value);
      if (this.broken) break;
    }
    return found;
  }

  /** True at the end of an object or array; otherwise stands before its next member. */
  #closes(bracket: string, first: boolean): boolean {
    this.#skip(SPACE);
    const next = this.#text[this.at];
    if (next === bracket) {
      this.at += 1;
      return true;
    }
    if (!first && next !== ",") {
      this.broken = true;
      return true;
    }
    if (!first) this.at += 1;
    this.#skip(SPACE);
    return false;
  }

  #skip(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#text);
    if (match === null) return undefined;
    this.at = pattern.lastIndex;
    return match[0];
  }

  #fail(): typeof NOTHING {
    this.broken = true;
    return NOTHING;
  }

  #stop<T>(value: T): T {
    this.broken = true;
    return value;
  }
}

function parseToken(token: string): unknown {
  try {
    return JSON.parse(token) as unknown;
  } catch {
    return NOTHING;
  }
}
