/** Where in a line of JSON its strings are, and what stands outside of them. */
import type { LocatedSpan } from "../locate/locate.ts";
import { ALNUM, is, SPACE } from "../scan/bytes.ts";
import type { Text } from "../scan/text.ts";

const QUOTE = 0x22;
/** What a line of JSON begins with: an object, a list, a string. */
const OPENS = new Set([0x7b, 0x5b, QUOTE]);
const SIGNS = new Set([0x2b, 0x2d, 0x2e]);

/** Asked in order of position, so that the line is read once. In the text only quotes that end strings are `"`. */
export class Strings {
  readonly #text: Text;
  #at: number;
  #isInside = false;
  /** The first quote at or behind the last span that was asked for. */
  #quote = -1;

  /** A line that is no JSON has no outside. */
  readonly #isJson: boolean;

  constructor(text: Text) {
    this.#text = text;
    this.#at = text.start;
    let first = text.start;
    while (first < text.end && is(text.bytes, first, SPACE)) first += 1;
    this.#isJson = OPENS.has(text.bytes[first] ?? 0);
  }

  isInside(offset: number): boolean {
    const { bytes } = this.#text;
    if (!this.#isJson) return true;
    for (; this.#at < offset; this.#at += 1) {
      if (bytes[this.#at] === QUOTE) this.#isInside = !this.#isInside;
    }
    return this.#isInside;
  }

  /** The span up to the end of its string; undefined if nothing of it is left. */
  within(span: LocatedSpan): LocatedSpan | undefined {
    if (this.#quote < span.start) {
      const found = this.#text.bytes.indexOf(QUOTE, span.start);
      this.#quote = found < 0 ? Number.POSITIVE_INFINITY : found;
    }
    if (this.#quote >= span.end) return span;
    return this.#quote > span.start ? { ...span, end: this.#quote } : undefined;
  }
}

/** The whole number, literal or whatever else stands outside of strings, around a span. */
export function bareValue({ bytes, start: first, end: last }: Text, span: LocatedSpan): LocatedSpan {
  let { start, end } = span;
  while (start > first && isBare(bytes, start - 1)) start -= 1;
  while (end < last && isBare(bytes, end)) end += 1;
  return { ...span, start, end };
}

function isBare(bytes: Uint8Array, at: number): boolean {
  return is(bytes, at, ALNUM) || SIGNS.has(bytes[at] ?? 0);
}
