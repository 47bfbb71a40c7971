/** Settings x number of threads -> the **Pool** that looks through pieces of files */
import { checkEngine, type Engine } from "../redact/engine.ts";
import { handOverPiece } from "../redact/piece-work.ts";
import { createPool, type Pool } from "../threads/pool.ts";
import { workerBeside } from "../threads/worker-beside.ts";
import { createScanWork, type GatePiece, type ScannedPiece, type ScanSettings } from "./scan-piece.ts";

export type ScanPool = Pool<GatePiece, ScannedPiece>;

/**
 * @param engine the program's own; with one thread it does the work
 * @throws ProvisoError for a profile or a key that cannot be used
 */
export function createScanPool(settings: ScanSettings, threads: number, engine: () => Engine): ScanPool {
  return createPool({
    threads,
    settings,
    create: (given) => createScanWork(given, engine()),
    check: (given) => checkEngine(given.engine),
    file: workerBeside(import.meta.url),
    handOver: handOverPiece,
  });
}
