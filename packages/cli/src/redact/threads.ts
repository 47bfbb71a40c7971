/**
 * Pieces -> redacted pieces, in this thread or in others
 *
 * This file is also what the other threads run: they take settings when they start, then one piece
 * after another.
 */
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { createEngine, type Engine, type EngineSettings } from "./engine.ts";
import type { Piece } from "./piece.ts";
import { type InvalidPiece, type PieceOptions, type RedactedPiece, redactPiece } from "./redact-piece.ts";

export interface Threads {
  /** How many pieces can be under way at once; 0 where each is done before the next one is read. */
  readonly ahead: number;
  run(piece: Piece): Promise<RedactedPiece | InvalidPiece>;
  close(): Promise<void>;
}

export interface ThreadSettings {
  readonly engine: EngineSettings;
  readonly pieces: PieceOptions;
}

interface Waiting {
  readonly done: (result: RedactedPiece | InvalidPiece) => void;
  readonly fail: (error: Error) => void;
}

type Answer = RedactedPiece | InvalidPiece | { readonly failure: string };

const MARK = "proviso-redact";
/** A thread that is done finds its next piece waiting. */
const PIECES_PER_THREAD = 2;

/** @param engine this thread's own; with one thread it does the work */
export function createThreads(settings: ThreadSettings, threads: number, engine: () => Engine): Threads {
  if (threads <= 1) {
    return {
      ahead: 0,
      run: async (piece) => redactPiece(engine(), piece, settings.pieces),
      close: async () => undefined,
    };
  }
  const members = Array.from({ length: threads }, () => new Member(settings));
  return {
    ahead: threads * PIECES_PER_THREAD,
    run: (piece) => members.reduce((best, one) => (one.load < best.load ? one : best)).run(piece),
    close: async () => {
      await Promise.all(members.map((member) => member.close()));
    },
  };
}

class Member {
  readonly #worker: Worker;
  #waiting: Waiting[] = [];

  constructor(settings: ThreadSettings) {
    this.#worker = new Worker(new URL(import.meta.url), { workerData: { mark: MARK, settings } });
    this.#worker.on("message", (answer: Answer) => {
      const waiting = this.#waiting.shift();
      if ("failure" in answer) waiting?.fail(new Error(answer.failure));
      else waiting?.done(answer);
    });
    this.#worker.on("error", (error: Error) => this.#failAll(error));
    this.#worker.on("exit", (code) => this.#failAll(new Error(`a worker thread ended with code ${code}`)));
  }

  get load(): number {
    return this.#waiting.length;
  }

  run(piece: Piece): Promise<RedactedPiece | InvalidPiece> {
    return new Promise((done, fail) => {
      this.#waiting.push({ done, fail });
      const bytes = owned(piece.bytes);
      this.#worker.postMessage({ ...piece, bytes }, [bytes.buffer]);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #failAll(error: Error): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { fail } of waiting) fail(error);
  }
}

/** In a buffer that holds nothing else, so that it can move to another thread. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.length;
  return isWhole ? new Uint8Array(buffer) : new Uint8Array(bytes);
}

function work(port: NonNullable<typeof parentPort>, { engine: settings, pieces }: ThreadSettings): void {
  const engine = createEngine(settings);
  port.on("message", (piece: Piece) => {
    try {
      const result = redactPiece(engine, piece, pieces);
      if ("invalid" in result) port.postMessage(result);
      else {
        const bytes = owned(result.bytes);
        port.postMessage({ ...result, bytes }, [bytes.buffer]);
      }
    } catch (error) {
      const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
      port.postMessage({ failure });
    }
  });
}

const data = workerData as { readonly mark?: string; readonly settings: ThreadSettings } | null;
if (!isMainThread && parentPort !== null && data?.mark === MARK) work(parentPort, data.settings);
