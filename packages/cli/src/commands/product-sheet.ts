/**
 * A product's pack and policies -> **ProductSheet**: what the interview can name
 */
import type { ProductSheet } from "@proviso/core/events";
import { type Expr, type Fold, fold, type Policy } from "@proviso/core/policy";
import type { Packs } from "../packs/load.ts";

const PLAN_FACTS: readonly string[] = ["account.plan", "conversation.plan"];

export function productSheet(packs: Packs, product: string): ProductSheet {
  const policies = packs.sets.get(product)?.chains.flat() ?? [];
  const known = packs.products.get(product);
  return {
    product,
    title: known?.title ?? product,
    plans: [...new Set(policies.flatMap(plansOf))],
    terms: policies.flatMap(({ effective, title }) =>
      effective.acknowledged === undefined ? [] : [{ document: effective.acknowledged, title }],
    ),
    settings: known?.settings ?? {},
  };
}

function plansOf(policy: Policy): readonly string[] {
  const conditions: readonly (Expr | undefined)[] = [
    policy.target,
    ...policy.rules.map(({ when }) => when),
    ...policy.clocks.map(({ when }) => when),
  ];
  return conditions.flatMap((condition) => (condition === undefined ? [] : fold(PLANS, condition)));
}

/** The texts that a condition holds a plan against. */
const PLANS: Fold<readonly string[]> = {
  literal: () => [],
  fact: () => [],
  has: () => [],
  compare: ({ left, right }, go) => {
    const pair = isPlan(left) ? right : isPlan(right) ? left : undefined;
    return pair?.kind === "literal" ? [String(pair.value)] : [...go(left), ...go(right)];
  },
  in: ({ value, list }) => (isPlan(value) ? list : []),
  not: ({ operand }, go) => go(operand),
  and: ({ left, right }, go) => [...go(left), ...go(right)],
  or: ({ left, right }, go) => [...go(left), ...go(right)],
  if: ({ condition, yes, no }, go) => [...go(condition), ...go(yes), ...go(no)],
  shift: ({ base }, go) => go(base),
  defined: ({ body }, go) => go(body),
};

function isPlan(expr: Expr): boolean {
  return expr.kind === "fact" && PLAN_FACTS.includes(expr.name);
}
