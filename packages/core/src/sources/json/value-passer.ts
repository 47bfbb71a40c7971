/**
 * Passes over one JSON value that may begin in one chunk and end in another.
 *
 * INVARIANT: the outcome depends on the bytes alone, never on where the chunks are cut.
 */
import { stringEnd } from "./cursor.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;

const OPENS = 1;
const CLOSES = 2;
const QUOTES = 3;
const BREAKS = 4;
/** What a byte outside strings does to the nesting; most do nothing. */
const EFFECT = new Uint8Array(256);
EFFECT[0x7b] = OPENS;
EFFECT[0x5b] = OPENS;
EFFECT[0x7d] = CLOSES;
EFFECT[0x5d] = CLOSES;
EFFECT[QUOTE] = QUOTES;
EFFECT[NEWLINE] = BREAKS;

export class ValuePasser {
  #depth = 0;
  #inString = false;
  #escaped = false;
  #isScalar = false;
  /** Newlines met outside strings. */
  newlines = 0;

  /** Begins with the value's first byte; false when no value can begin with it. The byte is not passed yet. */
  begin(first: number): boolean {
    this.#depth = 0;
    this.#inString = false;
    this.#escaped = false;
    this.newlines = 0;
    this.#isScalar = (first >= 0x30 && first <= 0x39) || first === 0x2d || isLetter(first);
    return this.#isScalar || EFFECT[first] === OPENS || first === QUOTE;
  }

  /** Index just past the value's end, or -1 when the chunk is used up and the value goes on. */
  pass(chunk: Uint8Array, from: number): number {
    if (this.#isScalar) return passScalar(chunk, from);
    let at = from;
    let depth = this.#depth;
    let newlines = 0;
    let inString = this.#inString;
    const length = chunk.length;
    while (at < length) {
      if (inString) {
        const end = this.#passString(chunk, at);
        if (end === -1) break;
        inString = false;
        at = end + 1;
        if (depth === 0) return at;
      }
      for (; at < length; at += 1) {
        const effect = EFFECT[chunk[at] ?? 0];
        if (effect === 0) continue;
        if (effect === QUOTES) {
          const end = stringEnd(chunk, at + 1);
          if (end === -1) {
            inString = true;
            at += 1;
            break;
          }
          at = end;
          if (depth === 0) return at + 1;
        } else if (effect === OPENS) {
          depth += 1;
        } else if (effect === CLOSES) {
          depth -= 1;
          if (depth === 0) {
            this.newlines += newlines;
            return at + 1;
          }
        } else {
          newlines += 1;
        }
      }
    }
    this.#depth = depth;
    this.#inString = inString;
    this.newlines += newlines;
    return -1;
  }

  /** Index of the end quote, or -1; then remembers whether the next chunk's first byte is escaped. */
  #passString(chunk: Uint8Array, from: number): number {
    const start = this.#escaped ? from + 1 : from;
    this.#escaped = false;
    const end = stringEnd(chunk, start);
    if (end !== -1) return end;
    let slashes = chunk.length;
    while (slashes > start && chunk[slashes - 1] === BACKSLASH) slashes -= 1;
    this.#escaped = ((chunk.length - slashes) & 1) === 1;
    return -1;
  }
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function passScalar(chunk: Uint8Array, from: number): number {
  for (let at = from; at < chunk.length; at += 1) {
    const byte = chunk[at] ?? 0;
    if (byte <= 0x20 || byte === 0x2c || EFFECT[byte] !== 0) return at;
  }
  return -1;
}
