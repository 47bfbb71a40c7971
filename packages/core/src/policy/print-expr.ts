/**
 * Expr -> the text of a condition, with as few brackets as CEL allows.
 *
 * INVARIANT: `parseCondition(printExpr(x))` is `x` for what `parseCondition` returns: chains of `&&`
 * and `||` lean left, and nothing is negated twice (the CEL library reads `!!x` as `x`).
 */
import { type Expr, type ExprKind, type Fold, fold } from "./expr.ts";
import { printInstant } from "./instant.ts";

/** How tightly each node binds, from CEL's grammar. */
const BINDS: Readonly<Record<ExprKind, number>> = {
  if: 0,
  or: 1,
  and: 2,
  compare: 3,
  in: 3,
  shift: 4,
  not: 5,
  literal: 6,
  fact: 6,
  has: 6,
  defined: 6,
};

const TEXT: Fold<string> = {
  literal: (node) => {
    if (node.type === "timestamp") return `timestamp(${quote(printInstant(Number(node.value)))})`;
    if (node.type === "duration") return `period(${quote(String(node.value))})`;
    return node.type === "string" ? quote(String(node.value)) : String(node.value);
  },
  fact: (node) => node.name,
  has: (node) => `has(${node.name})`,
  compare: (node, go) => `${at(3, node.left, go)} ${node.op} ${at(4, node.right, go)}`,
  in: (node, go) => `${at(3, node.value, go)} in [${node.list.map(quote).join(", ")}]`,
  not: (node, go) => `!${at(5, node.operand, go)}`,
  and: (node, go) => `${at(2, node.left, go)} && ${at(2, node.right, go)}`,
  or: (node, go) => `${at(1, node.left, go)} || ${at(1, node.right, go)}`,
  if: (node, go) => `${at(1, node.condition, go)} ? ${at(1, node.yes, go)} : ${at(0, node.no, go)}`,
  shift: (node, go) => `${at(4, node.base, go)} ${node.sign === 1 ? "+" : "-"} period(${quote(node.period)})`,
  defined: (node) => node.name,
};

/** The text of a condition; defined names are printed as names. */
export function printExpr(expr: Expr): string {
  return fold(TEXT, expr);
}

function at(binds: number, node: Expr, go: (child: Expr) => string): string {
  return BINDS[node.kind] >= binds ? go(node) : `(${go(node)})`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function quote(text: string): string {
  const escaped = text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be escaped.
    /["\\\u0000-\u001f\u007f-\u009f\u2028\u2029]/g,
    (char) => ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `"${escaped}"`;
}
