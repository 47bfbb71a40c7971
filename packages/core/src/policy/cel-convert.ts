/**
 * CEL's tree -> our nodes: the list of everything a condition may say.
 *
 * What is not in the list is refused with its own text, so that no construct is half understood.
 */
import { type ErrorCode, ProvisoError } from "../errors.ts";
import { FACT_NAMES, isFactName } from "../facts/vocabulary.ts";
import type { Definitions, PlaceAt } from "./cel.ts";
import type { CelNode, Spans } from "./cel-spans.ts";
import { COMPARISONS, type Comparison, type Expr } from "./expr.ts";
import { parseInstant } from "./instant.ts";
import { suggest } from "./nearest.ts";
import { parsePeriod, printPeriod } from "./period.ts";

export interface Conversion {
  readonly text: string;
  readonly spans: Spans;
  readonly definitions: Definitions;
  readonly at: PlaceAt;
}

type Convert = (node: CelNode, args: readonly CelNode[], c: Conversion) => Expr;

const HINTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "_+_": 'only a timestamp can be moved, as in `feedback.at + period("P5Y")`',
    "_-_": 'only a timestamp can be moved, as in `query.at - period("P30D")`',
    "_[_]": "facts have no parts",
    "-_": "there are no numbers in conditions",
    duration: 'calendar periods are written `period("P30D")`',
    now: "the instant asked for is `query.at`",
    matches: "text is compared whole, with `==` or `in`",
    startsWith: "text is compared whole, with `==` or `in`",
    endsWith: "text is compared whole, with `==` or `in`",
    contains: "text is compared whole, with `==` or `in`",
  }),
);

/** @throws ProvisoError POLICY_SYNTAX, POLICY_UNKNOWN_FACT, POLICY_TYPE */
export function convert(node: CelNode, c: Conversion): Expr {
  const kind = node.exprKind;
  switch (kind.case) {
    case "constExpr":
      return literal(node, kind.value.constantKind.case, kind.value.constantKind.value, c);
    case "identExpr":
      return defined(node, kind.value.name, c);
    case "selectExpr":
      return select(node, kind.value.testOnly, c);
    case "callExpr": {
      if (kind.value.target !== undefined) throw refuse(node, c, HINTS.get(kind.value.function));
      const call = CALLS.get(kind.value.function);
      if (call === undefined) throw refuse(node, c, HINTS.get(kind.value.function));
      return call(node, kind.value.args as readonly CelNode[], c);
    }
    case "listExpr":
      throw refuse(node, c, "lists stand only after `in`");
    case "comprehensionExpr":
      throw refuse(node, c, "conditions have no loops");
    default:
      throw refuse(node, c);
  }
}

/** A map, since a policy may try to call `constructor`. */
const CALLS: ReadonlyMap<string, Convert> = new Map(
  Object.entries<Convert>({
    "_&&_": (node, _args, c) => chain("and", node, c),
    "_||_": (node, _args, c) => chain("or", node, c),
    "!_": (node, args, c) => made({ kind: "not", operand: convert(only(node, args, c), c) }, node, c),
    "_?_:_": (node, [condition, yes, no], c) => {
      if (condition === undefined || yes === undefined || no === undefined) throw refuse(node, c);
      const parts = { condition: convert(condition, c), yes: convert(yes, c), no: convert(no, c) };
      return made({ kind: "if", ...parts }, node, c);
    },
    "@in": membership,
    "_+_": (node, args, c) => shift(node, args, 1, c),
    "_-_": (node, args, c) => shift(node, args, -1, c),
    has: (node, _args, c) => {
      throw refuse(node, c, "`has` asks for a fact, as in `has(feedback.at)`");
    },
    timestamp: (node, args, c) => {
      const value = given(text(only(node, args, c), c), only(node, args, c), c, parseInstant);
      return made({ kind: "literal", type: "timestamp", value }, node, c);
    },
    period: (node, args, c) => {
      const value = given(text(only(node, args, c), c), only(node, args, c), c, parsePeriod);
      return made({ kind: "literal", type: "duration", value: printPeriod(value) }, node, c);
    },
    ...Object.fromEntries(COMPARISONS.map((op) => [`_${op}_`, comparison(op)])),
  }),
);

function comparison(op: Comparison): Convert {
  return (node, [left, right], c) => {
    if (left === undefined || right === undefined) throw refuse(node, c);
    return made({ kind: "compare", op, left: convert(left, c), right: convert(right, c) }, node, c);
  };
}

function literal(node: CelNode, kind: string | undefined, value: unknown, c: Conversion): Expr {
  if (kind === "stringValue") return made({ kind: "literal", type: "string", value: String(value) }, node, c);
  if (kind === "boolValue") return made({ kind: "literal", type: "bool", value: value === true }, node, c);
  throw refuse(node, c, kind === "nullValue" ? "ask for a missing fact with `!has(…)`" : undefined);
}

