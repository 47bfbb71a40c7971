/**
 * Texts -> one document in bytes
 *
 * HARD stands between the texts: they are searched together, and no finding runs from one into the
 * next. `reader` leads back from bytes to the code units of one text.
 */
import type { EntityType } from "./entity.ts";
import type { Span } from "./scan/resolve.ts";
import { MARGIN, type Text } from "./scan/text.ts";
import { unitsFrom } from "./scan/units.ts";

const encoder = new TextEncoder();

export interface TextReader {
  /** End of the text in the document. */
  readonly end: number;
  /** MUST be asked in order of position. */
  unitsAt(offset: number): number;
}

export interface PlacedTexts {
  readonly text: Text;
  reader(which: number): TextReader;
  /** The types of the spans that lie in one text, each once. */
  typesIn(which: number, spans: readonly Span[]): readonly EntityType[];
}

export function placeTexts(texts: readonly string[]): PlacedTexts {
  let size = 0;
  for (const one of texts) size += one.length * 3 + 1;
  const bytes = new Uint8Array(size + 2 * MARGIN);
  const starts: number[] = [];
  const ends: number[] = [];
  let at = MARGIN;
  for (const one of texts) {
    starts.push(at);
    at += encoder.encodeInto(one, bytes.subarray(at)).written;
    ends.push(at);
    // The byte after it stays 0, which is HARD.
    at += 1;
  }
  const end = ends.at(-1) ?? MARGIN;
  return {
    text: { bytes, start: MARGIN, end },
    reader: (which) => ({ end: ends[which] ?? end, unitsAt: unitsFrom(bytes, starts[which] ?? end) }),
    typesIn(which, spans) {
      const [from, to] = [starts[which] ?? end, ends[which] ?? end];
      return [...new Set(spans.filter((one) => one.start >= from && one.start < to).map((one) => one.type))];
    },
  };
}
