/**
 * Expr -> what is wrong with its types
 *
 * Against the vocabulary: a condition that passes compares like with like, names only values that a
 * closed fact can have, and speaks of items only where there is one.
 */
import { definitionOf, type FactType } from "../facts/vocabulary.ts";
import { type Expr, type ExprType, type Fold, factsOf, fold, type Span } from "./expr.ts";
import { suggest } from "./nearest.ts";
import { printExpr } from "./print-expr.ts";

export interface TypeProblem {
  readonly message: string;
  readonly hint: string | undefined;
  /** In the text of the condition that was checked, also for what lies inside a definition. */
  readonly span: Span | undefined;
}

/** Undefined: already reported. */
type Checked = ExprType | undefined;
type Report = (node: Expr, message: string, hint?: string) => undefined;

/**
 * All type problems of one condition. The bodies of definitions are checked where they are defined.
 * @param items whether an item is in hand, so that `item.*` facts have a meaning
 */
export function checkExpr(expr: Expr, wanted: FactType, items: boolean): readonly TypeProblem[] {
  const problems: TypeProblem[] = [];
  const report: Report = (node, message, hint) => {
    problems.push({ message, hint, span: node.span });
  };
  demand(expr, fold(typing(report, items), expr), wanted, report);
  return problems;
}

function typing(report: Report, items: boolean): Fold<Checked> {
  return {
    literal: (node) => node.type,
    fact: (node) => {
      checkItem(node, items, report);
      return definitionOf(node.name).type;
    },
    has: (node) => {
      checkItem(node, items, report);
      return "bool";
    },
    compare: (node, go) => {
      const left = go(node.left);
      const right = go(node.right);
      if (left === undefined || right === undefined) return "bool";
      if (left === "duration" || right === "duration") {
        report(
          node,
          "durations are not compared",
          'move a timestamp instead: `feedback.at + period("P5Y") < query.at`',
        );
      } else if (left !== right) {
        const message = `\`${printExpr(node.left)}\` is ${a(left)}, \`${printExpr(node.right)}\` is ${a(right)}`;
        report(node, message, mixedHint(left, right, node.left, node.right));
      } else if (node.op !== "==" && node.op !== "!=" && left !== "timestamp") {
        report(node, `\`${node.op}\` orders timestamps, and \`${printExpr(node.left)}\` is ${a(left)}`);
      } else {
        checkValues(node.left, leavesOf(node.right), report);
        checkValues(node.right, leavesOf(node.left), report);
      }
      return "bool";
    },
    in: (node, go) => {
      const type = go(node.value);
      if (type !== undefined && type !== "string") {
        report(node.value, `\`in\` looks for text, and \`${printExpr(node.value)}\` is ${a(type)}`);
      }
      checkValues(
        node.value,
        node.list.map((value) => ({ node, value })),
        report,
      );
      return "bool";
    },
    not: (node, go) => demand(node.operand, go(node.operand), "bool", report),
    and: (node, go) => both(node, go, report),
    or: (node, go) => both(node, go, report),
    if: (node, go) => {
      demand(node.condition, go(node.condition), "bool", report);
      const yes = go(node.yes);
      const no = go(node.no);
      if (yes !== undefined && no !== undefined && yes !== no) {
        report(node, `one branch is ${a(yes)}, the other ${a(no)}`);
        return undefined;
      }
      return yes ?? no;
    },
    shift: (node, go) => demand(node.base, go(node.base), "timestamp", report),
    defined: (node) => {
      const item = items ? undefined : factsOf(node.body).find((name) => definitionOf(name).about === "item");
      if (item !== undefined) report(node, `\`${node.name}\` speaks of an item (\`${item}\`)`, ITEM_HINT);
      return "bool";
    },
  };
}

const ITEM_HINT = "give the rule `scope: item`, or use `covers`";

function checkItem(node: Extract<Expr, { kind: "fact" | "has" }>, items: boolean, report: Report): void {
  if (items || definitionOf(node.name).about !== "item") return;
  report(node, `\`${node.name}\` speaks of an item, and this is about the conversation`, ITEM_HINT);
}

function both(
  node: Extract<Expr, { kind: "and" | "or" }>,
  go: (child: Expr) => Checked,
  report: Report,
): Checked {
  demand(node.left, go(node.left), "bool", report);
  demand(node.right, go(node.right), "bool", report);
  return "bool";
}

function demand(node: Expr, type: Checked, wanted: FactType, report: Report): Checked {
  if (type === undefined || type === wanted) return wanted;
  const text = printExpr(node);
  const optional = node.kind === "fact" && definitionOf(node.name).optional;
  const hint =
    wanted === "bool" && optional
      ? `to ask whether there is one, write \`has(${text})\``
      : wanted === "timestamp" && type === "string"
        ? `write \`timestamp(${text})\``
        : undefined;
  report(node, `\`${text}\` is ${a(type)}, not ${a(wanted)}`, hint);
  return wanted;
}

/** Text that a value may turn out to be, through conditionals. */
function leavesOf(node: Expr): readonly { readonly node: Expr; readonly value: string }[] {
  if (node.kind === "literal" && typeof node.value === "string") return [{ node, value: node.value }];
  return node.kind === "if" ? [...leavesOf(node.yes), ...leavesOf(node.no)] : [];
}

/** The values an expression can have, if they are known and few. */
function valuesOf(node: Expr): readonly string[] | undefined {
  if (node.kind === "fact") return definitionOf(node.name).values;
  if (node.kind !== "if") return undefined;
  const yes = valuesOf(node.yes);
  const no = valuesOf(node.no);
  return yes === undefined || no === undefined ? undefined : [...yes, ...no];
}

function checkValues(
  compared: Expr,
  texts: readonly { readonly node: Expr; readonly value: string }[],
  report: Report,
): void {
  const values = valuesOf(compared);
  if (values === undefined) return;
  for (const { node, value } of texts) {
    if (values.includes(value)) continue;
    const known = `it is one of ${values.map((one) => `\`${one}\``).join(", ")}`;
    report(node, `\`${printExpr(compared)}\` is never \`${value}\``, suggest(value, values, known));
  }
}

function mixedHint(left: FactType, right: FactType, ...sides: readonly Expr[]): string | undefined {
  const text = sides.find((side) => side.kind === "literal" && side.type === "string");
  if (text !== undefined && (left === "timestamp" || right === "timestamp")) {
    return `write \`timestamp(${printExpr(text)})\``;
  }
  return text !== undefined && (left === "bool" || right === "bool")
    ? "write `true` or `false` without quotes"
    : undefined;
}

function a(type: FactType): string {
  return { bool: "a condition", string: "text", timestamp: "a timestamp", duration: "a duration" }[type];
}
