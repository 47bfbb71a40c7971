/**
 * Overlapping spans -> spans that do not overlap
 *
 * The rule, whole: **of two spans that overlap, the one with the stronger validation wins; then the
 * longer; then the one that begins first; then the higher score; then the type's name. What the
 * loser covers beyond the winner stays found, as the loser's type, if a letter or digit is in it.**
 *
 * Stronger: in the order of `VALIDATIONS`. The last sentence is why nothing found is ever left in
 * the text because of something else that was found.
 */
import { VALIDATIONS, type Validation } from "../entity.ts";
import { is, WORD } from "./bytes.ts";

/** A finding with offsets in bytes. */
export interface Span {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly recognizer: string;
  readonly validation: Validation;
}

const RANK = new Map<Validation, number>(VALIDATIONS.map((validation, index) => [validation, index]));

/** @param spans in any order; the result is by position */
export function resolve(spans: readonly Span[], bytes: Uint8Array): readonly Span[] {
  if (spans.length < 2) return spans;
  const sorted = [...spans].sort((one, other) => one.start - other.start || one.end - other.end);
  const kept: Span[] = [];
  let group: Span[] = [];
  let reach = -1;
  for (const span of sorted) {
    if (span.start >= reach) {
      settle(group, bytes, kept);
      group = [];
    }
    group.push(span);
    reach = Math.max(reach, span.end);
  }
  settle(group, bytes, kept);
  return kept;
}

/**
 * Spans that hang together by overlaps: the winners, by position, are added to `kept`. Chains can be as
 * long as the document, so winners are kept in order and looked up by halves.
 */
function settle(group: readonly Span[], bytes: Uint8Array, kept: Span[]): void {
  if (group.length < 2) {
    kept.push(...group);
    return;
  }
  const winners: Span[] = [];
  for (const span of [...group].sort(byStrength)) {
    const first = firstEndingAfter(winners, span.start);
    let from = span.start;
    let index = first;
    const rests: Span[] = [];
    for (; index < winners.length; index += 1) {
      const winner = winners[index] as Span;
      if (winner.start >= span.end) break;
      if (from < winner.start) rests.push({ ...span, start: from, end: winner.start });
      from = winner.end;
    }
    if (index === first) winners.splice(first, 0, span);
    else {
      if (from < span.end) rests.push({ ...span, start: from });
      // Between the winners it overlaps, each rest has its place.
      for (const rest of rests) {
        if (!hasWord(bytes, rest.start, rest.end)) continue;
        winners.splice(firstEndingAfter(winners, rest.start), 0, rest);
      }
    }
  }
  for (const one of winners) kept.push(one);
}

/** @param winners by position, without overlaps */
function firstEndingAfter(winners: readonly Span[], start: number): number {
  let low = 0;
  let high = winners.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((winners[middle] as Span).end <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byStrength(one: Span, other: Span): number {
  return (
    (RANK.get(one.validation) ?? 0) - (RANK.get(other.validation) ?? 0) ||
    other.end - other.start - (one.end - one.start) ||
    one.start - other.start ||
    other.score - one.score ||
    (one.type < other.type ? -1 : one.type > other.type ? 1 : 0)
  );
}

function hasWord(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (is(bytes, at, WORD)) return true;
  return false;
}
