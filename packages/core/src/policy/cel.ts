/**
 * Text of a condition -> **Expr** -> check
 *
 * CEL as the library reads it, narrowed to what policies may say; anything else is refused by name.
 * Chains of `&&` and of `||` come out leaning left, however they were bracketed: both are associative.
 */
import { parse } from "@bufbuild/cel";
import { type Place, ProvisoError } from "../errors.ts";
import { convert } from "./cel-convert.ts";
import { spansOf } from "./cel-spans.ts";
import { tokenise } from "./cel-tokens.ts";
import { findTrouble } from "./cel-trouble.ts";
import type { Expr } from "./expr.ts";

/** The `define` entries a condition may name. A plain `Map` will do. */
export interface Definitions {
  get(name: string): Expr | undefined;
  keys(): Iterable<string>;
}

/** Turns an offset in a condition's text into a place in the user's file. */
export type PlaceAt = (offset: number) => Place;

/** Longer conditions are generated ones; the bounds keep every later recursion shallow. */
const MOST_WORDS = 4_000;
const DEEPEST = 100;

/**
 * Reads one condition.
 * @param at where an offset in `text` lies for the reader; by default line and column in `text`
 * @throws ProvisoError POLICY_SYNTAX, POLICY_UNKNOWN_FACT, POLICY_TYPE, or what `definitions` throws
 */
export function parseCondition(
  text: string,
  definitions: Definitions = new Map(),
  at: PlaceAt = (offset) => placeIn(text, offset),
): Expr {
  const tokens = tokenise(text);
  const fail = (message: string, offset: number, hint?: string): ProvisoError =>
    new ProvisoError("POLICY_SYNTAX", message, { place: at(offset), hint });

  if (tokens.length > MOST_WORDS) {
    throw fail(`the condition has more than ${MOST_WORDS} words`, 0, "split it with `define`");
  }
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === "sign" && "([{".includes(token.text)) depth += 1;
    if (token.kind === "sign" && ")]}".includes(token.text)) depth -= 1;
    if (depth > DEEPEST) throw fail(`brackets are nested more than ${DEEPEST} deep`, token.start);
  }
  const trouble = findTrouble(tokens, text.length);
  if (trouble !== undefined) throw fail(trouble.message, trouble.offset, trouble.hint);

  let tree: ReturnType<typeof parse>;
  try {
    // The library wants a line end behind a comment.
    tree = parse(`${text}\n`);
  } catch (cause) {
    throw new ProvisoError("POLICY_SYNTAX", `\`${text.trim()}\` is not a condition`, {
      place: at(offsetOf(cause)),
      hint: 'conditions are written in CEL, such as `conversation.plan == "free" && has(feedback.at)`',
      cause,
    });
  }
  return convert(tree.expr, { text, spans: spansOf(tree, tokens), definitions, at });
}

function offsetOf(cause: unknown): number {
  const location = (cause as { location?: { start?: { offset?: number } } }).location;
  return location?.start?.offset ?? 0;
}

function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
