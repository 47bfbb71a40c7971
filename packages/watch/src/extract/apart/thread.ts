import { Worker } from "node:worker_threads";
import type { Extracted, Page } from "../extracted.ts";
import { LIMITS } from "../limits.ts";
import type { Answer } from "./work.ts";

export type Outcome =
  | { readonly extracted: Extracted }
  | { readonly problem: "timeout" | "extraction-failed"; readonly reason: string };

const EXTENSION = import.meta.url.endsWith(".ts") ? "ts" : "js";

/**
 * One worker thread that reads pages, one at a time. A page that takes too long or too much memory costs
 * the thread, never the process; the next page gets a new one.
 */
export class ReadingThread {
  readonly #milliseconds: number;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(milliseconds: number = LIMITS.milliseconds) {
    this.#milliseconds = milliseconds;
  }

  read(page: Page): Promise<Outcome> {
    const outcome = this.#last.then(() => this.#ask(page));
    this.#last = outcome;
    return outcome;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #ask(page: Page): Promise<Outcome> {
    const worker = this.#start();
    // An idle thread does not keep the process alive; one at work does.
    worker.ref();
    return new Promise((done) => {
      const onMessage = (answer: Answer): void => {
        if ("extracted" in answer) end(answer, false);
        else end({ problem: "extraction-failed", reason: answer.failure }, false);
      };
      const onError = (error: Error): void => lose(error.message);
      const onExit = (code: number): void => lose(`the thread ended with code ${code}`);
      const timer = setTimeout(() => {
        end({ problem: "timeout", reason: `not read within ${this.#milliseconds} ms` }, true);
      }, this.#milliseconds);
      const lose = (reason: string): void => end({ problem: "extraction-failed", reason }, true);
      const end = (outcome: Outcome, isLost: boolean): void => {
        clearTimeout(timer);
        worker.off("message", onMessage).off("error", onError).off("exit", onExit);
        if (isLost) {
          this.#worker = undefined;
          worker.on("error", () => undefined);
          const finish = (): void => done(outcome);
          worker.terminate().then(finish, finish);
        } else {
          worker.unref();
          done(outcome);
        }
      };
      worker.on("message", onMessage).on("error", onError).on("exit", onExit);
      worker.postMessage(page);
    });
  }

  #start(): Worker {
    this.#worker ??= new Worker(new URL(`./work.${EXTENSION}`, import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.heapMegabytes },
    });
    return this.#worker;
  }
}
