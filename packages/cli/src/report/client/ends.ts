/**
 * Data -> **when each copy ends** -> retention table, filters, sorting
 *
 * A copy's end is the later of "may be kept until" and "must be kept until", as far as dated.
 */
import { type Data, shapeOf } from "./data.ts";
import { dateText, yearOf } from "./dates.ts";
import { type KeepView, keepsOf } from "./decode.ts";
import { boundLabel } from "./words.ts";

/** Infinity where no end is stated or a hold stands. */
export function endOf(keep: KeepView): number {
  if (keep.atLeast === "released" || keep.until === null) return Number.POSITIVE_INFINITY;
  return Math.max(keep.until, keep.atLeast ?? Number.NEGATIVE_INFINITY);
}

/** `past`, a year, `held`, or `open:<bound>` for a copy whose clock names no date. */
export function endBucket(data: Data, row: number, keep: KeepView): string {
  if (keep.atLeast === "released") return "held";
  const end = endOf(keep);
  if (Number.isFinite(end)) return end <= data.tables.at ? "past" : String(yearOf(end));
  const open = (shapeOf(data, row)?.clocks ?? [])
    .map(([clock]) => data.tables.clocks[clock])
    .find((clock) => clock?.copy === keep.copy && !/^at-(most|least)$/.test(clock.bound));
  return `open:${open?.bound ?? "unstated"}`;
}

export function bucketLabel(bucket: string): string {
  if (bucket === "past") return "should be gone";
  if (bucket === "held") return "under legal hold";
  return bucket.startsWith("open:") ? boundLabel(bucket.slice(5)) : bucket;
}

/** Dated ends first, in time; then holds; then what has no date. */
export function orderBuckets(buckets: Iterable<string>): string[] {
  const rank = (bucket: string) =>
    bucket === "past" ? 0 : /^\d+$/.test(bucket) ? Number(bucket) : bucket === "held" ? 1e5 : 1e6;
  return [...buckets].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}

/** Copies whose end is in the person's own hands, or that do not exist at all. */
const OWN_HANDS = new Set(["open:until-user-deletes", "open:while-account-exists", "open:none"]);

const longest = new WeakMap<Data, Float64Array>();

/**
 * Per row the end of the copy kept longest, without those in the person's own hands: Infinity
 * where no end is stated, NaN where there is no other copy.
 */
export function longestEnds(data: Data): Float64Array {
  const known = longest.get(data);
  if (known !== undefined) return known;
  const ends = new Float64Array(data.size).fill(Number.NaN);
  for (let row = 0; row < data.size; row += 1) {
    for (const keep of keepsOf(data, row)) {
      if (OWN_HANDS.has(endBucket(data, row, keep))) continue;
      const end = endOf(keep);
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
  const keeps = keepsOf(data, row);
  const bucket = keeps
    .map((keep) => endBucket(data, row, keep))
    .find((each) => OWN_HANDS.has(each) === Number.isNaN(end) && !/^\d|^past/.test(each));
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
