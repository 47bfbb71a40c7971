/** How many threads are worth it */
import { availableParallelism } from "node:os";

/** To start a thread costs as much as the redaction of some megabytes. */
const BYTES_PER_THREAD = 16_000_000;
/** One thread reads and writes for all of them: more would wait for it. */
const MOST_THREADS = 16;

/** @param bytes to be read; undefined where nobody knows */
export function threadsFor(bytes: number | undefined): number {
  const worth = bytes === undefined ? MOST_THREADS : Math.floor(bytes / BYTES_PER_THREAD);
  return Math.max(1, Math.min(availableParallelism(), MOST_THREADS, worth));
}
