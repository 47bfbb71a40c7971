/**
 * Texts that follow each other -> what runs over from one into the next
 *
 * A number that was streamed in two blocks is in neither of them. The ends that meet are read once
 * more as one text; what crosses the seam counts if its form or check digits say what it is.
 */
import type { Span } from "../scan/resolve.ts";
import { resolve } from "../scan/resolve.ts";
import type { Scanner } from "../scan/scanner.ts";
import { MARGIN, type Text } from "../scan/text.ts";

/** Bytes read on either side of a seam. */
const SIDE = 64;
const EMAIL_MINIMUM = 2;

export interface Seam {
  /** End of the text before, and beginning of the one after, in the buffer of the document. */
  readonly before: number;
  readonly after: number;
}

/**
 * The spans that cross a seam, each in two: its type stands for the value in the first, and the rest
 * in the second is to be left out.
 */
export function seamSpans(
  scanner: Scanner,
  document: Text,
  seams: readonly Seam[],
): { readonly heads: readonly Span[]; readonly tails: readonly Span[] } {
  const heads: Span[] = [];
  const tails: Span[] = [];
  const bytes = new Uint8Array(2 * (SIDE + MARGIN));
  for (const { before, after } of seams) {
    const left = Math.min(SIDE, before - document.start);
    const right = Math.min(SIDE, document.end - after);
    if (left < EMAIL_MINIMUM || right < EMAIL_MINIMUM) continue;
    bytes.fill(0);
    const start = MARGIN;
    const seam = start + left;
    bytes.set(document.bytes.subarray(before - left, before), start);
    bytes.set(document.bytes.subarray(after, after + right), seam);
    const found = scanner.scan({ bytes, start, end: seam + right });
    for (const span of resolve(found.spans, bytes)) {
      const isSure = span.validation === "checksum" || span.validation === "structure";
      if (!isSure || span.start >= seam || span.end <= seam) continue;
      heads.push({ ...span, start: before - (seam - span.start), end: before });
      tails.push({ ...span, start: after, end: after + (span.end - seam) });
    }
  }
  return { heads, tails };
}
