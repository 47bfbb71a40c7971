/** A seed -> numbers that look random and are the same in every run (mulberry32, public domain). */
export interface Random {
  /** A whole number from 0 below `limit`. */
  below(limit: number): number;
  pick<T>(all: readonly T[]): T;
  /** `count` characters of `set`. */
  text(set: string, count: number): string;
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (all) => {
      const one = all[below(all.length)];
      if (one === undefined) throw new RangeError("INVARIANT: something to pick from");
      return one;
    },
    text: (set, count) => Array.from({ length: count }, () => set[below(set.length)]).join(""),
  };
}
