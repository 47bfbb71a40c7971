/**
 * A condition where certain optional facts are known not to be there: what is left of it.
 *
 * Only for rows on which nothing else is unknown either; orderings of what is not there are left as
 * they are, since a `has()` beside them settles the whole.
 */
import type { FactName } from "../../facts/vocabulary.ts";
import { type Compare, type Expr, factsOf } from "../expr.ts";

const TRUE: Expr = { kind: "literal", type: "bool", value: true };
const FALSE: Expr = { kind: "literal", type: "bool", value: false };

/** Names of definitions are opened where their bodies change. */
export function without(expr: Expr, absent: ReadonlySet<FactName>): Expr {
  const go = (one: Expr): Expr => without(one, absent);
  switch (expr.kind) {
    case "has":
      return absent.has(expr.name) ? FALSE : expr;
    case "defined":
      return factsOf(expr.body).some((fact) => absent.has(fact)) ? go(expr.body) : expr;
    case "not":
      return negation(go(expr.operand));
    case "and":
      return both(go(expr.left), go(expr.right), FALSE, TRUE, "and");
    case "or":
      return both(go(expr.left), go(expr.right), TRUE, FALSE, "or");
    case "if": {
      const condition = go(expr.condition);
      if (isTruth(condition, true)) return go(expr.yes);
      if (isTruth(condition, false)) return go(expr.no);
      return { ...expr, condition, yes: go(expr.yes), no: go(expr.no) };
    }
    case "compare":
      return comparison(expr, absent, go);
    case "in":
      return { ...expr, value: go(expr.value) };
    case "shift":
      return { ...expr, base: go(expr.base) };
    case "literal":
    case "fact":
      return expr;
  }
}

/** Equality of what is not there with a written value is false. */
function comparison(expr: Compare, absent: ReadonlySet<FactName>, go: (one: Expr) => Expr): Expr {
  const [left, right] = [go(expr.left), go(expr.right)];
  const isAbsent = (one: Expr): boolean => one.kind === "fact" && absent.has(one.name);
  const isOne = (isAbsent(left) && right.kind === "literal") || (isAbsent(right) && left.kind === "literal");
  if (isOne && expr.op === "==") return FALSE;
  if (isOne && expr.op === "!=") return TRUE;
  return { ...expr, left, right };
}

function negation(operand: Expr): Expr {
  if (isTruth(operand, true)) return FALSE;
  return isTruth(operand, false) ? TRUE : { kind: "not", operand };
}

function both(left: Expr, right: Expr, decides: Expr, nothing: Expr, kind: "and" | "or"): Expr {
  const isLike = (one: Expr, other: Expr): boolean =>
    one.kind === "literal" && other.kind === "literal" && one.type === "bool" && one.value === other.value;
  if (isLike(left, decides) || isLike(right, decides)) return decides;
  if (isLike(left, nothing)) return right;
  return isLike(right, nothing) ? left : { kind, left, right };
}

export function isTruth(expr: Expr, value: boolean): boolean {
  return expr.kind === "literal" && expr.type === "bool" && expr.value === value;
}
