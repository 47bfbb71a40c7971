/**
 * Texts that follow each other -> what runs over from one into the next
 *
 * A number that was streamed in two blocks is in neither of them. Where blocks meet, the ends are read
 * once more as one text; what crosses the seam counts if its form or check digits say what it is. Blocks
 * meet in two ways: as neighbours in a JSON list (`"text":"… 4111 11"},{"type":"text","text":"11 …"`),
 * and joined by a line break, which is how importers join them; there only digits count.
 */
import type { Emit, Recognizer } from "../recognizers/recognizer.ts";
import { CLASS, DIGIT, is } from "../scan/bytes.ts";
import { MAX_DIGITS, type NumberRun } from "../scan/number-run.ts";
import { resolve, type Span } from "../scan/resolve.ts";
import type { Scanner } from "../scan/scanner.ts";
import { MARGIN, type Text } from "../scan/text.ts";

/** Bytes read on either side of a seam. */
const SIDE = 64;
/** What may stand between two blocks: brackets and the names of a few fields. */
const MAX_BETWEEN = 96;
/** As many digits as the shortest number has that is known by its check digits alone. */
const MIN_DIGITS = 12;
const NEWLINE = 0x0a;
const QUOTE = 0x22;
const HYPHEN = 0x2d;
const NOWHERE = Number.NEGATIVE_INFINITY;
const LINE_OF_DIGITS = "line-of-digits";
const TEXT_FIELD = "text-field";
const ROLE = new TextEncoder().encode("role");

/** Where texts may meet: a line that begins with a digit, and the beginning of a field with text. */
export const seamParts: Recognizer = {
  name: "seam-parts",
  types: [],
  regions: true,
  digits: { min: 1, max: MAX_DIGITS },
  atNumber({ bytes, start: first }: Text, { starts, ends }: NumberRun, emit: Emit): void {
    const start = starts[0] as number;
    if (start > first && bytes[start - 1] === NEWLINE)
      emit(LINE_OF_DIGITS, start, ends[0] as number, 1, "structure");
  },
  literals: [{ text: '"text":"' }, { text: '"text": "' }],
  atLiteral(_text: Text, start: number, end: number, _literal: number, emit: Emit): void {
    emit(TEXT_FIELD, start, end, 1, "structure");
  },
};

interface Seam {
  /** End of the text before, and beginning of the one after. */
  readonly before: number;
  readonly after: number;
  readonly isLine: boolean;
}

/**
 * The spans that cross a seam, each in two parts: where its tag is to stand, and what is to be left
 * out after it.
 * @param regions in order of position; those of `seamParts` count
 */
export function seamSpans(
  scanner: Scanner,
  text: Text,
  regions: readonly Span[],
): readonly (readonly [head: Span, tail: Span])[] {
  const found: (readonly [Span, Span])[] = [];
  let close = NOWHERE;
  for (const { type, start, end } of regions) {
    if (type === LINE_OF_DIGITS) {
      const seam = lineSeam(text, start);
      if (seam !== undefined) crossing(scanner, text, seam, found);
    } else if (type === TEXT_FIELD) {
      if (end - close <= MAX_BETWEEN && !holds(text.bytes, close, end, ROLE)) {
        crossing(scanner, text, { before: close, after: end, isLine: false }, found);
      }
      close = closeOf(text, end);
    }
  }
  return found;
}

function crossing(
  scanner: Scanner,
  text: Text,
  { before, after, isLine }: Seam,
  found: (readonly [Span, Span])[],
): void {
  const left = Math.min(SIDE, before - text.start);
  const right = Math.min(SIDE, text.end - after);
  // A line break stands where a space would have stood.
  const gap = isLine ? 1 : 0;
  const bytes = new Uint8Array(left + gap + right + 2 * MARGIN);
  const middle = MARGIN + left;
  bytes.set(text.bytes.subarray(before - left, before), MARGIN);
  bytes.fill(0x20, middle, middle + gap);
  bytes.set(text.bytes.subarray(after, after + right), middle + gap);
  const { spans } = scanner.scan({ bytes, start: MARGIN, end: middle + gap + right }, []);
  for (const span of resolve(spans, bytes)) {
    const isSure = span.validation === "checksum" || (span.validation === "structure" && !isLine);
    if (!isSure || span.start >= middle || span.end <= middle + gap) continue;
    found.push([
      { ...span, start: before - (middle - span.start), end: before },
      { ...span, start: after, end: after + (span.end - middle - gap) },
    ]);
  }
}

/** Line breaks with enough digits around them, and nothing but what groups digits. */
function lineSeam({ bytes, start, end }: Text, after: number): Seam | undefined {
  // An escaped line break is a space and a line break here.
  const before = bytes[after - 2] === 0x20 ? after - 2 : after - 1;
  if (!is(bytes, before - 1, DIGIT)) return undefined;
  const digits = digitsFrom(bytes, before - 1, start - 1, -1) + digitsFrom(bytes, after, end, 1);
  return digits >= MIN_DIGITS ? { before, after, isLine: true } : undefined;
}

function digitsFrom(bytes: Uint8Array, from: number, limit: number, step: 1 | -1): number {
  let digits = 0;
  for (let at = from; at !== limit && digits < MIN_DIGITS; at += step) {
    const byte = bytes[at] as number;
    if (((CLASS[byte] ?? 0) & DIGIT) !== 0) digits += 1;
    else if (byte !== HYPHEN && byte !== 0x20) break;
  }
  return digits;
}

/** Where the text that begins at `from` ends. In a line of JSON only quotes that end strings are `"`. */
function closeOf({ bytes, end }: Text, from: number): number {
  const close = bytes.indexOf(QUOTE, from);
  return close < 0 || close >= end ? NOWHERE : close;
}

function isAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let index = 0; index < wanted.length; index += 1)
    if (bytes[at + index] !== wanted[index]) return false;
  return true;
}

function holds(bytes: Uint8Array, from: number, to: number, wanted: Uint8Array): boolean {
  for (let at = from; at < to; at += 1) if (isAt(bytes, at, wanted)) return true;
  return false;
}
