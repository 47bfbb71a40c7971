/**
 * Policies -> their comparisons with the instant asked for -> turns
 *
 * Besides events and effective dates, only these change an answer as time goes by: a period that has
 * passed, a date that has come.
 */
import type { Prepared } from "../decision/prepare.ts";
import { type Compare, type Expr, type Fold, factsOf, fold } from "../policy/expr.ts";
import type { Policy } from "../policy/policy.ts";

const COMPARISONS: Fold<readonly Compare[]> = {
  literal: () => [],
  fact: () => [],
  has: () => [],
  compare: (node, go) => [
    ...(factsOf(node).includes("query.at") ? [node] : []),
    ...go(node.left),
    ...go(node.right),
  ],
  in: (node, go) => go(node.value),
  not: (node, go) => go(node.operand),
  and: (node, go) => [...go(node.left), ...go(node.right)],
  or: (node, go) => [...go(node.left), ...go(node.right)],
  if: (node, go) => [...go(node.condition), ...go(node.yes), ...go(node.no)],
  shift: (node, go) => go(node.base),
  defined: (node, go) => go(node.body),
};

const KNOWN = new WeakMap<Prepared, readonly Compare[]>();

/** Each twice, as `<` and as `<=`: with one side fixed, each of the two turns at most once as time passes. */
export function queryComparisons(prepared: Prepared): readonly Compare[] {
  let found = KNOWN.get(prepared);
  if (found === undefined) {
    const conditions = prepared.set.chains.flat().flatMap(conditionsOf);
    const all = conditions.flatMap((expr) => fold(COMPARISONS, expr));
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
