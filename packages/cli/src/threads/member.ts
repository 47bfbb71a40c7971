/** One worker thread of a **Pool**: answers come in the order of the questions. */
import { Worker } from "node:worker_threads";
import { errorOf } from "./failure.ts";
import type { Answer, Handed } from "./work.ts";

interface Waiting<Out> {
  readonly done: (result: Out) => void;
  readonly fail: (error: Error) => void;
}

/** Sources run as they are only under this condition, which a program that embeds us may not have. */
const SOURCE = "--conditions=@proviso/source";

/** What a part leaves behind dies young. Without a limit each thread lets it grow to 100 MB. */
const YOUNG_MB = 24;

export class Member<In, Out> {
  readonly #worker: Worker;
  #waiting: Waiting<Out>[] = [];
  #ended: Error | undefined;

  constructor(file: URL, settings: unknown) {
    const isBuilt = file.pathname.endsWith(".js") || process.execArgv.includes(SOURCE);
    this.#worker = new Worker(file, {
      workerData: settings,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      ...(isBuilt ? {} : { execArgv: [SOURCE] }),
    });
    this.#worker.on("message", (answer: Answer<Out>) => {
      const waiting = this.#waiting.shift();
      if ("result" in answer) waiting?.done(answer.result);
      else waiting?.fail(errorOf(answer.failure));
    });
    this.#worker.on("error", (error: Error) => this.#end(error));
    this.#worker.on("messageerror", (error: Error) => this.#end(error));
    this.#worker.on("exit", (code) => this.#end(new Error(`a worker thread ended with code ${code}`)));
  }

  get load(): number {
    return this.#waiting.length;
  }

  run({ value, moves }: Handed<In>): Promise<Out> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    return new Promise((done, fail) => {
      // Who cannot be sent waits for nothing.
      this.#worker.postMessage(value, moves);
      this.#waiting.push({ done, fail });
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  /** Nobody would answer what an ended thread is asked. */
  #end(error: Error): void {
    this.#ended ??= error;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { fail } of waiting) fail(error);
  }
}
