/**
 * An input -> the same lines, redacted, as they become ready
 */
import { type Place, ProvisoError } from "@proviso/core";
import { inOrder } from "../threads/in-order.ts";
import type { Chunks } from "./chunks.ts";
import type { Sizes } from "./cut.ts";
import { detected } from "./detect-format.ts";
import type { Engine, LineFinding, LineFormat } from "./engine.ts";
import type { PiecePool } from "./piece-work.ts";
import { piecesOf } from "./pieces.ts";

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
  readonly pool: PiecePool;
  /** For the places where a line that is too long can be cut. */
  readonly engine: () => Engine;
  readonly format: LineFormat | "auto";
  readonly sizes: Sizes;
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
  const pieces = piecesOf(known.chunks, known.format, filter.engine, filter.sizes);
  for await (const result of inOrder(pieces, (piece) => filter.pool.run(piece), filter.pool.ahead)) {
    if ("invalid" in result) throw invalidBytes(name, result.invalid);
    add(counts, result.counts);
    add(flags, result.flags);
    if (result.replaced) replaced += 1;
    if (result.findings.length > 0) await filter.onFindings?.(name, result.findings);
    await write(result.bytes);
    bytes += result.size;
    lines += result.lineEnds;
    isOpen = result.isOpen;
    filter.onProgress?.(result.size);
  }
  if (isOpen) lines += 1;
  return { name, format: known.format, lines, bytes, counts, flags, replaced };
}

function add(sum: Map<string, number>, counts: ReadonlyMap<string, number>): void {
  for (const [type, times] of counts) sum.set(type, (sum.get(type) ?? 0) + times);
}

function invalidBytes(name: string, place: Place): ProvisoError {
  return new ProvisoError("INPUT_ENCODING", `bytes of \`${name}\` are not UTF-8`, {
    place: { file: name, ...place },
    hint: "convert the file first, or say --invalid replace to put U+FFFD in their place",
  });
}
