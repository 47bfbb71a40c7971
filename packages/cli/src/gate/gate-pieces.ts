/**
 * Files -> their **Pieces**, one file after another
 *
 * Goes through a file in the same pieces as the filter. What is no text is told, and passed over.
 */
import type { Sizes } from "../redact/cut.ts";
import { detected } from "../redact/detect-format.ts";
import type { Engine } from "../redact/engine.ts";
import { piecesOf } from "../redact/pieces.ts";
import { invalidAt, withReplacements } from "../redact/utf8.ts";
import type { GateFile } from "./files.ts";
import type { GatePiece } from "./scan-piece.ts";
import { textOf } from "./text-of.ts";

export interface GatePiecesOptions {
  readonly sizes: Sizes;
  /** For the places where a line that is too long can be cut. */
  readonly engine: () => Engine;
  /** Paths of papers that an export wrote. */
  readonly own: ReadonlySet<string>;
  readonly onFile: (path: string, isText: boolean) => void;
}

const NEWLINE = 0x0a;

export async function* gatePieces(
  files: readonly GateFile[],
  { sizes, engine, own, onFile }: GatePiecesOptions,
): AsyncGenerator<GatePiece> {
  for (const { path, open } of files) {
    const text = await textOf(open());
    onFile(path, text !== undefined);
    if (text === undefined) continue;
    const { format, chunks } = await detected(text);
    let before = 0;
    for await (const piece of piecesOf(chunks, format, engine, sizes)) {
      // Counted first: who takes the piece may take its bytes away.
      const after = unitsAtEnd(piece.bytes, before);
      yield { ...piece, path, before, isOwnPaper: own.has(path) };
      before = after;
    }
  }
}

/** Code units of the line that is open at the end, without what a line's end is. */
function unitsAtEnd(bytes: Uint8Array, before: number): number {
  const start = bytes.lastIndexOf(NEWLINE) + 1;
  if (start === bytes.length) return 0;
  const line = bytes.subarray(start);
  const valid = invalidAt(line) === undefined ? line : withReplacements(line);
  return (start === 0 ? before : 0) + Buffer.from(valid).toString("utf8").length;
}
