/**
 * A piece and the findings in it -> lines and columns as editors count them
 *
 * Asked in order, so that each byte is counted once.
 */
import type { LineFinding } from "../redact/engine.ts";
import type { Piece } from "../redact/piece.ts";

const NEWLINE = 0x0a;

/** Line and column from 1. */
export interface Placed {
  readonly line: number;
  readonly column: number;
  readonly value: string;
}

export class Places {
  readonly #piece: Piece;
  #line: number;
  #lineStart = 0;
  #counted = 0;
  #units = 0;

  /** @param before code units of its first line that earlier pieces held */
  constructor(piece: Piece, before: number) {
    this.#piece = piece;
    this.#line = piece.line;
    this.#units = before;
  }

  at({ line, start, end }: LineFinding): Placed {
    this.#toLine(line);
    const shift = this.#lineStart - this.#columnOf(line);
    const { bytes } = this.#piece;
    const column = this.#unitsTo(start + shift) + 1;
    return { line: line + 1, column, value: utf8(bytes.subarray(start + shift, end + shift)) };
  }

  lineText(line: number): string {
    this.#toLine(line);
    const end = this.#piece.bytes.indexOf(NEWLINE, this.#lineStart);
    return utf8(this.#piece.bytes.subarray(this.#lineStart, end < 0 ? undefined : end));
  }

  /** Bytes of the line that are in earlier pieces. */
  #columnOf(line: number): number {
    return line === this.#piece.line ? this.#piece.column : 0;
  }

  #toLine(line: number): void {
    while (this.#line < line) {
      const end = this.#piece.bytes.indexOf(NEWLINE, this.#lineStart);
      if (end < 0) return;
      this.#line += 1;
      this.#lineStart = end + 1;
      this.#counted = end + 1;
      this.#units = 0;
    }
  }

  #unitsTo(offset: number): number {
    this.#units += utf8(this.#piece.bytes.subarray(this.#counted, offset)).length;
    this.#counted = offset;
    return this.#units;
  }
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
}
