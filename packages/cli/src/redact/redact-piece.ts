/**
 * Piece -> **RedactedPiece**: the part of the filter that costs, run here or in worker threads
 */
import type { Engine, LineFinding } from "./engine.ts";
import type { Piece } from "./piece.ts";
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
}

/** Bytes that are no UTF-8: at this offset in the piece. */
export interface InvalidPiece {
  readonly invalidAt: number;
}

const QUOTE = 0x22;

export function redactPiece(
  engine: Engine,
  piece: Piece,
  { invalid, findings: areWanted }: PieceOptions,
): RedactedPiece | InvalidPiece {
  const bad = invalidAt(piece.bytes);
  if (bad !== undefined && invalid === "error") return { invalidAt: bad };
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
  const { bytes, counts, flags } = engine.lines(given, piece.format, areWanted ? onFinding : undefined);
  return { bytes: bytes.subarray(lead), counts, flags, findings, replaced: bad !== undefined };
}

/** A part of a line that begins inside a string is read as one if the quote stands before it. */
function quoted(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length + 1);
  whole[0] = QUOTE;
  whole.set(bytes, 1);
  return whole;
}
