/**
 * What the lanes need of the redactor. A lane takes bytes as they are in a file and gives them back
 * with the findings replaced and nothing else touched.
 */
import type { Located, LocatedSpan } from "../locate/locate.ts";
import type { LineFinding } from "../redacted.ts";
import type { Replace } from "../rewrite.ts";
import type { Text } from "../scan/text.ts";

export interface Lane {
  /**
   * @param line counts from 0; in plain text it is 0
   * @param pass how often the text has been read before
   */
  locate(text: Text, line: number, pass: number): Located;
  /** For one document: numbering and names begin anew. */
  newReplace(): Replace;
  /** Hears of every span that was replaced. */
  count(span: LocatedSpan): void;
  /** Hears of the special categories of each document. */
  flag(flags: Located["flags"]): void;
  readonly onFinding: ((finding: LineFinding) => void) | undefined;
}

export const NEWLINE = 0x0a;

/** What stands in the place of `[from, to)`. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

/** @param pieces in order; without any the source itself is given back */
export function joinLines(source: Uint8Array, pieces: readonly Piece[]): Uint8Array {
  if (pieces.length === 0) return source;
  let size = source.length;
  for (const { from, to, bytes } of pieces) size += bytes.length - (to - from);
  const out = new Uint8Array(size);
  let write = 0;
  let copied = 0;
  for (const { from, to, bytes } of pieces) {
    out.set(source.subarray(copied, from), write);
    write += from - copied;
    out.set(bytes, write);
    write += bytes.length;
    copied = to;
  }
  out.set(source.subarray(copied), write);
  return out;
}

export function reported(span: LocatedSpan, line: number, start: number, end: number): LineFinding {
  const { type, score, recognizer, validation } = span;
  return { type, score, recognizer, validation, line, start, end };
}
