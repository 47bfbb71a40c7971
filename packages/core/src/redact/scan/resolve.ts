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

/** Spans that hang together by overlaps: the winners, by position, are added to `kept`. */
function settle(group: readonly Span[], bytes: Uint8Array, kept: Span[]): void {
  if (group.length < 2) {
    kept.push(...group);
    return;
  }
  const winners: Span[] = [];
  for (const span of [...group].sort(byStrength)) {
    for (const rest of without(span, winners)) {
      if (rest === span || hasWord(bytes, rest.start, rest.end)) winners.push(rest);
    }
  }
  winners.sort((one, other) => one.start - other.start);
  for (const one of winners) kept.push(one);
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

/** What of `span` lies outside the winners so far. */
function without(span: Span, winners: readonly Span[]): readonly Span[] {
  let rests: Span[] = [span];
  for (const winner of winners) {
    if (winner.end <= span.start || winner.start >= span.end) continue;
    rests = rests.flatMap((rest) => {
      if (winner.end <= rest.start || winner.start >= rest.end) return [rest];
      const parts: Span[] = [];
      if (rest.start < winner.start) parts.push({ ...rest, end: winner.start });
      if (winner.end < rest.end) parts.push({ ...rest, start: winner.end });
      return parts;
    });
  }
  return rests;
}

function hasWord(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (is(bytes, at, WORD)) return true;
  return false;
}
