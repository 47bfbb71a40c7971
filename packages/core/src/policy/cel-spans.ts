/**
 * Where each node of a parsed condition lies in its text.
 *
 * The CEL library records one position per node (its operator or first word), so the ends come from
 * the words, and a range that cuts a bracketed part in two is widened over its brackets.
 */
import type { parse } from "@bufbuild/cel";
import type { Token } from "./cel-tokens.ts";
import type { Span } from "./expr.ts";

export type CelTree = ReturnType<typeof parse>;
export type CelNode = CelTree["expr"];

const OPENS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

export interface Spans {
  of(node: CelNode): Span;
  /** What reaches from one range to the other. */
  join(left: Span, right: Span): Span;
}

/** Spans of the nodes of `tree`, whose text consists of `tokens`. */
export function spansOf(tree: CelTree, tokens: readonly Token[]): Spans {
  const positions = (tree.sourceInfo?.positions ?? {}) as Readonly<Record<string, number>>;
  const partners = partnersOf(tokens);

  const wordAt = (offset: number): number => tokens.findIndex((token) => token.end > offset);
  const word = (index: number, fallback: number): Span => tokens[index] ?? { start: fallback, end: fallback };

  /** From the word at `offset` to the bracket that closes the first one opened after it. */
  const bracketed = (offset: number): Span => {
    const first = wordAt(offset);
    for (let index = first; index < tokens.length && index >= 0; index += 1) {
      const partner = partners.get(index);
      if (partner !== undefined) return { start: offset, end: word(partner, offset).end };
    }
    return word(first, offset);
  };

  const around = (parts: readonly Span[], start?: number): Span => ({
    start: Math.min(...parts.map((part) => part.start), start ?? Number.POSITIVE_INFINITY),
    end: Math.max(...parts.map((part) => part.end)),
  });

  const widen = (span: Span): Span => {
    let { start, end } = span;
    for (const [index, token] of tokens.entries()) {
      if (token.start < span.start || token.end > span.end) continue;
      const partner = tokens[partners.get(index) ?? -1];
      if (partner === undefined) continue;
      start = Math.min(start, partner.start);
      end = Math.max(end, partner.end);
    }
    return { start, end };
  };

  const bare = (node: CelNode): Span => {
    const offset = positions[String(node.id)] ?? 0;
    const kind = node.exprKind;
    switch (kind.case) {
      case "selectExpr": {
        if (kind.value.testOnly || kind.value.operand === undefined) return bracketed(offset);
        return { start: of(kind.value.operand as CelNode).start, end: word(wordAt(offset) + 1, offset).end };
      }
      case "callExpr": {
        const parts = kind.value.args.map((part) => of(part as CelNode));
        if (kind.value.function === "!_" || kind.value.function === "-_") return around(parts, offset);
        if (/^(?:_|@)/.test(kind.value.function) && parts.length > 0) return around(parts);
        const call = bracketed(offset);
        return kind.value.target === undefined ? call : around([of(kind.value.target as CelNode), call]);
      }
      case "listExpr":
      case "structExpr":
        return bracketed(offset);
      case "comprehensionExpr":
        // The position is the dot before the macro's name.
        return bracketed(word(wordAt(offset) + 1, offset).start);
      default:
        return word(wordAt(offset), offset);
    }
  };
  // Each node asks for its parts' spans: without memory, deep conditions would cost their square.
  const known = new Map<CelNode, Span>();
  const of = (node: CelNode): Span => {
    const span = known.get(node) ?? widen(bare(node));
    known.set(node, span);
    return span;
  };
  return { of, join: (left, right) => widen(around([left, right])) };
}

/** For each bracket the index of its partner. */
function partnersOf(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "sign") continue;
    if (OPENS[token.text] !== undefined) open.push(index);
    const opened = tokens[open.at(-1) ?? -1];
    if (opened !== undefined && OPENS[opened.text] === token.text) {
      const start = open.pop() ?? index;
      partners.set(start, index);
      partners.set(index, start);
    }
  }
  return partners;
}
