/** Chance that can be repeated: the same seed gives the same numbers (Mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** 0 to 1, 1 excluded. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let value = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new RangeError("nothing to pick from");
    return one;
  }

  /** Prefers the beginning of a list that is ordered by frequency. */
  pickFrequent<T>(list: readonly T[]): T {
    const one = list[Math.floor(this.next() ** 2 * list.length)];
    if (one === undefined) throw new RangeError("nothing to pick from");
    return one;
  }

  shuffle(list: Int32Array): void {
    for (let index = list.length - 1; index > 0; index -= 1) {
      const other = this.below(index + 1);
      const kept = list[index] as number;
      list[index] = list[other] as number;
      list[other] = kept;
    }
  }
}
