import type { Expr } from "./expr.ts";
import type { Policy } from "./policy.ts";

/** Everything that a policy works out: target, conditions of rules and clocks, starts and lengths of clocks. */
export function expressionsOf({ target, rules, clocks }: Policy): readonly Expr[] {
  const all = [
    target,
    ...rules.flatMap(({ when, covers }) => [when, covers]),
    ...clocks.flatMap(({ when, from, period }) => [when, from, period]),
  ];
  return all.filter((expr) => expr !== undefined);
}
