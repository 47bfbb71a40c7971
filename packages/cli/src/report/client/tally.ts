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

function rowsPerShape(data: Data): Uint32Array {
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
function ranked<K>(counts: ReadonlyMap<K, number>): Counted<K>[] {
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

export interface Question {
  readonly fact: string;
  /** Conversations that this answer alone may settle. */
  readonly alone: number;
  /** Conversations that wait for this answer and others. */
  readonly among: number;
}

/**
 * The unknown facts that keep conversations from an answer: first those that settle most alone,
 * then those asked most, then in the order in which the rules ask.
 */
export function countQuestions(data: Data, purpose: string): Question[] {
  const rows = rowsPerShape(data);
  const answers = answersByShape(data, purpose);
  const questions = new Map<string, { fact: string; alone: number; among: number }>();
  usesByShape(data, purpose).forEach((use, shape) => {
    if (answerAt(answers[shape]) !== "unknown") return;
    const facts = data.tables.uses[use]?.unknowns ?? [];
    for (const fact of facts) {
      const question = questions.get(fact) ?? { fact, alone: 0, among: 0 };
      questions.set(fact, question);
      question[facts.length === 1 ? "alone" : "among"] += rows[shape] ?? 0;
    }
  });
  return [...questions.values()]
    .filter(({ alone, among }) => alone + among > 0)
    .sort((a, b) => b.alone - a.alone || b.among - a.among);
}

/** Whether the answer waits for that fact, with others or for it alone. */
export function waitsFor(data: Data, use: number, fact: string, alone: boolean): boolean {
  const unknowns = data.tables.uses[use]?.unknowns ?? [];
  return unknowns.includes(fact) && (!alone || unknowns.length === 1);
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
