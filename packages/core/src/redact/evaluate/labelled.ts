/**
 * files -> **LabelledSet** -> evaluate
 *
 * Texts with the spans that people (or generators) marked in them. Whatever the file's format, from
 * here on offsets are UTF-16 code units, as JavaScript counts, and lie inside the text.
 */
import { type Place, ProvisoError } from "../../errors.ts";

export interface LabelledSpan {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** The label as the data names it. */
  readonly label: string;
}

export interface Labelled {
  /** By which predictions name the document. */
  readonly id: string;
  readonly text: string;
  readonly spans: readonly LabelledSpan[];
  /** Labels this document was marked for; without it, all that occur in the set. */
  readonly about?: readonly string[];
}

export interface LabelledSet {
  readonly name: string;
  /** What the file turned out to be. */
  readonly format: string;
  readonly documents: readonly Labelled[];
  /** What a reader of the figures should know: how texts were joined, what was passed over. */
  readonly notes: readonly string[];
}

/** How a format counts offsets: Python counts code points, JavaScript code units. */
export type Unit = "utf16" | "code-point";

/**
 * Spans with their offsets in UTF-16, checked.
 * @throws ProvisoError INPUT_MALFORMED for offsets outside the text and for spans that cross
 */
export function checkedSpans(
  text: string,
  spans: readonly LabelledSpan[],
  unit: Unit,
  place: Place,
): readonly LabelledSpan[] {
  const toUnits = unit === "utf16" ? undefined : codeUnits(text);
  const size = toUnits === undefined ? text.length : toUnits.length - 1;
  const sorted = spans
    .map((span): LabelledSpan => {
      const { start, end, label } = span;
      if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > size || start >= end) {
        throw malformed(`the span ${start} to ${end} of \`${label}\` is not inside its text`, place, {
          hint: `the text has ${size} characters; spans count from 0, and their end is exclusive`,
        });
      }
      if (toUnits === undefined) return span;
      return { label, start: toUnits[start] ?? 0, end: toUnits[end] ?? 0 };
    })
    .sort((one, other) => one.start - other.start || other.end - one.end);
  refuseCrossing(sorted, place);
  return sorted;
}

/** One inside another is how some data marks a name in a name; crossing spans are a fault. */
function refuseCrossing(sorted: readonly LabelledSpan[], place: Place): void {
  const open: LabelledSpan[] = [];
  for (const span of sorted) {
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= span.start) open.pop();
    const outer = open.at(-1);
    const isTwice = outer?.start === span.start && outer.end === span.end && outer.label === span.label;
    if (outer !== undefined && (span.end > outer.end || isTwice)) {
      const [one, other] = [outer, span].map(({ start, end, label }) => `\`${label}\` ${start} to ${end}`);
      throw malformed(`spans overlap: ${one} and ${other}`, place, {
        hint: "a text's marked spans may lie inside each other, but must not cross or repeat",
      });
    }
    open.push(span);
  }
}

/** For each code point, and for the end, its offset in code units; undefined where both are the same. */
function codeUnits(text: string): readonly number[] | undefined {
  if (!/[\ud800-\udfff]/.test(text)) return undefined;
  const offsets: number[] = [];
  let units = 0;
  for (const char of text) {
    offsets.push(units);
    units += char.length;
  }
  offsets.push(units);
  return offsets;
}

export function malformed(
  message: string,
  place: Place,
  more: { readonly hint?: string } = {},
): ProvisoError {
  return new ProvisoError("INPUT_MALFORMED", message, { place, ...more });
}
