/** Evaluation -> precision and recall of one class, or why there are none. */
import { type Evaluation, type LabelledSet, scoreOf } from "@proviso/core/redact";
import type { Measured, Missing } from "./bar.ts";

export type Measure = (set: LabelledSet) => Evaluation;

export function measured(
  evaluation: Evaluation | undefined,
  name: string,
  how: "exact" | "overlap",
): Measured | Missing {
  if (evaluation === undefined) return "no data";
  const counts = evaluation.classes.get(name);
  if (counts === undefined) return "not claimed";
  const { gold, found, exact, goldTouched, foundTouching } = counts;
  const score =
    how === "exact" ? scoreOf(exact, gold, exact, found) : scoreOf(goldTouched, gold, foundTouching, found);
  return { precision: score.precision, recall: score.recall, support: gold };
}
