/** Runs in a worker thread: pages come one at a time, each answered with its **Extracted** or a failure. */
import { parentPort } from "node:worker_threads";
import type { Extracted, Page } from "../extracted.ts";
import { read } from "../read.ts";

export type Answer = { readonly extracted: Extracted } | { readonly failure: string };

parentPort?.on("message", async (page: Page) => {
  parentPort?.postMessage(await answerTo(page));
});

async function answerTo(page: Page): Promise<Answer> {
  try {
    return { extracted: await read(page) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
