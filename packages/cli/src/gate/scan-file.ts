/**
 * A file -> what must not be in it, place by place
 *
 * Goes through the file in the same pieces as the filter, and asks the same engine.
 */
import { createHash } from "node:crypto";
import { type EntityGroup, groupOf } from "@proviso/core/redact";
import type { Sizes } from "../redact/cut.ts";
import { detected } from "../redact/detect-format.ts";
import type { Engine, LineFinding } from "../redact/engine.ts";
import type { Piece } from "../redact/piece.ts";
import { piecesOf } from "../redact/pieces.ts";
import { redactPiece } from "../redact/redact-piece.ts";
import { invalidAt, withReplacements } from "../redact/utf8.ts";
import type { GateFile } from "./files.ts";
import type { GateFinding } from "./gate-finding.ts";
import { hintOf } from "./hint.ts";
import { textOf } from "./text-of.ts";

export interface ScannedFile {
  readonly bytes: number;
  /** Some bytes were no UTF-8, and looked at as U+FFFD. */
  readonly isDamaged: boolean;
}

export interface ScanOptions {
  /** Of the digests by which a baseline knows findings again. */
  readonly salt: string;
  readonly sizes: Sizes;
}

const NEWLINE = 0x0a;
const DIGEST_CHARACTERS = 32;

/** @returns undefined for a file that is no text */
export async function scanFile(
  { path, open }: GateFile,
  engine: Engine,
  { salt, sizes }: ScanOptions,
  onFinding: (finding: GateFinding) => void,
): Promise<ScannedFile | undefined> {
  const text = await textOf(open());
  if (text === undefined) return undefined;
  const { format, chunks } = await detected(text);
  let bytes = 0;
  let isDamaged = false;
  /** Code units of the line at hand that earlier pieces held. */
  let before = 0;
  for await (const given of piecesOf(chunks, format, () => engine, sizes)) {
    bytes += given.bytes.length;
    const isWrong = invalidAt(given.bytes) !== undefined;
    isDamaged ||= isWrong;
    const piece = isWrong ? { ...given, bytes: withReplacements(given.bytes) } : given;
    const result = redactPiece(engine, piece, { invalid: "replace", findings: true });
    if ("invalid" in result) throw new Error("INVARIANT: wrong bytes are replaced");
    const places = new Places(piece, before);
    const redacted = new Places({ ...piece, bytes: result.bytes }, 0);
    for (const found of result.findings) onFinding(findingOf(path, salt, found, places, redacted));
    before = places.unitsAtEnd();
  }
  return { bytes, isDamaged };
}

function findingOf(
  path: string,
  salt: string,
  found: LineFinding,
  places: Places,
  redacted: Places,
): GateFinding {
  const { type, score, validation, recognizer } = found;
  const group: EntityGroup = groupOf(type);
  const { line, column, value } = places.at(found);
  const lines = value.split("\n");
  const last = lines.at(-1) ?? "";
  return {
    path,
    line,
    column,
    endLine: line + lines.length - 1,
    endColumn: lines.length === 1 ? column + value.length : last.length + 1,
    type,
    group,
    score,
    validation,
    recognizer,
    hint: hintOf(value, type, group),
    digest: digestOf(salt, type, path, value),
    context: digestOf(type, path, redacted.lineText(found.line)),
  };
}

function digestOf(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  // Each with its length: no two lists of parts are the same bytes.
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest("hex").slice(0, DIGEST_CHARACTERS);
}

/** Places in a piece, asked for in order: each byte is counted once. */
class Places {
  readonly #piece: Piece;
  readonly #before: number;
  #line: number;
  #lineStart = 0;
  #counted = 0;
  #units = 0;

  constructor(piece: Piece, before: number) {
    this.#piece = piece;
    this.#before = before;
    this.#line = piece.line;
    this.#units = before;
  }

  at({ line, start, end }: LineFinding): { line: number; column: number; value: string } {
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

  unitsAtEnd(): number {
    const { bytes } = this.#piece;
    const start = bytes.lastIndexOf(NEWLINE) + 1;
    return (start === 0 ? this.#before : 0) + utf8(bytes.subarray(start)).length;
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
