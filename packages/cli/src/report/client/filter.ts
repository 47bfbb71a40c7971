/**
 * Parameters + Data -> **row numbers to show** -> table, CSV
 */
import { answersByShape, type Data, idOf, titleOf, usesByShape } from "./data.ts";
import { monthOf, yearOf } from "./dates.ts";
import { keepsOf } from "./decode.ts";
import { endBucket, longestEnds } from "./ends.ts";
import { adviceOfShape, waitsFor } from "./tally.ts";
import { ANSWERS } from "./words.ts";

export type Params = ReadonlyMap<string, string>;

/** The filters that the hash may name; `purpose` and `sort` are no filters. */
export const FILTERS = [
  "q",
  "answer",
  "reason",
  "surface",
  "mode",
  "source",
  "year",
  "month",
  "policy",
  "advice",
  "asks",
  "alone",
  "copy",
  "ends",
] as const;

export function filterRows(data: Data, purpose: string, params: Params): Uint32Array {
  const shapes = shapePredicate(data, purpose, params);
  const groups = groupPredicate(data, params);
  const own = rowPredicates(data, params);
  const rows: number[] = [];
  for (let row = 0; row < data.size; row += 1) {
    if (shapes[data.shape[row] ?? 0] !== 1 || groups[data.group[row] ?? 0] !== 1) continue;
    if (own.every((holds) => holds(row))) rows.push(row);
  }
  return sortRows(data, purpose, Uint32Array.from(rows), params.get("sort") ?? "-created");
}

function shapePredicate(data: Data, purpose: string, params: Params): Uint8Array {
  const answers = answersByShape(data, purpose);
  const uses = usesByShape(data, purpose);
  const answer = params.get("answer");
  const reason = params.get("reason");
  const policy = params.get("policy");
  const advice = params.get("advice");
  const asks = params.get("asks");
  const alone = params.get("alone") === "1";
  return Uint8Array.from(data.tables.shapes, (shape, index) => {
    const use = uses[index] ?? -1;
    if (answer && answer !== ANSWERS[answers[index] ?? 1]) return 0;
    if (reason && reason !== (data.tables.uses[use]?.reason ?? "UNKNOWN_FACTS")) return 0;
    if (policy && !shape.policies.some((each) => policyKey(data, each) === policy)) return 0;
    if (advice && !adviceOfShape(data, index).has(advice)) return 0;
    if (asks && (ANSWERS[answers[index] ?? 1] !== "unknown" || !waitsFor(data, use, asks, alone))) return 0;
    return 1;
  });
}

export function policyKey(data: Data, index: number): string {
  const policy = data.tables.policies[index];
  return policy === undefined ? "" : `${policy.id}@${policy.version}`;
}

function groupPredicate(data: Data, params: Params): Uint8Array {
  return Uint8Array.from(data.tables.groups, (group) => {
    if (params.get("surface") && params.get("surface") !== group.surface) return 0;
    if (params.get("mode") && params.get("mode") !== (group.mode ?? "not said")) return 0;
    return params.get("source") && params.get("source") !== group.source ? 0 : 1;
  });
}

function rowPredicates(data: Data, params: Params): ((row: number) => boolean)[] {
  const predicates: ((row: number) => boolean)[] = [];
  const created = (row: number) => data.created[row] ?? Number.NaN;
  const year = params.get("year");
  if (year) predicates.push((row) => String(yearOf(created(row))) === year);
  const months = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(params.get("month") ?? "");
  if (months !== null) {
    const [from, to] = [Number(months[1]), Number(months[2] ?? months[1])];
    predicates.push((row) => monthOf(created(row)) >= from && monthOf(created(row)) <= to);
  }
  const ends = params.get("ends");
  if (ends) {
    const copy = params.get("copy");
    predicates.push((row) =>
      keepsOf(data, row).some((keep) => (!copy || keep.copy === copy) && endBucket(data, row, keep) === ends),
    );
  }
  const words = fold(params.get("q") ?? "")
    .split(" ")
    .filter(Boolean);
  if (words.length > 0) {
    const texts = searchTexts(data);
    predicates.push((row) => words.every((word) => texts[row]?.includes(word)));
  }
  return predicates;
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

const searchable = new WeakMap<Data, string[]>();

function searchTexts(data: Data): string[] {
  const known = searchable.get(data);
  if (known !== undefined) return known;
  const texts = data.rows.map((_, row) => `${fold(titleOf(data, row))}\n${idOf(data, row).toLowerCase()}`);
  searchable.set(data, texts);
  return texts;
}

function sortRows(data: Data, purpose: string, rows: Uint32Array, sort: string): Uint32Array {
  const direction = sort.startsWith("-") ? -1 : 1;
  const key = sort.replace(/^-/, "");
  if (key === "title") {
    const titles = data.rows.map((_, row) => fold(titleOf(data, row)));
    return rows.sort((a, b) => {
      const [left = "", right = ""] = [titles[a], titles[b]];
      return left < right ? -direction : left > right ? direction : a - b;
    });
  }
  const value = sortValues(data, purpose, key);
  return rows.sort((a, b) => {
    const [left = Number.NaN, right = Number.NaN] = [value[a], value[b]];
    // What has no value stands last in either direction.
    if (Number.isNaN(left) || Number.isNaN(right)) {
      return Number(Number.isNaN(left)) - Number(Number.isNaN(right)) || a - b;
    }
    return left === right ? a - b : left < right ? -direction : direction;
  });
}

function sortValues(data: Data, purpose: string, key: string): Float64Array {
  if (key === "items") return data.items;
  if (key === "last") return data.last;
  if (key === "ends") return longestEnds(data);
  if (key !== "answer") return data.created;
  const answers = answersByShape(data, purpose);
  return Float64Array.from(data.shape, (shape) => answers[shape] ?? 1);
}
