/**
 * Batches -> rows, by worker threads or in the program itself
 *
 * The caller keeps the order: it waits for the batches in the order in which it gave them.
 */
import { Worker } from "node:worker_threads";
import { type ErrorCode, type Place, ProvisoError } from "@proviso/core";
import type { BatchRows, Job, WorkSettings } from "./job.ts";
import { createWork } from "./work.ts";

export interface Pool {
  readonly workers: number;
  run(jobs: readonly Job[]): Promise<BatchRows>;
  close(): Promise<void>;
}

export interface WorkerRequest {
  readonly id: number;
  readonly jobs: readonly Job[];
}

export type WorkerAnswer =
  | { readonly id: number; readonly rows: BatchRows }
  | { readonly id: number | undefined; readonly failure: Failure };

/** An error in a form that survives the way between threads, which keeps no class and no code. */
export interface Failure {
  readonly code: ErrorCode | undefined;
  readonly message: string;
  readonly place: Place;
  readonly hint: string | undefined;
  readonly stack: string | undefined;
}

interface Waiting {
  readonly done: (rows: BatchRows) => void;
  readonly fail: (error: Error) => void;
}

/** @throws ProvisoError for a profile that cannot be used */
export function createPool(settings: WorkSettings, workers: number): Pool {
  // Made here too with workers: what is wrong with the profile is said before anything is read.
  const work = createWork(settings);
  if (workers <= 1) {
    return { workers: 1, run: async (jobs) => work(jobs), close: async () => undefined };
  }
  const members = Array.from({ length: workers }, () => new Member(settings));
  let next = 0;
  return {
    workers,
    async run(jobs) {
      const idle = members.reduce((best, one) => (one.load < best.load ? one : best));
      next += 1;
      return await idle.run({ id: next, jobs });
    },
    async close() {
      await Promise.all(members.map((member) => member.close()));
    },
  };
}

class Member {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #ended: Error | undefined;

  constructor(settings: WorkSettings) {
    const isSource = import.meta.url.endsWith(".ts");
    this.#worker = new Worker(new URL(isSource ? "./worker.ts" : "./worker.js", import.meta.url), {
      workerData: settings,
      ...(isSource ? { execArgv: ["--conditions=@proviso/source"] } : {}),
    });
    this.#worker.on("message", (answer: WorkerAnswer) => this.#take(answer));
    this.#worker.on("error", (error) => this.#failAll(error));
    this.#worker.on("exit", (code) => this.#failAll(new Error(`a worker thread ended with code ${code}`)));
  }

  get load(): number {
    return this.#waiting.size;
  }

  run(request: WorkerRequest): Promise<BatchRows> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    return new Promise((done, fail) => {
      this.#waiting.set(request.id, { done, fail });
      this.#worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #take(answer: WorkerAnswer): void {
    const waiting = this.#waiting.get(answer.id ?? -1);
    this.#waiting.delete(answer.id ?? -1);
    if ("rows" in answer) waiting?.done(answer.rows);
    else waiting?.fail(errorOf(answer.failure));
  }

  /** What an ended thread is given nobody would answer. */
  #failAll(error: Error): void {
    this.#ended ??= error;
    for (const { fail } of this.#waiting.values()) fail(error);
    this.#waiting.clear();
  }
}

export function failureOf(error: unknown): Failure {
  const isOurs = error instanceof ProvisoError;
  return {
    code: isOurs ? error.code : undefined,
    message: error instanceof Error ? error.message : String(error),
    place: isOurs ? error.place : {},
    hint: isOurs ? error.hint : undefined,
    stack: error instanceof Error ? error.stack : undefined,
  };
}

function errorOf({ code, message, place, hint, stack }: Failure): Error {
  const error = code === undefined ? new Error(message) : new ProvisoError(code, message, { place, hint });
  if (stack !== undefined) error.stack = stack;
  return error;
}