function defined(node: CelNode, name: string, c: Conversion): Expr {
  const body = c.definitions.get(name);
  if (body !== undefined) return made({ kind: "defined", name, body }, node, c);
  const group = FACT_NAMES.filter((fact) => fact.startsWith(`${name}.`));
  const hint =
    group.length > 0
      ? `the facts of \`${name}\` are ${group.map((fact) => `\`${fact}\``).join(", ")}`
      : suggest(name, [...c.definitions.keys(), ...FACT_NAMES], "text is written in quotes");
  throw error("POLICY_UNKNOWN_FACT", `\`${name}\` is neither a fact nor defined`, node, c, hint);
}

function select(node: CelNode, testOnly: boolean, c: Conversion): Expr {
  const name = pathOf(node);
  if (name === undefined) throw refuse(node, c);
  if (isFactName(name)) return made(testOnly ? { kind: "has", name } : { kind: "fact", name }, node, c);
  const hint = suggest(name, FACT_NAMES, "docs/language.md lists the facts");
  throw error("POLICY_UNKNOWN_FACT", `there is no fact \`${name}\``, node, c, hint);
}

function pathOf(node: CelNode): string | undefined {
  const kind = node.exprKind;
  if (kind.case === "identExpr") return kind.value.name;
  if (kind.case !== "selectExpr" || kind.value.operand === undefined) return undefined;
  const operand = pathOf(kind.value.operand as CelNode);
  return operand === undefined ? undefined : `${operand}.${kind.value.field}`;
}

function chain(kind: "and" | "or", node: CelNode, c: Conversion): Expr {
  const name = kind === "and" ? "_&&_" : "_||_";
  const flatten = (part: CelNode): readonly CelNode[] =>
    part.exprKind.case === "callExpr" && part.exprKind.value.function === name
      ? (part.exprKind.value.args as readonly CelNode[]).flatMap(flatten)
      : [part];
  const spanned = flatten(node).map((part) => ({ expr: convert(part, c), span: c.spans.of(part) }));
  return spanned.reduce((left, right) => {
    const span = c.spans.join(left.span, right.span);
    return { expr: Object.freeze({ kind, left: left.expr, right: right.expr, span }), span };
  }).expr;
}

function membership(node: CelNode, [value, list]: readonly CelNode[], c: Conversion): Expr {
  if (value === undefined || list === undefined) throw refuse(node, c);
  const kind = list.exprKind;
  if (kind.case !== "listExpr") throw refuse(node, c, 'after `in` comes a list, as in `in ["free", "pro"]`');
  const words = (kind.value.elements as readonly CelNode[]).map((element) => text(element, c));
  if (words.length === 0) throw error("POLICY_SYNTAX", "the list after `in` is empty", list, c);
  return made({ kind: "in", value: convert(value, c), list: Object.freeze(words) }, node, c);
}

function shift(node: CelNode, [base, by]: readonly CelNode[], sign: 1 | -1, c: Conversion): Expr {
  if (base === undefined || by === undefined) throw refuse(node, c);
  const moved =
    by.exprKind.case === "callExpr" && by.exprKind.value.function === "period" ? convert(by, c) : undefined;
  if (moved?.kind !== "literal") throw refuse(node, c, HINTS.get(sign === 1 ? "_+_" : "_-_"));
  return made({ kind: "shift", base: convert(base, c), sign, period: String(moved.value) }, node, c);
}

function text(node: CelNode, c: Conversion): string {
  const kind = node.exprKind;
  const constant = kind.case === "constExpr" ? kind.value.constantKind : undefined;
  if (constant?.case === "stringValue") return constant.value;
  throw refuse(node, c, "here only text in quotes can stand");
}

function only(node: CelNode, args: readonly CelNode[], c: Conversion): CelNode {
  const [first] = args;
  if (first === undefined || args.length > 1) throw refuse(node, c);
  return first;
}

/** Reads `written`, and gives an error the place of `node`. */
function given<T>(written: string, node: CelNode, c: Conversion, read: (written: string) => T): T {
  try {
    return read(written);
  } catch (cause) {
    if (!(cause instanceof ProvisoError)) throw cause;
    throw error(cause.code, cause.message, node, c, cause.hint);
  }
}

function made(node: Expr, from: CelNode, c: Conversion): Expr {
  return Object.freeze({ ...node, span: c.spans.of(from) });
}

function refuse(node: CelNode, c: Conversion, hint?: string): ProvisoError {
  const { start, end } = c.spans.of(node);
  return error(
    "POLICY_SYNTAX",
    `\`${c.text.slice(start, end)}\` is not part of the policy language`,
    node,
    c,
    hint,
  );
}

function error(code: ErrorCode, message: string, node: CelNode, c: Conversion, hint?: string): ProvisoError {
  return new ProvisoError(code, message, { place: c.at(c.spans.of(node).start), hint });
}
