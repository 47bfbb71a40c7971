/** Counts by key that never hold more than so many keys: what comes later is counted together. */
import type { Counted } from "./what-if.ts";

export class BoundedCounts<T> {
  readonly #counts = new Map<string, { value: T; conversations: number }>();
  readonly #most: number;
  readonly #rest: T;

  /** @param rest stands for all values that find no room */
  constructor(most: number, rest: T) {
    this.#most = most;
    this.#rest = rest;
  }

  add(key: string, value: T, times: number): void {
    const known = this.#counts.get(key);
    if (known !== undefined) known.conversations += times;
    else if (this.#counts.size < this.#most) this.#counts.set(key, { value, conversations: times });
    else this.#addRest(times);
  }

  /** Most frequent first, then by key. */
  result(): readonly Counted<T>[] {
    return [...this.#counts]
      .sort(([a, x], [b, y]) => y.conversations - x.conversations || (a < b ? -1 : 1))
      .map(([, counted]) => counted);
  }

  #addRest(times: number): void {
    // Longer than any code or name may be, so that no key is mistaken for it.
    const key = "\u0000rest";
    const known = this.#counts.get(key);
    if (known === undefined) this.#counts.set(key, { value: this.#rest, conversations: times });
    else known.conversations += times;
  }
}
