/**
 * Texts -> one document in bytes
 *
 * HARD stands between the texts: they are searched together, and no finding runs from one into the
 * next. `reader` leads back from bytes to the code units of one text.
 */
import type { EntityType } from "./entity.ts";
import type { Span } from "./scan/resolve.ts";
import { MARGIN, type Text } from "./scan/text.ts";

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
    reader: (which) => readerOf(bytes, starts[which] ?? end, ends[which] ?? end),
    typesIn(which, spans) {
      const [from, to] = [starts[which] ?? end, ends[which] ?? end];
      return [...new Set(spans.filter((one) => one.start >= from && one.start < to).map((one) => one.type))];
    },
  };
}

function readerOf(bytes: Uint8Array, start: number, end: number): TextReader {
  let at = start;
  let units = 0;
  return {
    end,
    unitsAt(offset) {
      while (at < offset) {
        const byte = bytes[at] as number;
        // A character of four bytes is two code units; bytes that go on with one count nothing.
        units += byte >= 0xf0 ? 2 : (byte & 0xc0) === 0x80 ? 0 : 1;
        at += 1;
      }
      return units;
    },
  };
}
