/**
 * Well-typed random conditions and random facts, for laws that hold of every policy.
 *
 * Values are few, so that equalities and orderings really occur: five instants that periods lead
 * from one to another, three texts for each open fact.
 */
import fc from "fast-check";
import type { Slot } from "../src/facts/facts.ts";
import {
  definitionOf,
  FACT_NAMES,
  type FactDefinition,
  type FactName,
  type FactType,
} from "../src/facts/vocabulary.ts";
import { COMPARISONS, type Expr } from "../src/policy/expr.ts";

/** A month's end and where `P1M`, `P1Y`, `P1D` lead from it; all midnights but the last. */
export const INSTANTS: readonly number[] = [
  "2024-01-31T00:00:00Z",
  "2024-02-29T00:00:00Z",
  "2025-01-31T00:00:00Z",
  "2025-02-28T00:00:00Z",
  "2025-03-01T00:00:00.001Z",
].map((written) => Date.parse(written));

const PERIODS = ["P1M", "P1Y", "P1D", "P13M", "P1Y1M", "P31D", "PT24H", "P0D"] as const;
const TEXTS = ["free", "pro", "EEA"] as const;

/** Enough for every type and every kind of fact, and so few that conditions meet. */
export const FEW_FACTS: readonly FactName[] = [
  "query.at",
  "account.plan",
  "account.country",
  "account.minor",
  "organisation.retention",
  "conversation.mode",
  "training.choice",
  "feedback.at",
  "review.at",
  "item.source",
  "item.pasted",
  "item.at",
];

export interface ExprOptions {
  /** The facts it may speak of; default all. */
  readonly facts?: readonly FactName[];
  /** May speak of `item.*` facts; default true. */
  readonly items?: boolean;
  /** Definitions it may name. */
  readonly defined?: Readonly<Record<string, Expr>>;
}

/**
 * A condition (`bool`), or a value of another type. Chains of `&&` and `||` lean left, as they are
 * parsed.
 */
export function arbitraryExpr(type: FactType, options: ExprOptions = {}): fc.Arbitrary<Expr> {
  const tree = fc.letrec<Record<"bool" | "text" | "timestamp", Expr>>((tie) => ({
    bool: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      { weight: 4, arbitrary: simple(options) },
      {
        weight: 4,
        arbitrary: fc.array(tie("bool"), { minLength: 2, maxLength: 3 }).map((all) => chain("and", all)),
      },
      {
        weight: 4,
        arbitrary: fc.array(tie("bool"), { minLength: 2, maxLength: 3 }).map((all) => chain("or", all)),
      },
      { weight: 3, arbitrary: tie("bool").map(negated) },
      {
        weight: 4,
        arbitrary: fc
          .tuple(fc.constantFrom(...COMPARISONS), tie("timestamp"), tie("timestamp"))
          .map(([op, left, right]): Expr => ({ kind: "compare", op, left, right })),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(equality, fc.oneof(tie("text"), fact("string", options)), tie("text"))
          .filter(([, left, right]) => !(isClosed(left) && right.kind !== "fact"))
          .map(([op, left, right]): Expr => ({ kind: "compare", op, left, right })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(equality, tie("bool"), tie("bool"))
          .map(([op, left, right]): Expr => ({ kind: "compare", op, left, right })),
      },
      { weight: 2, arbitrary: conditional(tie("bool"), tie("bool")) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(tie("text"), texts(TEXTS))
          .map(([value, list]): Expr => ({ kind: "in", value, list })),
      },
    ),
    text: fc.oneof(
      { maxDepth: 2 },
      { weight: 3, arbitrary: openFact(options) },
      { weight: 2, arbitrary: fc.constantFrom(...TEXTS).map(text) },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 4 }).map(text) },
      { weight: 1, arbitrary: conditional(tie("bool"), tie("text")) },
    ),
    timestamp: fc.oneof(
      { maxDepth: 3 },
      { weight: 5, arbitrary: fact("timestamp", options) },
      {
        weight: 3,
        arbitrary: fc
          .constantFrom(...INSTANTS)
          .map((value): Expr => ({ kind: "literal", type: "timestamp", value })),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(tie("timestamp"), fc.constantFrom<1 | -1>(1, -1), fc.constantFrom(...PERIODS))
          .map(([base, sign, period]): Expr => ({ kind: "shift", base, sign, period })),
      },
      { weight: 1, arbitrary: conditional(tie("bool"), tie("timestamp")) },
    ),
  }));
  if (type === "duration") return duration(options);
  return type === "string" ? tree.text : tree[type];
}

