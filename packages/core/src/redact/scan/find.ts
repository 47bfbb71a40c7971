/**
 * string -> **Findings**
 *
 * The scanner works on UTF-8; whoever has a string counts in UTF-16. This is where the two meet.
 */
import type { Finding } from "../finding.ts";
import { resolve } from "./resolve.ts";
import type { Scanner } from "./scanner.ts";
import { textOf } from "./text.ts";
import { unitsFrom } from "./units.ts";

/**
 * What stands in `value`, by position, without overlaps.
 * @param least the score from which on a span counts: a doubtful one must not hide a sure one
 */
export function find(scanner: Scanner, value: string, least = 0): readonly Finding[] {
  const text = textOf(value);
  const spans = resolve(
    scanner.scan(text).spans.filter(({ score }) => score >= least),
    text.bytes,
  );
  const unitsTo = unitsFrom(text.bytes, text.start);
  return spans.map((span) => ({ ...span, start: unitsTo(span.start), end: unitsTo(span.end) }));
}
