/** Evaluations for programs: counts, and the scores made of them. Described in docs/cli.md. */
import { type Counts, type Evaluation, scoreOf } from "@proviso/core/redact";

export function evaluationJson(evaluations: readonly Evaluation[]): string {
  const sets = evaluations.map((one) => ({
    name: one.name,
    format: one.format,
    notes: one.notes,
    documents: one.documents,
    characters: one.characters,
    clean: one.clean,
    classes: Object.fromEntries([...one.classes].map(([name, counts]) => [name, fields(counts)])),
    notClaimed: Object.fromEntries(one.notClaimed),
    notMarked: Object.fromEntries(one.notMarked),
  }));
  return `${JSON.stringify({ sets })}\n`;
}

function fields(counts: Counts): Readonly<Record<string, unknown>> {
  const { gold, found, exact, goldTouched, foundTouching } = counts;
  return {
    counts,
    exact: withNull(scoreOf(exact, gold, exact, found)),
    overlap: withNull(scoreOf(goldTouched, gold, foundTouching, found)),
  };
}

/** `null` where there was nothing to measure: JSON has no `undefined`. */
function withNull(score: object): Readonly<Record<string, number | null>> {
  return Object.fromEntries(Object.entries(score).map(([name, value]) => [name, value ?? null]));
}
