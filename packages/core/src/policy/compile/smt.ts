/**
 * A condition as SMT-LIB 2 terms: one total table over the nodes.
 *
 * A boolean node yields two terms, `t` (certainly true) and `f` (certainly false), as in closure.ts;
 * a value node the values it may have, each with the term that says where. Elsewhere it is unknown.
 * Meaning: policy/spec/evaluate.ts; a property test (packages/cli/test/smt.test.ts) holds the two equal.
 */
import { definitionOf, type FactName } from "../../facts/vocabulary.ts";
import type { Term } from "../atoms.ts";
import { type Comparison, type Expr, type Fold, fold } from "../expr.ts";
import { addPeriod, parsePeriod } from "../period.ts";
import { canonical } from "../worlds.ts";
import type { FactTerms, SmtScript } from "./smt-script.ts";

/** What is known of a fact: as it is, or as a variant of the question has it. */
export type View = (fact: FactName) => Pick<FactTerms, "known" | "has">;

interface Chosen {
  readonly where: string;
  readonly value: Term;
}

export interface Smt {
  readonly t: string;
  readonly f: string;
  /** Undefined for boolean nodes. */
  readonly values: readonly Chosen[] | undefined;
}

interface Sides {
  readonly t: string;
  readonly f: string;
}

/** Terms of a condition, with what they need written into `script`. */
export function smtOf(expr: Expr, script: SmtScript, view: View = (fact) => script.fact(fact)): Smt {
  return fold(smtTable(script, view), expr);
}

function smtTable(script: SmtScript, view: View): Fold<Smt> {
  const { and, or, not } = operators(script);
  const truth = (t: string, f: string): Smt => ({ t, f, values: undefined });
  const value = (one: Term): Smt => ({ t: "false", f: "false", values: [{ where: "true", value: one }] });
  const known = (term: Term): string => (term.fact === undefined ? "true" : view(term.fact).known);
  const has = (term: Term): string => (term.fact === undefined ? "true" : view(term.fact).has);

  const equal = (a: Term, b: Term): string =>
    isInstant(a) && isInstant(b) ? script.placed(a, b).equal : script.sameText(a, b);
  const same = (a: Term, b: Term): string =>
    or(and(not(has(a)), not(has(b))), and(has(a), has(b), equal(a, b)));

  const related = (op: Comparison, a: Term, b: Term): Sides => {
    const given = and(known(a), known(b));
    if (op === "==" || op === "!=") {
      const alike = same(a, b);
      const [yes, no] = op === "==" ? [alike, not(alike)] : [not(alike), alike];
      return { t: and(given, yes), f: and(given, no) };
    }
    if (!isInstant(a) || !isInstant(b)) return { t: "false", f: "false" };
    const { less, equal: level } = script.placed(a, b);
    const holds = { "<": less, "<=": or(less, level), ">": not(or(less, level)), ">=": not(less) }[op];
    const both = and(given, has(a), has(b));
    return { t: and(both, holds), f: and(both, not(holds)) };
  };

  const over = (values: readonly Chosen[], condition: (one: Term) => Sides): Smt => {
    const sides = values.map(({ where, value: one }) => ({ where, ...condition(one) }));
    return truth(
      or(...sides.map(({ where, t }) => and(where, t))),
      or(...sides.map(({ where, f }) => and(where, f))),
    );
  };

  return {
    literal: (node) => {
      if (typeof node.value === "boolean") return truth(String(node.value), String(!node.value));
      return value({ key: String(node.value), fact: undefined, literal: node.value, moves: [] });
    },
    fact: (node) => {
      if (definitionOf(node.name).type !== "bool") {
        return value({ key: node.name, fact: node.name, literal: undefined, moves: [] });
      }
      const there = and(view(node.name).known, view(node.name).has);
      const held = script.fact(node.name).value;
      return truth(and(there, held), and(there, not(held)));
    },
    has: (node) => {
      const terms = view(node.name);
      script.fact(node.name);
      return truth(and(terms.known, terms.has), and(terms.known, not(terms.has)));
    },
    compare: (node, go) => {
      const [left, right] = [go(node.left), go(node.right)];
      const [a, b] = [left.values, right.values];
      if (a !== undefined && b !== undefined) {
        return over(a, (x) => over(b, (y) => related(node.op, x, y)));
      }
      const alike = or(and(left.t, right.t), and(left.f, right.f));
      const differ = or(and(left.t, right.f), and(left.f, right.t));
      return node.op === "==" ? truth(alike, differ) : truth(differ, alike);
    },
    in: (node, go) =>
      over(go(node.value).values ?? [], (one) => {
        const among = and(has(one), or(...node.list.map((text) => script.isText(one, text))));
        return { t: and(known(one), among), f: and(known(one), not(among)) };
      }),
    not: (node, go) => {
      const { t, f } = go(node.operand);
      return truth(f, t);
    },
    and: (node, go) => {
      const [left, right] = [go(node.left), go(node.right)];
      return truth(and(left.t, right.t), or(left.f, right.f));
    },
    or: (node, go) => {
      const [left, right] = [go(node.left), go(node.right)];
      return truth(or(left.t, right.t), and(left.f, right.f));
    },
    if: (node, go) => {
      const [condition, yes, no] = [go(node.condition), go(node.yes), go(node.no)];
      if (yes.values === undefined || no.values === undefined) {
        const settle = (a: string, b: string): string =>
          or(and(condition.t, a), and(condition.f, b), and(a, b));
        return truth(settle(yes.t, no.t), settle(yes.f, no.f));
      }
      const within = (all: readonly Chosen[], limit: string): readonly Chosen[] =>
        all.map((one) => ({ ...one, where: and(limit, one.where) }));
      const neither = not(or(condition.t, condition.f));
      const agreed = yes.values.flatMap((a) =>
        (no.values ?? []).map((b) => ({
          value: a.value,
          where: and(neither, a.where, b.where, known(a.value), known(b.value), same(a.value, b.value)),
        })),
      );
      const values = [...within(yes.values, condition.t), ...within(no.values, condition.f), ...agreed];
      return { t: "false", f: "false", values: values.filter(({ where }) => where !== "false") };
    },
    shift: (node, go) => ({
      t: "false",
      f: "false",
      values: (go(node.base).values ?? []).map((one) => ({
        where: one.where,
        value: movedTerm(one.value, node.sign, node.period),
      })),
    }),
    defined: (node, go) => go(node.body),
  };
}

function operators(script: SmtScript) {
  return {
    and: (...parts: readonly string[]): string => script.and(...parts),
    or: (...parts: readonly string[]): string => script.or(...parts),
    not: (term: string): string => script.not(term),
  };
}

function isInstant(term: Term): boolean {
  if (term.fact === undefined) return typeof term.literal === "number";
  return definitionOf(term.fact).type === "timestamp";
}

function movedTerm(value: Term, sign: 1 | -1, written: string): Term {
  const period = parsePeriod(written);
  if (typeof value.literal === "number") {
    const literal = addPeriod(value.literal, period, sign);
    return { key: String(literal), fact: undefined, literal, moves: [] };
  }
  const name = canonical(period);
  if (name === "P0D") return value;
  return {
    ...value,
    key: `${value.key} ${sign === 1 ? "+" : "-"} ${name}`,
    moves: [...value.moves, { sign, period: name }],
  };
}
