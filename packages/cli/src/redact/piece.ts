/**
 * bytes -> **Piece** -> redacted bytes
 *
 * Whole lines of an input, or a part of a line that is too long to be held at once.
 */
import type { KnownValue } from "@proviso/core/redact";
import type { LineFormat } from "./engine.ts";

const NEWLINE = 0x0a;

export interface Piece {
  /** Owned: nobody else writes to it. */
  readonly bytes: Uint8Array;
  readonly format: LineFormat;
  /** Of its first byte: the line in the input, from 0. */
  readonly line: number;
  /** Of its first byte: bytes before it in its line, and in the input. */
  readonly column: number;
  readonly offset: number;
  /** It begins inside a JSON string, which an earlier part of the line has opened. */
  readonly isInString: boolean;
  /** What a model has found, by document: by line, in JSON. */
  readonly known?: readonly (readonly KnownValue[])[];
}

export function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}
