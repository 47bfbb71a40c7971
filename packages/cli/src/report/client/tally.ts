/**
 * Data -> **counts** -> summary
 *
 * Most counts follow from how many rows each shape has, so they cost the number of shapes.
 */
import { answerAt, answersByShape, type Data, usesByShape } from "./data.ts";
import { ANSWERS, type Answer } from "./words.ts";

export interface Counted<K> {
  readonly key: K;
  readonly count: number;
}

export function rowsPerShape(data: Data): Uint32Array {
  const counts = new Uint32Array(data.tables.shapes.length);
  for (const shape of data.shape) counts[shape] = (counts[shape] ?? 0) + 1;
  return counts;
}

export function countAnswers(data: Data, purpose: string): Record<Answer, number> {
  const rows = rowsPerShape(data);
  const counts: Record<Answer, number> = { used: 0, unknown: 0, not: 0 };
  answersByShape(data, purpose).forEach((answer, shape) => {
    counts[answerAt(answer)] += rows[shape] ?? 0;
  });
  return counts;
}

/** Most frequent first; equal ones in the order first met. */
export function ranked<K>(counts: ReadonlyMap<K, number>): Counted<K>[] {
  return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count);
}

function add<K>(counts: Map<K, number>, key: K, by: number): void {
  if (by > 0) counts.set(key, (counts.get(key) ?? 0) + by);
}

/** Reason codes among the conversations with that answer, or all. */
export function countReasons(data: Data, purpose: string, answer?: Answer): Counted<string>[] {
  const rows = rowsPerShape(data);
  const answers = answersByShape(data, purpose);
  const counts = new Map<string, number>();
  usesByShape(data, purpose).forEach((use, shape) => {
    if (answer !== undefined && answers[shape] !== ANSWERS.indexOf(answer)) return;
    add(counts, data.tables.uses[use]?.reason ?? "UNKNOWN_FACTS", rows[shape] ?? 0);
  });
  return ranked(counts);
}

/** Sets of unknown facts that keep conversations from an answer; the key is the names joined. */
export function countUnknowns(data: Data, purpose: string): Counted<string>[] {
  const rows = rowsPerShape(data);
  const answers = answersByShape(data, purpose);
  const counts = new Map<string, number>();
  usesByShape(data, purpose).forEach((use, shape) => {
    if (answerAt(answers[shape]) !== "unknown") return;
    add(counts, unknownsKey(data, use), rows[shape] ?? 0);
  });
  return ranked(counts);
}

export function unknownsKey(data: Data, use: number): string {
  return [...(data.tables.uses[use]?.unknowns ?? [])].sort().join(",");
}

/** Each advice with the number of conversations it concerns under any purpose, and its shapes. */
export function countAdvice(data: Data): Counted<string>[] {
  const rows = rowsPerShape(data);
  const counts = new Map<string, number>();
  data.tables.shapes.forEach((_, shape) => {
    for (const advice of adviceOfShape(data, shape)) add(counts, advice, rows[shape] ?? 0);
  });
  return ranked(counts);
}

export function adviceOfShape(data: Data, shape: number): Set<string> {
  const uses = data.tables.shapes[shape]?.uses ?? [];
  return new Set(uses.flatMap((use) => data.tables.uses[use]?.advice ?? []));
}
