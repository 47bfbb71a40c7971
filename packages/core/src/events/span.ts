/** The instants a date in a timeline may mean, and how two of them relate. */
import { parseDate, type Span } from "./time.ts";

const ANYTIME: Span = { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY };

/** Of a date that the schema has let through; one that it would not is certain of nothing. */
export function spanOf(date: string): Span {
  const span = parseDate(date);
  return typeof span === "string" ? ANYTIME : span;
}

/** Certainly before: even the last instant of `a` comes before the first of `b`. */
export function isBefore(a: Span, b: Span): boolean {
  return a.last < b.first;
}
