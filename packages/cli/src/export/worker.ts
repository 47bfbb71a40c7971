/** A worker thread of an export: batches in, rows out, in the order in which they come. */
import { parentPort, workerData } from "node:worker_threads";
import type { WorkSettings } from "./job.ts";
import { failureOf, type WorkerAnswer, type WorkerRequest } from "./pool.ts";
import { createWork } from "./work.ts";

const work = createWork(workerData as WorkSettings);

parentPort?.on("message", ({ id, jobs }: WorkerRequest) => {
  try {
    const rows = work(jobs);
    const answer: WorkerAnswer = { id, rows };
    // The bytes move to the other thread instead of being copied.
    parentPort?.postMessage(answer, [rows.lines.buffer as ArrayBuffer]);
  } catch (error) {
    const answer: WorkerAnswer = { id, failure: failureOf(error) };
    parentPort?.postMessage(answer);
  }
});
