/**
 * Texts that follow each other -> what runs over from one into the next
 *
 * A number that was streamed in two blocks is in neither of them. Where blocks meet, the ends are read
 * once more as one text; what crosses the seam counts if its form or check digits say what it is. Blocks
 * meet in two ways: as neighbours in a JSON list (`"text":"… 4111 11"},{"type":"text","text":"11 …"`),
 * and joined by a line break, which is how importers join them; there only digits count.
 */
import { CLASS, DIGIT, is } from "../scan/bytes.ts";
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
const COLON = 0x3a;
const QUOTE = 0x22;
const HYPHEN = 0x2d;
const TEXT_FIELD = new TextEncoder().encode('"text":');
const ROLE = new TextEncoder().encode("role");

interface Seam {
  /** End of the text before, and beginning of the one after. */
  readonly before: number;
  readonly after: number;
  readonly isLine: boolean;
}

/**
 * The spans that cross a seam, each in two parts: where its tag is to stand, and what is to be left
 * out after it.
 */
export function seamSpans(scanner: Scanner, text: Text): readonly (readonly [head: Span, tail: Span])[] {
  const found: (readonly [Span, Span])[] = [];
  for (const seam of [...lineSeams(text), ...blockSeams(text)]) crossing(scanner, text, seam, found);
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
  const { spans } = scanner.scan({ bytes, start: MARGIN, end: middle + gap + right });
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
function lineSeams({ bytes, start, end }: Text): readonly Seam[] {
  const seams: Seam[] = [];
  for (let at = bytes.indexOf(NEWLINE, start); at >= 0 && at < end; at = bytes.indexOf(NEWLINE, at + 1)) {
    // An escaped line break is a space and a line break here.
    const before = bytes[at - 1] === 0x20 ? at - 1 : at;
    if (!is(bytes, before - 1, DIGIT) || !is(bytes, at + 1, DIGIT)) continue;
    if (digitsFrom(bytes, before - 1, start - 1, -1) + digitsFrom(bytes, at + 1, end, 1) >= MIN_DIGITS) {
      seams.push({ before, after: at + 1, isLine: true });
    }
  }
  return seams;
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

/** Text fields of neighbours in a list. In a line of JSON only quotes that end strings are `"`. */
function blockSeams({ bytes, start, end }: Text): readonly Seam[] {
  const seams: Seam[] = [];
  let last = -1;
  for (let at = bytes.indexOf(QUOTE, start); at >= 0 && at < end; at = bytes.indexOf(QUOTE, at + 1)) {
    // Most quotes end strings or begin names; a value's has a colon before it, perhaps with a space.
    const colon = bytes[at - 1] === 0x20 ? at - 2 : at - 1;
    if (bytes[colon] !== COLON || !isAt(bytes, colon + 1 - TEXT_FIELD.length, TEXT_FIELD)) continue;
    const close = bytes.indexOf(QUOTE, at + 1);
    if (close < 0 || close >= end) break;
    if (last >= 0 && at - last <= MAX_BETWEEN && !holds(bytes, last, at, ROLE)) {
      seams.push({ before: last, after: at + 1, isLine: false });
    }
    last = close;
    at = close;
  }
  return seams;
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
