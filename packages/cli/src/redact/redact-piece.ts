/**
 * Piece -> **RedactedPiece**: the part of the filter that costs, run here or in worker threads
 */
import type { Place } from "@proviso/core";
import type { Engine, LineFinding } from "./engine.ts";
import { linesIn, type Piece } from "./piece.ts";
import { invalidAt, withReplacements } from "./utf8.ts";

export interface PieceOptions {
  /** What becomes of bytes that are no UTF-8. */
  readonly invalid: "error" | "replace";
  /** Findings are wanted one by one. */
  readonly findings: boolean;
}

export interface RedactedPiece {
  readonly bytes: Uint8Array;
  readonly counts: ReadonlyMap<string, number>;
  readonly flags: ReadonlyMap<string, number>;
  /** Lines from 0 and bytes from the line's start, of the input. */
  readonly findings: readonly LineFinding[];
  readonly replaced: boolean;
  /** Of what was given: bytes, ends of lines, and whether the last line has none. */
  readonly size: number;
  readonly lineEnds: number;
  readonly isOpen: boolean;
}

/** Where the bytes are no UTF-8. */
export interface InvalidPiece {
  readonly invalid: Place;
}

const QUOTE = 0x22;
const NEWLINE = 0x0a;

export function redactPiece(
  engine: Engine,
  piece: Piece,
  { invalid, findings: areWanted }: PieceOptions,
): RedactedPiece | InvalidPiece {
  const bad = invalidAt(piece.bytes);
  if (bad !== undefined && invalid === "error") return { invalid: placeOf(piece, bad) };
  const valid = bad === undefined ? piece.bytes : withReplacements(piece.bytes);
  const lead = piece.isInString ? 1 : 0;
  const given = piece.isInString ? quoted(valid) : valid;
  const findings: LineFinding[] = [];
  const onFinding = (found: LineFinding): void => {
    const shift = found.line === 0 ? piece.column - lead : 0;
    findings.push({
      ...found,
      line: piece.line + found.line,
      start: found.start + shift,
      end: found.end + shift,
    });
  };
  const { known } = piece;
  const { bytes, counts, flags } = engine.lines(given, piece.format, {
    ...(areWanted ? { onFinding } : {}),
    ...(known === undefined ? {} : { known: (line) => known[line] ?? [] }),
  });
  return {
    bytes: bytes.subarray(lead),
    counts,
    flags,
    findings,
    replaced: bad !== undefined,
    size: piece.bytes.length,
    lineEnds: linesIn(piece.bytes),
    isOpen: piece.bytes.at(-1) !== NEWLINE,
  };
}

function placeOf({ bytes, line, column, offset }: Piece, at: number): Place {
  const before = bytes.subarray(0, at);
  const start = before.lastIndexOf(NEWLINE) + 1;
  return {
    line: line + linesIn(before) + 1,
    column: at - start + (start === 0 ? column : 0) + 1,
    offset: offset + at,
  };
}

/** A part of a line that begins inside a string is read as one if the quote stands before it. */
function quoted(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length + 1);
  whole[0] = QUOTE;
  whole.set(bytes, 1);
  return whole;
}
