/**
 * A condition as JavaScript text: one total table over the nodes.
 *
 * Every node yields three texts over the slots `s`: `t` (certainly true), `f` (certainly false)
 * and `v` (the value). Unknown is neither `t` nor `f`. Meaning: policy/spec/evaluate.ts; the
 * property test in compile.test.ts holds the two equal.
 */
import { FACT_INDEX } from "../../facts/vocabulary.ts";
import { type Comparison, type Expr, type Fold, fold } from "../expr.ts";
import { parsePeriod } from "../period.ts";
import { spanOf } from "./helpers.ts";

/** Values the generated text refers to as `k[index]`: objects made once, not per call. */
export type Constants = unknown[];

export interface Code {
  readonly t: string;
  readonly f: string;
  readonly v: string;
  /** Cheap to write twice: a slot or a literal. */
  readonly plain: boolean;
}

const NEGATED: Readonly<Record<Comparison, string>> = {
  "==": "!==",
  "!=": "===",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};
const HELPER: Readonly<Record<Comparison, string>> = {
  "==": "h.eq",
  "!=": "h.ne",
  "<": "h.lt",
  "<=": "h.le",
  ">": "h.gt",
  ">=": "h.ge",
};

/** Text of a value-like node; its truth is read off the value. */
function value(v: string, plain = false): Code {
  return { t: `${v}===true`, f: `${v}===false`, v, plain };
}

/** Text of a boolean node; its value is read off its truth. */
function boolean(t: string, f: string): Code {
  return { t, f, v: `(${t}?true:${f}?false:undefined)`, plain: false };
}

/** Literals reach the text only through JSON, so that no text of a policy is ever run. */
const literal = (one: string | number | boolean): string => JSON.stringify(one);

const closureTable = (constants: Constants): Fold<Code> => ({
  literal: (node) => value(literal(node.value), true),
  fact: (node) => value(`s[${FACT_INDEX[node.name]}]`, true),
  has: (node) => {
    const slot = `s[${FACT_INDEX[node.name]}]`;
    return boolean(`${slot}!=null`, `${slot}===null`);
  },
  compare: (node, go) =>
    compareShifted(node.op, node.left, node.right, constants, go) ??
    compare(node.op, node.left, node.right, go(node.left), go(node.right)),
  in: (node, go) => {
    const { v } = go(node.value);
    const among = node.list.map((one) => `${v}===${literal(one)}`).join("||") || "false";
    const notAmong = node.list.map((one) => `${v}!==${literal(one)}`).join("&&") || "true";
    return boolean(`(${among})`, `(${v}!==undefined&&${notAmong})`);
  },
  not: (node, go) => {
    const { t, f } = go(node.operand);
    return boolean(f, t);
  },
  and: (node, go) => {
    const left = go(node.left);
    const right = go(node.right);
    return boolean(`(${left.t}&&${right.t})`, `(${left.f}||${right.f})`);
  },
  or: (node, go) => {
    const left = go(node.left);
    const right = go(node.right);
    return boolean(`(${left.t}||${right.t})`, `(${left.f}&&${right.f})`);
  },
  if: (node, go) => {
    const condition = go(node.condition);
    const yes = go(node.yes).v;
    const no = go(node.no).v;
    return value(`(${condition.t}?${yes}:${condition.f}?${no}:h.same(${yes},${no}))`);
  },
  shift: (node, go) =>
    value(
      `h.shift(${go(node.base).v},${literal(node.sign)},${constant(constants, parsePeriod(node.period))})`,
    ),
  defined: (node, go) => go(node.body),
});

function constant(constants: Constants, one: unknown): string {
  return `k[${constants.push(one) - 1}]`;
}

const MIRRORED: Readonly<Partial<Record<Comparison, Comparison>>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/**
 * An instant ordered against a shifted one, the commonest clock question: the calendar is asked
 * only where the rough length of the period leaves the answer open. Undefined for other shapes.
 */
function compareShifted(
  op: Comparison,
  left: Expr,
  right: Expr,
  constants: Constants,
  go: (child: Expr) => Code,
): Code | undefined {
  const mirrored = MIRRORED[op];
  if (mirrored === undefined) return undefined;
  if (left.kind === "shift" && right.kind !== "shift") {
    return compareShifted(mirrored, right, left, constants, go);
  }
  if (right.kind !== "shift" || left.kind === "shift") return undefined;
  const span = constant(constants, spanOf(parsePeriod(right.period), right.sign));
  const gap = `h.against(${go(left).v},${go(right.base).v},${span})`;
  // Unknown and none make the gap NaN, which is on neither side.
  return boolean(`(${gap}${op}0)`, `(${gap}${NEGATED[op]}0)`);
}

function compare(op: Comparison, leftNode: Expr, rightNode: Expr, left: Code, right: Code): Code {
  if (!left.plain || !right.plain) return value(`${HELPER[op]}(${left.v},${right.v})`);
  const isEquality = op === "==" || op === "!=";
  const guard = (node: Expr, code: Code): string =>
    node.kind === "literal" ? "" : `${code.v}${isEquality ? "!==undefined" : "!=null"}&&`;
  const guards = guard(leftNode, left) + guard(rightNode, right);
  const operator = isEquality ? `${op}=` : op;
  // Equality with a literal is false for an unknown as it stands.
  const certain = op === "==" && (leftNode.kind === "literal" || rightNode.kind === "literal") ? "" : guards;
  return boolean(
    `(${certain}${left.v}${operator}${right.v})`,
    `(${guards}${left.v}${NEGATED[op]}${right.v})`,
  );
}

/** The three texts of a condition over slots `s`, helpers `h` and constants `k`, to which it adds. */
export function closureOf(expr: Expr, constants: Constants): Code {
  return fold(closureTable(constants), expr);
}
