/**
 * Conditions as a small frozen tree: the only form policies are evaluated, compiled and proved in.
 *
 * A subset of CEL: literals, facts, comparison, membership, boolean operators, a conditional,
 * timestamps and calendar periods. No loops, no user functions: every condition is decidable.
 * Each backend is one total table `Fold` over `kind`; a new node does not compile without entries.
 */
import { definitionOf, type FactName, type FactType } from "../facts/vocabulary.ts";

export type ExprType = FactType;

/** Half-open range of offsets (UTF-16) in the condition's own text, for messages. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly span?: Span;
}

/** Timestamps are epoch milliseconds; durations ISO 8601 calendar durations. */
export interface Literal extends Node {
  readonly kind: "literal";
  readonly type: ExprType;
  readonly value: boolean | string | number;
}
export interface FactRef extends Node {
  readonly kind: "fact";
  readonly name: FactName;
}
/** `has(fact)`: false for a known none, unknown for an unknown. */
export interface Has extends Node {
  readonly kind: "has";
  readonly name: FactName;
}
export const COMPARISONS = ["==", "!=", "<", "<=", ">", ">="] as const;
export type Comparison = (typeof COMPARISONS)[number];
export interface Compare extends Node {
  readonly kind: "compare";
  readonly op: Comparison;
  readonly left: Expr;
  readonly right: Expr;
}
/** Membership of a string in a written-out list. */
export interface In extends Node {
  readonly kind: "in";
  readonly value: Expr;
  readonly list: readonly string[];
}
export interface Not extends Node {
  readonly kind: "not";
  readonly operand: Expr;
}
export interface And extends Node {
  readonly kind: "and";
  readonly left: Expr;
  readonly right: Expr;
}
export interface Or extends Node {
  readonly kind: "or";
  readonly left: Expr;
  readonly right: Expr;
}
export interface If extends Node {
  readonly kind: "if";
  readonly condition: Expr;
  readonly yes: Expr;
  readonly no: Expr;
}
/** A timestamp moved by a literal calendar period: `fact + period("P5Y")`. */
export interface Shift extends Node {
  readonly kind: "shift";
  readonly base: Expr;
  readonly sign: 1 | -1;
  readonly period: string;
}
/** A named condition of the policy's `define` section, with its body resolved. */
export interface Defined extends Node {
  readonly kind: "defined";
  readonly name: string;
  readonly body: Expr;
}

export type Expr = Literal | FactRef | Has | Compare | In | Not | And | Or | If | Shift | Defined;
export type ExprKind = Expr["kind"];

/** One entry per node kind; `go` folds a child. */
export type Fold<R> = {
  readonly [K in ExprKind]: (node: Extract<Expr, { kind: K }>, go: (child: Expr) => R) => R;
};

/** Applies a total table to a tree. */
export function fold<R>(table: Fold<R>, expr: Expr): R {
  const go = (node: Expr): R => (table[node.kind] as (n: Expr, g: typeof go) => R)(node, go);
  return go(expr);
}

const CHILDREN: Fold<readonly Expr[]> = {
  literal: () => [],
  fact: () => [],
  has: () => [],
  compare: ({ left, right }) => [left, right],
  in: ({ value }) => [value],
  not: ({ operand }) => [operand],
  and: ({ left, right }) => [left, right],
  or: ({ left, right }) => [left, right],
  if: ({ condition, yes, no }) => [condition, yes, no],
  shift: ({ base }) => [base],
  defined: ({ body }) => [body],
};

/** What the nodes of a tree give, each after its children, from left to right. */
export function collect<R>(expr: Expr, of: (node: Expr) => readonly R[]): readonly R[] {
  return [...fold(CHILDREN, expr).flatMap((child) => collect(child, of)), ...of(expr)];
}

const MENTIONED = new WeakMap<Expr, readonly FactName[]>();

function ownFact(node: Expr): readonly FactName[] {
  return node.kind === "fact" || node.kind === "has" ? [node.name] : [];
}

/** The facts a condition mentions, each once, in order of first mention. Trees never change: kept. */
export function factsOf(expr: Expr): readonly FactName[] {
  let names = MENTIONED.get(expr);
  if (names === undefined) {
    names = [...new Set(collect(expr, ownFact))];
    MENTIONED.set(expr, names);
  }
  return names;
}

/** The facts that several conditions mention, each once, in order of first mention. */
export function factsIn(conditions: readonly (Expr | undefined)[]): readonly FactName[] {
  return [...new Set(conditions.flatMap((condition) => (condition === undefined ? [] : factsOf(condition))))];
}

/** Whether a node is a condition, and not a text, an instant or a period. */
export function isBool(expr: Expr): boolean {
  switch (expr.kind) {
    case "literal":
      return expr.type === "bool";
    case "fact":
      return definitionOf(expr.name).type === "bool";
    case "if":
      return isBool(expr.yes);
    case "shift":
      return false;
    default:
      return true;
  }
}
