/** Conditions taken apart, for building descriptions. */
import type { Comparison, Expr } from "../expr.ts";

/** A condition and the parts that it is put together from, the whole before its parts. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "and":
    case "or":
      return [expr, ...partsOf(expr.left), ...partsOf(expr.right)];
    case "not":
      return partsOf(expr.operand);
    case "defined":
      return [expr, ...partsOf(expr.body)];
    case "literal":
      return [];
    default:
      return [expr];
  }
}

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  "==": "!=",
  "!=": "==",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

/** True where a condition is false, and the other way round. */
export function inverse(expr: Expr): Expr {
  if (expr.kind === "not") return expr.operand;
  if (expr.kind === "compare") return { ...expr, op: OPPOSITE[expr.op] };
  return { kind: "not", operand: expr };
}

/** Names that mean something else in the other version are written out. */
export function withoutNames(expr: Expr, keep: (name: string) => boolean): Expr {
  const go = (one: Expr): Expr => withoutNames(one, keep);
  switch (expr.kind) {
    case "defined":
      return keep(expr.name) ? expr : go(expr.body);
    case "and":
    case "or":
    case "compare":
      return { ...expr, left: go(expr.left), right: go(expr.right) };
    case "not":
      return { ...expr, operand: go(expr.operand) };
    case "if":
      return { ...expr, condition: go(expr.condition), yes: go(expr.yes), no: go(expr.no) };
    case "in":
      return { ...expr, value: go(expr.value) };
    case "shift":
      return { ...expr, base: go(expr.base) };
    case "literal":
    case "fact":
    case "has":
      return expr;
  }
}

/** None where there are no parts. */
export function joined(kind: "and" | "or", parts: readonly Expr[]): readonly Expr[] {
  return parts.length === 0 ? [] : [parts.reduce((left, right) => ({ kind, left, right }))];
}