/** A value for every fact, as the vocabulary allows: also known nones and, unless `known`, unknowns. */
export function arbitrarySlots({ known = false } = {}): fc.Arbitrary<readonly Slot[]> {
  return fc.tuple(...FACT_NAMES.map((name) => slot(definitionOf(name), known)));
}

function slot(definition: FactDefinition, isKnown: boolean): fc.Arbitrary<Slot> {
  const values: Record<FactType, fc.Arbitrary<Slot>> = {
    bool: fc.boolean(),
    string: fc.constantFrom(...(definition.values ?? [...TEXTS, "other"])),
    timestamp: fc.constantFrom(...INSTANTS),
    duration: fc.constantFrom("P1M", "P1Y"),
  };
  return fc.oneof(
    { weight: 6, arbitrary: values[definition.type] },
    { weight: isKnown ? 0 : 2, arbitrary: fc.constant(undefined) },
    { weight: definition.optional ? 3 : 0, arbitrary: fc.constant(null) },
  );
}

/** Joins with `&&` or `||`, leaning left. */
function chain(kind: "and" | "or", parts: readonly Expr[]): Expr {
  const flat = (part: Expr): readonly Expr[] =>
    part.kind === kind ? [...flat(part.left), ...flat(part.right)] : [part];
  return parts.flatMap(flat).reduce((left, right) => ({ kind, left, right }));
}

/** As it is parsed: nothing is negated twice. */
function negated(operand: Expr): Expr {
  return operand.kind === "not" ? operand.operand : { kind: "not", operand };
}

const equality = fc.constantFrom<"==" | "!=">("==", "!=");

/** Conditions without parts. */
function simple(options: ExprOptions): fc.Arbitrary<Expr> {
  const names = factNames(options);
  const closed = names.filter((name) => definitionOf(name).values !== undefined);
  const valuesOf = (name: FactName): readonly string[] => definitionOf(name).values ?? TEXTS;
  const ofText = fc.constantFrom(...names.filter((name) => definitionOf(name).type === "string"), ...closed);
  const definitions = Object.entries(options.defined ?? {});
  const always: fc.Arbitrary<Expr>[] = [
    fc.boolean().map((value): Expr => ({ kind: "literal", type: "bool", value })),
    fact("bool", options),
    fc
      .constantFrom(...names.filter((name) => definitionOf(name).optional))
      .map((name): Expr => ({ kind: "has", name })),
    ofText.chain((name) =>
      fc
        .tuple(equality, fc.constantFrom(...valuesOf(name)))
        .map(
          ([op, value]): Expr => ({ kind: "compare", op, left: { kind: "fact", name }, right: text(value) }),
        ),
    ),
    ofText.chain((name) =>
      texts(valuesOf(name)).map((list): Expr => ({ kind: "in", value: { kind: "fact", name }, list })),
    ),
  ];
  if (definitions.length === 0) return fc.oneof(...always);
  const named = fc
    .constantFrom(...definitions)
    .map(([name, body]): Expr => ({ kind: "defined", name, body }));
  return fc.oneof(...always, named);
}

function conditional(condition: fc.Arbitrary<Expr>, value: fc.Arbitrary<Expr>): fc.Arbitrary<Expr> {
  return fc
    .tuple(condition, value, value)
    .map(([test, yes, no]): Expr => ({ kind: "if", condition: test, yes, no }));
}

function duration(options: ExprOptions): fc.Arbitrary<Expr> {
  const literal = fc
    .constantFrom(...PERIODS)
    .map((value): Expr => ({ kind: "literal", type: "duration", value }));
  return fc.oneof({ weight: 3, arbitrary: literal }, { weight: 1, arbitrary: fact("duration", options) });
}

function fact(type: FactType, options: ExprOptions): fc.Arbitrary<Expr> {
  const names = factNames(options).filter((name) => definitionOf(name).type === type);
  return fc.constantFrom(...names).map((name): Expr => ({ kind: "fact", name }));
}

function openFact(options: ExprOptions): fc.Arbitrary<Expr> {
  const names = factNames(options).filter(
    (name) => definitionOf(name).type === "string" && definitionOf(name).values === undefined,
  );
  return fc.constantFrom(...names).map((name): Expr => ({ kind: "fact", name }));
}

function factNames({ items = true, facts = FACT_NAMES }: ExprOptions): readonly FactName[] {
  return facts.filter((name) => items || definitionOf(name).about !== "item");
}

function isClosed(expr: Expr): boolean {
  return expr.kind === "fact" && definitionOf(expr.name).values !== undefined;
}

function texts(values: readonly string[]): fc.Arbitrary<readonly string[]> {
  return fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
}

function text(value: string): Expr {
  return { kind: "literal", type: "string", value };
}
