/**
 * Policies -> their comparisons with the instant asked for -> turns
 *
 * Besides events and effective dates, only these change an answer as time goes by: a period that has
 * passed, a date that has come.
 */
import type { Prepared } from "../decision/prepare.ts";
import { type Compare, collect, type Expr, factsOf } from "../policy/expr.ts";
import type { Policy } from "../policy/policy.ts";

/** A comparison that speaks of the instant asked for. */
function ownComparison(node: Expr): readonly Compare[] {
  return node.kind === "compare" && factsOf(node).includes("query.at") ? [node] : [];
}

const KNOWN = new WeakMap<Prepared, readonly Compare[]>();

/** Each twice, as `<` and as `<=`: with one side fixed, each of the two turns at most once as time passes. */
export function queryComparisons(prepared: Prepared): readonly Compare[] {
  let found = KNOWN.get(prepared);
  if (found === undefined) {
    const conditions = prepared.set.chains.flat().flatMap(conditionsOf);
    const all = conditions.flatMap((expr) => collect(expr, ownComparison));
    const different = new Map(all.map((one) => [JSON.stringify([one.left, one.right], withoutSpans), one]));
    found = [...different.values()].flatMap((one) => [
      { ...one, op: "<" as const },
      { ...one, op: "<=" as const },
    ]);
    KNOWN.set(prepared, found);
  }
  return found;
}

function conditionsOf({ target, rules }: Policy): readonly Expr[] {
  const ofRules = rules.flatMap(({ when, covers }) => [when, covers]);
  return [target, ...ofRules].filter((expr) => expr !== undefined);
}

function withoutSpans(key: string, value: unknown): unknown {
  return key === "span" ? undefined : value;
}
