/**
 * Marked and found spans of one text -> **Counts**
 *
 * Two measures. *Exact*: found and marked span share at least nine tenths of what either covers
 * (intersection over union), one found span for one marked. *Overlap*: they share a character; then
 * precision is the share of found spans that touch a marked one, recall the share of marked ones
 * that are touched.
 */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

export interface Counts {
  gold: number;
  found: number;
  /** Pairs that are exact. */
  exact: number;
  /** Marked spans that a found one touches. */
  goldTouched: number;
  /** Found spans that touch a marked one. */
  foundTouching: number;
  /** Texts that were marked for this class. */
  documents: number;
  /** Of these, texts in which nothing was missed and nothing found for nothing. */
  right: number;
  /** Texts without a marked span, and those of them in which something was found. */
  clean: number;
  alarmed: number;
}

const EXACT_SHARE = 0.9;

export function newCounts(): Counts {
  return {
    gold: 0,
    found: 0,
    exact: 0,
    goldTouched: 0,
    foundTouching: 0,
    documents: 0,
    right: 0,
    clean: 0,
    alarmed: 0,
  };
}

/** Adds one text's spans of one class; both lists by start. */
export function addCounts(counts: Counts, gold: readonly Extent[], found: readonly Extent[]): void {
  const { missed, wrong } = mistakes(gold, found);
  const goldTouched = gold.length - missed.length;
  const foundTouching = found.length - wrong.length;
  counts.gold += gold.length;
  counts.found += found.length;
  counts.exact += exactPairs(gold, found);
  counts.goldTouched += goldTouched;
  counts.foundTouching += foundTouching;
  counts.documents += 1;
  if (goldTouched === gold.length && foundTouching === found.length) counts.right += 1;
  if (gold.length > 0) return;
  counts.clean += 1;
  if (found.length > 0) counts.alarmed += 1;
}

/** What no found span touches, and what touches no marked one. */
export function mistakes<One extends Extent, Other extends Extent>(
  gold: readonly One[],
  found: readonly Other[],
): { readonly missed: readonly One[]; readonly wrong: readonly Other[] } {
  return {
    missed: gold.filter((one) => !found.some((other) => touches(one, other))),
    wrong: found.filter((one) => !gold.some((other) => touches(one, other))),
  };
}

/** Nine tenths of both leave room for one partner unless spans of one side overlap: then the best. */
function exactPairs(gold: readonly Extent[], found: readonly Extent[]): number {
  const taken = new Set<Extent>();
  for (const one of gold) {
    let best: Extent | undefined;
    let share = EXACT_SHARE;
    for (const other of found) {
      const value = taken.has(other) ? 0 : sharedOf(one, other);
      if (value >= share) {
        best = other;
        share = value;
      }
    }
    if (best !== undefined) taken.add(best);
  }
  return taken.size;
}

function touches(one: Extent, other: Extent): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Intersection over union. */
export function sharedOf(one: Extent, other: Extent): number {
  const both = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return both <= 0 ? 0 : both / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}

/** What lies outside all of the spans, which may overlap. */
export function gapsBetween(spans: readonly Extent[], size: number): readonly Extent[] {
  const gaps: Extent[] = [];
  let reach = 0;
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    if (start > reach) gaps.push({ start: reach, end: start });
    reach = Math.max(reach, end);
  }
  if (reach < size) gaps.push({ start: reach, end: size });
  return gaps;
}
