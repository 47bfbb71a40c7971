/**
 * An input -> the same lines, redacted, as they become ready
 */
import { ProvisoError } from "@proviso/core";
import type { Chunks } from "./chunks.ts";
import { detected } from "./detect-format.ts";
import type { Engine, LineFinding, LineFormat } from "./engine.ts";
import { inOrder } from "./in-order.ts";
import type { Piece } from "./piece.ts";
import { linesIn, piecesOf } from "./pieces.ts";
import type { Threads } from "./threads.ts";

export interface Filtered {
  readonly name: string;
  readonly format: LineFormat;
  readonly lines: number;
  readonly bytes: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly flags: ReadonlyMap<string, number>;
  /** Pieces with bytes that were no UTF-8 and became U+FFFD. */
  readonly replaced: number;
}

export interface Filter {
  readonly threads: Threads;
  /** For the places where a line that is too long can be cut. */
  readonly engine: () => Engine;
  readonly format: LineFormat | "auto";
  readonly onFindings?: (name: string, findings: readonly LineFinding[]) => Promise<void>;
  readonly onProgress?: (bytes: number) => void;
}

/** @throws ProvisoError INPUT_ENCODING with file, line and byte */
export async function filterInput(
  name: string,
  chunks: Chunks,
  filter: Filter,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<Filtered> {
  const known = filter.format === "auto" ? await detected(chunks) : { format: filter.format, chunks };
  const counts = new Map<string, number>();
  const flags = new Map<string, number>();
  let bytes = 0;
  let lines = 0;
  let replaced = 0;
  let isOpen = false;
  const measured = measure(piecesOf(known.chunks, known.format, filter.engine));
  for await (const [{ piece, end, lineEnds }, result] of inOrder(
    measured,
    ({ piece }) => filter.threads.run(piece),
    filter.threads.ahead,
  )) {
    if ("invalidAt" in result) throw invalid(name, piece, result.invalidAt, result.line);
    for (const [type, times] of result.counts) counts.set(type, (counts.get(type) ?? 0) + times);
    for (const [type, times] of result.flags) flags.set(type, (flags.get(type) ?? 0) + times);
    if (result.replaced) replaced += 1;
    if (result.findings.length > 0) await filter.onFindings?.(name, result.findings);
    await write(result.bytes);
    bytes = end;
    lines += lineEnds;
    filter.onProgress?.(bytes);
  }
  return { name, format: known.format, lines, bytes, counts, flags, replaced };
}
