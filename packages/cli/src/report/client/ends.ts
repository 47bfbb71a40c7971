/**
 * Data -> **when each copy ends** -> retention table, filters, sorting
 *
 * A copy's end is the later of "may be kept until" and "must be kept until", as far as dated. What
 * only may apply gives no end: such a copy is said to be open, never to be gone.
 */
import { type Data, shapeOf } from "./data.ts";
import { dateText, yearOf } from "./dates.ts";
import { type KeepView, keepsOf } from "./decode.ts";
import { boundLabel } from "./words.ts";

interface Certain {
  /** A legal hold stands for certain: it covers every copy. */
  readonly held: boolean;
  /** A legal hold stands, or nobody knows whether one does. */
  readonly mayBeHeld: boolean;
  /** Copies of which at least one clock applies for certain. */
  readonly copies: ReadonlySet<string>;
}

const certainties = new WeakMap<Data, (Certain | undefined)[]>();

export function certaintyOf(data: Data, row: number): Certain {
  const shape = data.shape[row] ?? 0;
  const cache = certainties.get(data) ?? [];
  certainties.set(data, cache);
  const known = cache[shape];
  if (known !== undefined) return known;
  const clocks = (shapeOf(data, row)?.clocks ?? []).flatMap(([index]) => data.tables.clocks[index] ?? []);
  const holds = clocks.filter(({ bound }) => bound === "until-released");
  const certain = {
    held: holds.some(({ applies }) => applies === "yes"),
    mayBeHeld: holds.length > 0,
    copies: new Set(clocks.flatMap(({ applies, copy }) => (applies === "yes" ? copy : []))),
  };
  cache[shape] = certain;
  return certain;
}

/** Infinity where no end is stated or a hold stands, NaN where it is not known. */
function endOf(data: Data, row: number, keep: KeepView): number {
  const { held, copies } = certaintyOf(data, row);
  if (held) return Number.POSITIVE_INFINITY;
  if (!copies.has(keep.copy)) return Number.NaN;
  if (keep.until === null) return Number.POSITIVE_INFINITY;
  return typeof keep.atLeast === "number" ? Math.max(keep.until, keep.atLeast) : keep.until;
}

/** `past`, a year, `held`, `open:<bound>` for a copy whose clock names no date, or `maybe`. */
export function endBucket(data: Data, row: number, keep: KeepView): string {
  const end = endOf(data, row, keep);
  if (Number.isNaN(end)) return "maybe";
  if (Number.isFinite(end)) return end <= data.tables.at ? "past" : String(yearOf(end));
  if (certaintyOf(data, row).held) return "held";
  const open = (shapeOf(data, row)?.clocks ?? [])
    .map(([clock]) => data.tables.clocks[clock])
    .find(
      (clock) =>
        clock?.copy === keep.copy && clock.applies === "yes" && !/^at-(most|least)$/.test(clock.bound),
    );
  return `open:${open?.bound ?? "unstated"}`;
}

export function bucketLabel(bucket: string): string {
  if (bucket === "past") return "should be gone";
  if (bucket === "held") return "under legal hold";
  if (bucket === "maybe") return "not known";
  return bucket.startsWith("open:") ? boundLabel(bucket.slice(5)) : bucket;
}

/** Dated ends first, in time; then holds; then what has no date; what is not known last. */
export function orderBuckets(buckets: Iterable<string>): string[] {
  const rank = (bucket: string) => {
    if (/^\d+$/.test(bucket)) return Number(bucket);
    return { past: 0, held: 1e5, maybe: 1e7 }[bucket] ?? 1e6;
  };
  return [...buckets].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}

/** The end of one copy in a few words. */
export function endText(data: Data, row: number, keep: KeepView): string {
  const end = endOf(data, row, keep);
  return Number.isFinite(end) ? dateText(end) : bucketLabel(endBucket(data, row, keep));
}

/** Copies whose end is in the person's own hands, or that do not exist at all. */
const OWN_HANDS = new Set(["open:until-user-deletes", "open:while-account-exists", "open:none"]);

const longest = new WeakMap<Data, Float64Array>();

/**
 * Per row the end of the copy kept longest, without those in the person's own hands: Infinity
 * where no end is stated, NaN where there is no other copy or nothing is known of it.
 */
export function longestEnds(data: Data): Float64Array {
  const known = longest.get(data);
  if (known !== undefined) return known;
  const ends = new Float64Array(data.size).fill(Number.NaN);
  for (let row = 0; row < data.size; row += 1) {
    for (const keep of keepsOf(data, row)) {
      const end = endOf(data, row, keep);
      if (
        Number.isNaN(end) ||
        (end === Number.POSITIVE_INFINITY && OWN_HANDS.has(endBucket(data, row, keep)))
      )
        continue;
      const so = ends[row] ?? Number.NaN;
      if (Number.isNaN(so) || end > so) ends[row] = end;
    }
  }
  longest.set(data, ends);
  return ends;
}

export function longestText(data: Data, row: number): string {
  const end = longestEnds(data)[row] ?? Number.NaN;
  if (Number.isFinite(end)) return dateText(end);
  const buckets = keepsOf(data, row).map((keep) => endBucket(data, row, keep));
  if (end === Number.POSITIVE_INFINITY) {
    return bucketLabel(
      buckets.find((each) => each === "held" || (each.startsWith("open:") && !OWN_HANDS.has(each))) ??
        "open:unstated",
    );
  }
  const bucket = buckets.find((each) => each === "maybe") ?? buckets.find((each) => OWN_HANDS.has(each));
  return bucket === undefined ? "–" : bucketLabel(bucket);
}

/** Copy -> bucket -> conversations. */
export function countEnds(data: Data): Map<string, Map<string, number>> {
  const copies = new Map<string, Map<string, number>>();
  for (let row = 0; row < data.size; row += 1) {
    for (const keep of keepsOf(data, row)) {
      const buckets = copies.get(keep.copy) ?? new Map<string, number>();
      copies.set(keep.copy, buckets);
      const bucket = endBucket(data, row, keep);
      buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
    }
  }
  return copies;
}

/** Conversations of which nobody knows whether a legal hold covers them. */
export function countMaybeHeld(data: Data): number {
  let count = 0;
  for (let row = 0; row < data.size; row += 1) {
    const { held, mayBeHeld } = certaintyOf(data, row);
    if (mayBeHeld && !held) count += 1;
  }
  return count;
}
