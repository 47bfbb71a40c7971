/** The conditions of two versions as words for descriptions, and what they are the conditions of. */
import type { Expr } from "../expr.ts";
import type { Policy } from "../policy.ts";
import { printExpr } from "../print-expr.ts";
import { withoutNames } from "./parts.ts";

/** The named conditions, then all others. */
export function wordsOf(before: Policy, after: Policy): readonly Expr[] {
  const all = [after, before];
  const named = all.flatMap(({ define }) =>
    Object.entries(define).map(([name, body]): Expr => ({ kind: "defined", name, body })),
  );
  return [...named, ...all.flatMap(conditionsOf)].filter((one) => one !== undefined);
}

/** By the text of a rule's condition, where it is the only one of its reason and has no other. */
export function reasonsOf(
  policies: readonly Policy[],
  plain: (expr: Expr) => Expr,
): ReadonlyMap<string, string> {
  const pairs = policies
    .flatMap(({ rules }) => rules)
    .flatMap(({ when, reason }) => (when === undefined ? [] : [[printExpr(plain(when)), reason] as const]));
  const isOnly = ([text, reason]: readonly [string, string]): boolean =>
    pairs.every((one) => (one[0] === text) === (one[1] === reason));
  return new Map(pairs.filter(isOnly));
}

/** Writes out names that mean something else in the other version, or nothing. */
export function plainly(before: Policy, after: Policy): (expr: Expr) => Expr {
  const text = ({ define }: Policy, name: string): string | undefined => {
    const body = define[name];
    return body === undefined ? undefined : printExpr(withoutNames(body, () => false));
  };
  const isShared = (name: string): boolean => text(before, name) === text(after, name);
  return (expr) => withoutNames(expr, isShared);
}

/** All conditions of a version, absent ones too. */
export function conditionsOf({ target, define, rules, clocks }: Policy): readonly (Expr | undefined)[] {
  return [
    target,
    ...rules.flatMap(({ when, covers }) => [when, covers]),
    ...clocks.map(({ when }) => when),
    ...Object.values(define),
  ];
}
