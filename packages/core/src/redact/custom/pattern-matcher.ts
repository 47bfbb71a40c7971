/**
 * Text x pattern -> matches, on an engine that takes time linear in the text
 *
 * The pattern is run around the places where a match could be, or everywhere in pieces. A match has
 * at most 1,024 bytes, and lies between two of the bytes that part records.
 */
import { HARD, type Text } from "../scan/text.ts";
import { compilePattern } from "./check-pattern.ts";
import { hotPlaces } from "./hot-places.ts";
import { patternNeeds } from "./pattern-needs.ts";

export const LONGEST_MATCH = 1024;
/** No match is looked for in more than this and what a match that begins in it can reach. */
const PIECE = 4096;
/** What `\b` looks at beside a match: one character. */
const BESIDE = 4;

type Visit = (start: number, end: number) => void;

export class PatternMatcher {
  readonly #pattern: ReturnType<typeof compilePattern>;
  readonly #places: ReturnType<typeof hotPlaces>;
  readonly #reach: number;

  constructor(regex: string, ignoreCase: boolean) {
    this.#pattern = compilePattern(regex, ignoreCase);
    const needs = patternNeeds(regex, ignoreCase);
    this.#places = hotPlaces(needs);
    this.#reach = Math.min(LONGEST_MATCH, needs.longest);
  }

  match({ bytes, start, end }: Text, visit: Visit): void {
    let from = start;
    while (from < end) {
      const hard = bytes.subarray(from, end).indexOf(HARD);
      const to = hard < 0 ? end : from + hard;
      if (to > from) this.#record(bytes, from, to, visit);
      from = to + 1;
    }
  }

  #record(bytes: Uint8Array, from: number, to: number, visit: Visit): void {
    const reach = this.#reach;
    let first = -1;
    let last = -1;
    let done = from;
    const isNarrowed = this.#places(bytes, from, to, (start, end) => {
      if (first >= 0 && start - reach > last) {
        done = this.#pieces(bytes, from, to, Math.max(done, first), last, visit);
        first = -1;
      }
      if (first < 0) first = Math.max(from, start - reach);
      last = Math.min(to, end + reach);
    });
    if (!isNarrowed) this.#pieces(bytes, from, to, from, to, visit);
    else if (first >= 0) this.#pieces(bytes, from, to, Math.max(done, first), last, visit);
  }

  /** Matches that begin in `[first, last)`, in pieces, so that no one of them is searched to the end of the text. */
  #pieces(bytes: Uint8Array, from: number, to: number, first: number, last: number, visit: Visit): number {
    let done = first;
    for (let piece = first; piece < last; piece += PIECE) {
      const limit = Math.min(last, piece + PIECE);
      done = Math.max(done, piece);
      if (done >= limit) continue;
      const windowStart = boundaryBefore(bytes, Math.max(from, done - BESIDE), from);
      const windowEnd = Math.min(to, limit + this.#reach + BESIDE);
      done = this.#run(bytes, windowStart, windowEnd, done, limit, visit);
    }
    return done;
  }

  /** Matches in a window that begin in `[first, last)`; returns the end of the last one. */
  #run(bytes: Uint8Array, from: number, to: number, first: number, last: number, visit: Visit): number {
    const window = bytes.subarray(from, to);
    const matcher = this.#pattern.matcher(window);
    let done = first;
    let isFound = matcher.find(boundaryAfter(bytes, first, to) - from);
    while (isFound) {
      const start = from + matcher.start();
      const end = from + matcher.end();
      if (start >= last) break;
      if (end > start) visit(start, end);
      done = Math.max(done, end);
      isFound = matcher.find();
    }
    return done;
  }
}

/** Where a character begins, at or before `at`. */
function boundaryBefore(bytes: Uint8Array, at: number, least: number): number {
  let place = at;
  while (place > least && ((bytes[place] ?? 0) & 0xc0) === 0x80) place -= 1;
  return place;
}

function boundaryAfter(bytes: Uint8Array, at: number, most: number): number {
  let place = at;
  while (place < most && ((bytes[place] ?? 0) & 0xc0) === 0x80) place += 1;
  return place;
}
