/**
 * The meaning of a condition. Slow and obvious; never optimised. Every backend must agree with it.
 *
 * - A fact is a value, a known none (`null`) or unknown (`undefined`).
 * - Boolean operators are Kleene's: `false && unknown` is false, the rest stays unknown.
 * - Equality: none equals none and nothing else. Membership: none is in no list.
 * - Ordering with none has no meaning: an error, and an error is unknown.
 * - A conditional whose condition is unknown has a value only if both branches agree on it.
 * - A none shifted by a period is none.
 */
import type { Slot } from "../../facts/facts.ts";
import { FACT_INDEX } from "../../facts/vocabulary.ts";
import { type Comparison, type Expr, type Fold, fold } from "../expr.ts";
import { and, not, or, type Truth } from "../kleene.ts";
import { addPeriod, parsePeriod } from "../period.ts";

/** Evaluates a condition of any type over the slots of {@link Facts}. */
export function evaluate(expr: Expr, slots: readonly Slot[]): Slot {
  return fold(meaning(slots), expr);
}

/** A boolean condition's truth; absent conditions always hold. */
export function truthOf(expr: Expr | undefined, slots: readonly Slot[]): Truth {
  return expr === undefined ? true : truth(evaluate(expr, slots));
}

function meaning(slots: readonly Slot[]): Fold<Slot> {
  return {
    literal: (node) => node.value,
    fact: (node) => slots[FACT_INDEX[node.name]],
    has: (node) => {
      const slot = slots[FACT_INDEX[node.name]];
      return slot === undefined ? undefined : slot !== null;
    },
    compare: (node, go) => compare(node.op, go(node.left), go(node.right)),
    in: (node, go) => {
      const value = go(node.value);
      return value === undefined ? undefined : value !== null && node.list.includes(String(value));
    },
    not: (node, go) => not(truth(go(node.operand))),
    and: (node, go) => and(truth(go(node.left)), truth(go(node.right))),
    or: (node, go) => or(truth(go(node.left)), truth(go(node.right))),
    if: (node, go) => {
      const condition = truth(go(node.condition));
      const yes = go(node.yes);
      const no = go(node.no);
      if (condition === undefined) return yes === no ? yes : undefined;
      return condition ? yes : no;
    },
    shift: (node, go) => {
      const base = go(node.base);
      return typeof base === "number" ? addPeriod(base, parsePeriod(node.period), node.sign) : base;
    },
    defined: (node, go) => go(node.body),
  };
}

function truth(slot: Slot): Truth {
  return typeof slot === "boolean" ? slot : undefined;
}

function compare(op: Comparison, left: Slot, right: Slot): Truth {
  if (left === undefined || right === undefined) return undefined;
  if (op === "==") return left === right;
  if (op === "!=") return left !== right;
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  switch (op) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}
