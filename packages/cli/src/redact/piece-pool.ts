/** Settings x number of threads -> the **Pool** that redacts pieces */
import { createPool } from "../threads/pool.ts";
import { workerBeside } from "../threads/worker-beside.ts";
import { checkEngine, type Engine } from "./engine.ts";
import { createPieceWork, handOverPiece, type PiecePool, type PieceSettings } from "./piece-work.ts";

/**
 * @param engine the program's own; with one thread it does the work
 * @throws ProvisoError for a profile or a key that cannot be used
 */
export function createPiecePool(settings: PieceSettings, threads: number, engine: () => Engine): PiecePool {
  return createPool({
    threads,
    settings,
    create: (given) => createPieceWork(given, engine()),
    check: (given) => checkEngine(given.engine),
    file: workerBeside(import.meta.url),
    handOver: handOverPiece,
  });
}
