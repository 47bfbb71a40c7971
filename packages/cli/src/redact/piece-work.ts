/** The work of `proviso redact`: **Piece** -> redacted piece, in worker threads or in the program */
import type { Pool } from "../threads/pool.ts";
import { type Handed, owned, type Work } from "../threads/work.ts";
import { createEngine, type Engine, type EngineSettings } from "./engine.ts";
import type { Piece } from "./piece.ts";
import { type InvalidPiece, type PieceOptions, type RedactedPiece, redactPiece } from "./redact-piece.ts";

export interface PieceSettings {
  readonly engine: EngineSettings;
  readonly pieces: PieceOptions;
}

export type PieceResult = RedactedPiece | InvalidPiece;
export type PiecePool = Pool<Piece, PieceResult>;

/** @param engine by default one of its own */
export function createPieceWork(
  { engine: settings, pieces }: PieceSettings,
  engine: Engine = createEngine(settings),
): Work<Piece, PieceResult> {
  return (piece) => redactPiece(engine, piece, pieces);
}

/** The bytes move to the other thread. */
export function handOverPiece<T extends Piece>(piece: T): Handed<T> {
  const bytes = owned(piece.bytes);
  return { value: { ...piece, bytes }, moves: [bytes.buffer] };
}

export function handOverResult(result: PieceResult): Handed<PieceResult> {
  if ("invalid" in result) return { value: result, moves: [] };
  const bytes = owned(result.bytes);
  return { value: { ...result, bytes }, moves: [bytes.buffer] };
}
