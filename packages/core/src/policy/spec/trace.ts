/**
 * Why a condition has the value it has: the smallest parts that settle it.
 *
 * A false conjunction is settled by any false part, a true one by all of them, an unknown one by
 * its unknown parts; a disjunction the other way round. Named conditions are opened.
 */
import type { Slot } from "../../facts/facts.ts";
import type { Expr } from "../expr.ts";
import type { Truth } from "../kleene.ts";
import { truthOf } from "./evaluate.ts";

/** Parts of `expr`, outermost first, each with the value of `expr` carried down to it. */
export function settling(expr: Expr, slots: readonly Slot[]): readonly Expr[] {
  const value = truthOf(expr, slots);
  switch (expr.kind) {
    case "defined":
      return settling(expr.body, slots);
    case "and":
      return value === false ? firstWith(expr, false, slots) : both(expr, value, slots);
    case "or":
      return value === true ? firstWith(expr, true, slots) : both(expr, value, slots);
    case "not":
      return isCompound(expr.operand) ? settling(expr.operand, slots) : [expr];
    default:
      return [expr];
  }
}

/** All parts that {@link settling} can return for any facts. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "defined":
      return partsOf(expr.body);
    case "and":
    case "or":
      return [...partsOf(expr.left), ...partsOf(expr.right)];
    case "not":
      return isCompound(expr.operand) ? partsOf(expr.operand) : [expr];
    default:
      return [expr];
  }
}

function isCompound(expr: Expr): boolean {
  return expr.kind === "and" || expr.kind === "or" || expr.kind === "defined" || expr.kind === "not";
}

type Pair = Extract<Expr, { kind: "and" | "or" }>;

function firstWith(expr: Pair, value: Truth, slots: readonly Slot[]): readonly Expr[] {
  return settling(truthOf(expr.left, slots) === value ? expr.left : expr.right, slots);
}

function both(expr: Pair, value: Truth, slots: readonly Slot[]): readonly Expr[] {
  return [expr.left, expr.right]
    .filter((side) => truthOf(side, slots) === value)
    .flatMap((side) => settling(side, slots));
}
