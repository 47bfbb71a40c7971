/**
 * What was worked out lately, in bounded memory.
 *
 * Two generations: what is asked for moves to the young one; when that is full the old one goes.
 */
export class BoundedCache<T> {
  readonly #limit: number;
  #young = new Map<string, T>();
  #old = new Map<string, T>();

  /** @param size entries that are kept for sure; up to twice as many may be */
  constructor(size: number) {
    this.#limit = size;
  }

  get(key: string): T | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: T): void {
    if (this.#young.size >= this.#limit) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }
}
