/**
 * A condition as SQL: one total table over the nodes.
 *
 * SQL's three values are Kleene's, so a boolean node is one boolean expression in which NULL is
 * unknown. A value has two ways of not being there: `value` is NULL for a known none and for an
 * unknown, and `known` tells them apart. Meaning: policy/spec/evaluate.ts; the engines are held to it
 * by packages/lake/test.
 */
import type { FactName } from "../../facts/vocabulary.ts";
import type { Dialect } from "../../sql/dialect.ts";
import { type Compare, type Expr, type Fold, fold, isBool } from "../expr.ts";
import { parsePeriod } from "../period.ts";

export interface SqlCode {
  readonly value: string;
  /** A boolean that is never NULL; undefined where a NULL value always means unknown. */
  readonly known: string | undefined;
}

/** Where a condition finds what it speaks of. */
export interface SqlScope {
  readonly dialect: Dialect;
  /** The column of a fact, and the one that says whether a none is known. */
  column(fact: FactName): { readonly value: string; readonly known: string | undefined };
  /** The column of a named condition that has been worked out already; undefined: write it out. */
  definition(name: string): string | undefined;
  /**
   * No fact is unknown on the rows it is for, and no missing instant is ordered: conditions are true or
   * false, and simpler. What else they give on other rows is nobody's answer.
   */
  readonly isSettled: boolean;
}

const NEVER_NONE = undefined;

function plain(value: string): SqlCode {
  return { value, known: NEVER_NONE };
}

const sqlTable = (scope: SqlScope): Fold<SqlCode> => {
  const { dialect } = scope;
  return {
    literal: ({ type, value }) => {
      if (type === "bool") return plain(value === true ? "TRUE" : "FALSE");
      return plain(type === "timestamp" ? dialect.timestamp(Number(value)) : dialect.text(String(value)));
    },
    fact: ({ name }) => {
      const { value, known } = scope.column(name);
      return { value, known: known === undefined ? NEVER_NONE : `(${value} IS NOT NULL OR ${known})` };
    },
    has: ({ name }) => {
      const { value, known } = scope.column(name);
      if (scope.isSettled) return plain(`(${value} IS NOT NULL)`);
      const none = known === undefined ? "" : ` WHEN ${known} THEN FALSE`;
      return plain(`CASE WHEN ${value} IS NOT NULL THEN TRUE${none} END`);
    },
    compare: (node, go) => {
      const [left, right] = [go(node.left), go(node.right)];
      return plain(scope.isSettled ? settledCompare(node, left, right) : compare(node, left, right));
    },
    in: ({ value, list }, go) => {
      const code = go(value);
      if (scope.isSettled && list.length === 0) return plain("FALSE");
      if (list.length === 0) return plain(whereKnown(code, "FALSE"));
      return plain(whereKnown(code, `${code.value} IN (${list.map((one) => dialect.text(one)).join(", ")})`));
    },
    not: (node, go) => plain(`(NOT ${go(node.operand).value})`),
    and: (node, go) => plain(`(${go(node.left).value} AND ${go(node.right).value})`),
    or: (node, go) => plain(`(${go(node.left).value} OR ${go(node.right).value})`),
    if: (node, go) => conditional(go(node.condition).value, go(node.yes), go(node.no), isBool(node)),
    shift: (node, go) => {
      const { value, known } = go(node.base);
      return { value: `(${dialect.shift(value, parsePeriod(node.period), node.sign)})`, known };
    },
    defined: (node, go) => {
      const column = scope.definition(node.name);
      return column === undefined ? go(node.body) : plain(column);
    },
  };
};

/** `holds` where the value is there, false for a known none, NULL for an unknown. */
function whereKnown({ value, known }: SqlCode, holds: string): string {
  if (known === NEVER_NONE && holds !== "FALSE") return `(${holds})`;
  const none = known === NEVER_NONE ? "" : ` WHEN ${known} THEN FALSE`;
  return `CASE WHEN ${value} IS NOT NULL THEN ${holds}${none} END`;
}

function compare({ op }: Compare, left: SqlCode, right: SqlCode): string {
  const operator = op === "==" ? "=" : op === "!=" ? "<>" : op;
  const both = `${left.value} ${operator} ${right.value}`;
  const isEquality = op === "==" || op === "!=";
  // An order with a none has no meaning, and SQL's NULL says just that.
  if (!isEquality || (left.known === NEVER_NONE && right.known === NEVER_NONE)) return `(${both})`;
  const alike = op === "==" ? "" : "NOT ";
  const known = [left, right].map((side) => side.known ?? `${side.value} IS NOT NULL`).join(" AND ");
  return (
    `CASE WHEN ${left.value} IS NOT NULL AND ${right.value} IS NOT NULL THEN ${both} ` +
    `WHEN ${known} THEN ${alike}(${left.value} IS NULL AND ${right.value} IS NULL) END`
  );
}

/** As `compare`, where a NULL is a known none. */
function settledCompare({ op, left, right }: Compare, one: SqlCode, other: SqlCode): string {
  if (op !== "==" && op !== "!=") return `(${one.value} ${op} ${other.value})`;
  if (one.known === NEVER_NONE && other.known === NEVER_NONE) {
    return `(${one.value} ${op === "==" ? "=" : "<>"} ${other.value})`;
  }
  const alike = op === "==" ? "IS NOT DISTINCT FROM" : "IS DISTINCT FROM";
  const literal = [left, right].findIndex(({ kind }) => kind === "literal");
  if (literal < 0) return `(${one.value} ${alike} ${other.value})`;
  const value = literal === 0 ? other.value : one.value;
  const same = `${one.value} ${op === "==" ? "=" : "<>"} ${other.value}`;
  return op === "==" ? `(${value} IS NOT NULL AND ${same})` : `(${value} IS NULL OR ${same})`;
}

function conditional(condition: string, yes: SqlCode, no: SqlCode, isTruth: boolean): SqlCode {
  const choose = (a: string, b: string, otherwise: string): string =>
    `CASE WHEN ${condition} THEN ${a} WHEN NOT ${condition} THEN ${b} ${otherwise} END`;
  // With the condition unknown the value is known only if both branches agree on it.
  const value = choose(yes.value, no.value, `WHEN ${yes.value} = ${no.value} THEN ${yes.value}`);
  if (isTruth || (yes.known === NEVER_NONE && no.known === NEVER_NONE)) return plain(value);
  const [knownYes, knownNo] = [yes, no].map((side) => side.known ?? `${side.value} IS NOT NULL`);
  const same = `${knownYes} AND ${knownNo} AND ${yes.value} IS NOT DISTINCT FROM ${no.value}`;
  return { value, known: choose(`(${knownYes})`, `(${knownNo})`, `ELSE (${same})`) };
}

/** A condition of any type over the columns of `scope`. */
export function sqlOf(expr: Expr, scope: SqlScope): SqlCode {
  return fold(sqlTable(scope), expr);
}

/** A boolean condition; an absent one always holds. */
export function sqlTruth(expr: Expr | undefined, scope: SqlScope): string {
  return expr === undefined ? "TRUE" : sqlOf(expr, scope).value;
}
