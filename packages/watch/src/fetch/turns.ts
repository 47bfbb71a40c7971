/** **Turns**: one request at a time to each host, with a gap between two. */

interface Turn {
  readonly done: Promise<void>;
  /** When the last request to the host ended, by the clock of `performance`. */
  endedAt: number | undefined;
}

export class Turns {
  readonly #pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly #last = new Map<string, Turn>();

  constructor(pause: (ms: number, signal: AbortSignal) => Promise<void>) {
    this.#pause = pause;
  }

  /** Waits for the turn, and for the gap since the last request to the host ended. */
  async take<T>(host: string, gapMs: number, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(host);
    const { promise: done, resolve: finish } = Promise.withResolvers<void>();
    const turn: Turn = { done, endedAt: undefined };
    this.#last.set(host, turn);
    try {
      await before?.done;
      turn.endedAt = before?.endedAt;
      const left = turn.endedAt === undefined ? 0 : gapMs - (performance.now() - turn.endedAt);
      if (left > 0) await this.#pause(left, signal);
      signal.throwIfAborted();
      try {
        return await work();
      } finally {
        turn.endedAt = performance.now();
      }
    } finally {
      finish();
    }
  }
}
