import type { FactName } from "../../facts/vocabulary.ts";
import { type Expr, factsOf } from "../../policy/expr.ts";

/** The facts that several conditions mention, each once, in order of first mention. */
export function factsIn(conditions: readonly (Expr | undefined)[]): readonly FactName[] {
  return [...new Set(conditions.flatMap((condition) => (condition === undefined ? [] : factsOf(condition))))];
}
