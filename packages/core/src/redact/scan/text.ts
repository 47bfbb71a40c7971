/**
 * **Text**: what recognizers look at
 *
 * UTF-8 bytes in a shared buffer. Only `[start, end)` is the document at hand. At least 64 bytes
 * before `start` and after `end` may be read (they hold other documents or zeros) but MUST NOT be
 * part of a finding.
 *
 * HARD (0x00) stands between things that only happen to be neighbours (records, items): no finding
 * crosses it. Escapes are already undone or blanked: a line break is `\n`, whatever the file says.
 */
export interface Text {
  bytes: Uint8Array;
  start: number;
  end: number;
}

export const HARD = 0;
/** Bytes that may be read on either side of a document. */
export const MARGIN = 64;

const encoder = new TextEncoder();

/** A document of its own, for tests and small inputs. */
export function textOf(value: string): Text {
  const encoded = encoder.encode(value);
  const bytes = new Uint8Array(encoded.length + 2 * MARGIN);
  bytes.set(encoded, MARGIN);
  return { bytes, start: MARGIN, end: MARGIN + encoded.length };
}
