/**
 * Words of a long text -> **Windows** that the model can look at at once
 *
 * They overlap, and each word is judged in the window where more stands around it.
 */
export interface Window {
  /** Words that the model sees: `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** Words whose judgement counts: `[first, last)`. Every word is in one window's. */
  readonly first: number;
  readonly last: number;
}

/**
 * @param sizes pieces of each word; none is larger than `most`
 * @param most pieces in a window
 * @param overlap pieces that it has in common with the one before, at the least where words allow it
 */
export function windowsOf(sizes: readonly number[], most: number, overlap: number): readonly Window[] {
  const windows: Window[] = [];
  let from = 0;
  let first = 0;
  while (first < sizes.length) {
    let to = from;
    let pieces = 0;
    while (to < sizes.length && pieces + (sizes[to] ?? 0) <= most) {
      pieces += sizes[to] ?? 0;
      to += 1;
    }
    const next = to === sizes.length ? to : back(sizes, to, overlap);
    // A window of a few long words may be all overlap: it must still get on.
    const last = to === sizes.length ? to : Math.max(first + 1, (next + to) >> 1);
    windows.push({ from, to, first, last });
    from = startOf(sizes, next, last, most);
    first = last;
  }
  return windows;
}

/** As early as `least`, but so that the word `held` still has room in the window. */
function startOf(sizes: readonly number[], least: number, held: number, most: number): number {
  let at = held;
  let sum = sizes[held] ?? 0;
  while (at > least && sum + (sizes[at - 1] ?? 0) <= most) {
    at -= 1;
    sum += sizes[at] ?? 0;
  }
  return at;
}

/** As many words before `to` as make up the pieces. */
function back(sizes: readonly number[], to: number, pieces: number): number {
  let at = to;
  let sum = 0;
  while (at > 0 && sum < pieces) {
    at -= 1;
    sum += sizes[at] ?? 0;
  }
  return at;
}
