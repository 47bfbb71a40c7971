/** Groups -> **folds**: all of a group in one fold, folds about equally large. The same input, the same folds. */
export function groupFolds(groups: readonly string[], folds: number): number[] {
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const sums = new Array<number>(folds).fill(0);
  const foldOf = new Map<string, number>();
  const ordered = [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  for (const [group, size] of ordered) {
    const lightest = sums.indexOf(Math.min(...sums));
    foldOf.set(group, lightest);
    sums[lightest] = (sums[lightest] ?? 0) + size;
  }
  return groups.map((group) => foldOf.get(group) ?? 0);
}
