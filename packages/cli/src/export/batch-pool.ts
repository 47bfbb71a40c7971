/** Settings x number of threads -> the **Pool** that makes rows of batches */
import { checkEngine } from "../redact/engine.ts";
import { createPool, type Pool } from "../threads/pool.ts";
import { workerBeside } from "../threads/worker-beside.ts";
import type { BatchRows, Job, WorkSettings } from "./job.ts";
import { createWork } from "./work.ts";

export type BatchPool = Pool<readonly Job[], BatchRows>;

/** @throws ProvisoError for a profile or a key that cannot be used */
export function createBatchPool(settings: WorkSettings, threads: number): BatchPool {
  return createPool({
    threads,
    settings,
    create: createWork,
    check: ({ profile, key, scope }) => checkEngine({ profile, key, scope }),
    file: workerBeside(import.meta.url),
  });
}
