/** Names with how often each was met. */
export type Counts = Map<string, number>;

export function addCount(counts: Counts, name: string, times = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + times);
}

export function addCounts(counts: Counts, more: ReadonlyMap<string, number>): void {
  for (const [name, times] of more) addCount(counts, name, times);
}

/** By name in the order of code units: equal counts print equal, in whatever order they were met. */
export function sortedCounts(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
