/**
 * Orderings of optional timestamps that nothing guards with `has()`.
 *
 * Ordering a missing instant has no meaning, so such a condition is unknown where the fact is a
 * known none, and an unknown withholds. It is rarely what the author meant, but never unsafe.
 */
import { definitionOf, type FactName } from "../facts/vocabulary.ts";
import type { Expr, Span } from "./expr.ts";

export interface Unguarded {
  readonly fact: FactName;
  readonly span: Span | undefined;
}

type Guards = ReadonlySet<FactName>;

/** @param guards facts that are known to be there wherever this condition counts */
export function unguardedIn(expr: Expr, guards: Guards = new Set()): readonly Unguarded[] {
  switch (expr.kind) {
    case "compare": {
      const inner = [...unguardedIn(expr.left, guards), ...unguardedIn(expr.right, guards)];
      if (expr.op === "==" || expr.op === "!=") return inner;
      const bare = [...missingIn(expr.left, guards), ...missingIn(expr.right, guards)];
      return [...inner, ...[...new Set(bare)].map((fact) => ({ fact, span: expr.span }))];
    }
    case "and":
      return [
        ...unguardedIn(expr.left, joined(guards, impliedBy(expr.right, true))),
        ...unguardedIn(expr.right, joined(guards, impliedBy(expr.left, true))),
      ];
    case "or":
      return [
        ...unguardedIn(expr.left, joined(guards, impliedBy(expr.right, false))),
        ...unguardedIn(expr.right, joined(guards, impliedBy(expr.left, false))),
      ];
    case "if":
      return [
        ...unguardedIn(expr.condition, guards),
        ...unguardedIn(expr.yes, joined(guards, impliedBy(expr.condition, true))),
        ...unguardedIn(expr.no, joined(guards, impliedBy(expr.condition, false))),
      ];
    case "not":
      return unguardedIn(expr.operand, guards);
    case "defined":
      return unguardedIn(expr.body, guards).map((one) => ({ fact: one.fact, span: expr.span }));
    case "in":
      return unguardedIn(expr.value, guards);
    case "shift":
      return unguardedIn(expr.base, guards);
    case "literal":
    case "fact":
    case "has":
      return [];
  }
}

/** The facts that are surely there when a condition is true, or when it is false. */
export function impliedBy(expr: Expr, value: boolean): Guards {
  switch (expr.kind) {
    case "has":
      return new Set(value ? [expr.name] : []);
    case "not":
      return impliedBy(expr.operand, !value);
    case "and":
    case "or": {
      const left = impliedBy(expr.left, value);
      const right = impliedBy(expr.right, value);
      const settlesBoth = (expr.kind === "and") === value;
      return settlesBoth ? joined(left, right) : new Set([...left].filter((name) => right.has(name)));
    }
    case "defined":
      return impliedBy(expr.body, value);
    case "compare":
    case "in":
    case "if":
    case "literal":
    case "fact":
    case "shift":
      return new Set();
  }
}

/** The optional facts that a value is made of and that nothing guards: a none of them is passed on. */
export function missingIn(value: Expr, guards: Guards): readonly FactName[] {
  if (value.kind === "fact")
    return definitionOf(value.name).optional && !guards.has(value.name) ? [value.name] : [];
  if (value.kind === "shift") return missingIn(value.base, guards);
  if (value.kind !== "if") return [];
  return [
    ...missingIn(value.yes, joined(guards, impliedBy(value.condition, true))),
    ...missingIn(value.no, joined(guards, impliedBy(value.condition, false))),
  ];
}

function joined(a: Guards, b: Guards): Guards {
  return b.size === 0 ? a : new Set([...a, ...b]);
}
