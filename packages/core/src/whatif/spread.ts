/** Whole numbers -> their **Spread**, exactly, from one count per different number */
import type { Spread } from "./what-if.ts";

export class SpreadOf {
  readonly #counts = new Map<number, number>();
  #total = 0;

  add(value: number, times = 1): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + times);
    this.#total += times;
  }

  /** Quartiles by nearest rank: always one of the numbers given. Undefined for none. */
  result(): Spread | undefined {
    const sorted = [...this.#counts].sort(([a], [b]) => a - b);
    const at = (share: number): number => {
      const rank = Math.max(1, Math.ceil(share * this.#total));
      let passed = 0;
      for (const [value, times] of sorted) {
        passed += times;
        if (passed >= rank) return value;
      }
      return Number.NaN;
    };
    if (this.#total === 0) return undefined;
    return {
      count: this.#total,
      least: at(0),
      lowerQuartile: at(0.25),
      median: at(0.5),
      upperQuartile: at(0.75),
      greatest: at(1),
    };
  }
}
