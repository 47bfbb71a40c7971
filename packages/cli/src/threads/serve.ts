/** What a worker thread's file calls: takes the settings, then one part after another. */
import { parentPort, workerData } from "node:worker_threads";
import { failureOf } from "./failure.ts";
import type { Answer, HandOver, Work } from "./work.ts";

/** @param create is called at the first part, and its error is the answer to it */
export function serve<Settings, In, Out>(
  create: (settings: Settings) => Work<In, Out>,
  handOver: HandOver<Out>,
): void {
  let work: Work<In, Out> | undefined;
  const answer = (given: Answer<Out>, moves: readonly ArrayBuffer[] = []): void =>
    parentPort?.postMessage(given, moves);
  parentPort?.on("message", (input: In) => {
    try {
      work ??= create(workerData as Settings);
      const { value, moves } = handOver(work(input));
      answer({ result: value }, moves);
    } catch (error) {
      answer({ failure: failureOf(error) });
    }
  });
}
