/**
 * What is wrong with a condition that is not CEL, in the words of someone who writes policies.
 *
 * The CEL library's parser stops at the last place that might have been an end, which is often
 * well before the slip; this walk finds the first word that cannot stand where it stands.
 */
import type { Token } from "./cel-tokens.ts";

export interface Trouble {
  readonly offset: number;
  readonly message: string;
  readonly hint: string | undefined;
}

const MEANT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "=": "use `==`",
    "===": "use `==`",
    "!==": "use `!=`",
    "<>": "use `!=`",
    "=<": "use `<=`",
    "=>": "use `>=`",
    "&": "use `&&`",
    "|": "use `||`",
    and: "use `&&`",
    or: "use `||`",
    not: "use `!`",
    is: "use `==`",
  }),
);
const OPERATORS = new Set([
  "&&",
  "||",
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "in",
  "+",
  "-",
  "*",
  "/",
  "%",
  "?",
  ":",
]);
/** Names that CEL keeps for itself (language definition, `RESERVED`). */
const RESERVED = new Set(
  "as break const continue else for function if import let loop package namespace return var void while".split(
    " ",
  ),
);
const CLOSES: ReadonlyMap<string, string> = new Map(Object.entries({ ")": "(", "]": "[", "}": "{" }));

/** The first trouble in the words of a condition, or undefined if none is seen. */
export function findTrouble(tokens: readonly Token[], length: number): Trouble | undefined {
  const open: Token[] = [];
  let wantsValue = true;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const meant = MEANT.get(token.text.toLowerCase());
    const notBefore = before?.text.toLowerCase() === "not" && token.kind === "name";
    if (notBefore) return strange(before, "use `!`");
    if (meant !== undefined && (token.kind === "sign" || !wantsValue)) return strange(token, meant);
    if (token.kind === "stray") return stray(token);
    if (token.kind === "name" && RESERVED.has(token.text) && before?.text !== ".") return strange(token);
    const closes = CLOSES.get(token.text);
    if (closes !== undefined) {
      if (open.pop()?.text !== closes) {
        return { offset: token.start, message: `\`${token.text}\` closes nothing`, hint: undefined };
      }
      wantsValue = false;
    } else if (wantsValue) {
      if (token.kind === "sign") {
        if ("([{".includes(token.text)) open.push(token);
        else if (token.text !== "!" && token.text !== "-" && token.text !== ".")
          return missing(token, before);
      } else if (token.text === "in") return missing(token, before);
      else wantsValue = false;
    } else if (token.kind === "sign" || token.text === "in") {
      if (token.text === "(" || token.text === "[") open.push(token);
      else if (!OPERATORS.has(token.text) && token.text !== "." && token.text !== ",") return strange(token);
      wantsValue = true;
    } else {
      return {
        offset: token.start,
        message: `between \`${before?.text}\` and \`${token.text}\` an operator is missing`,
        hint: "join conditions with `&&` or `||`",
      };
    }
    // `f()` and `[]` are closed without a value between.
    if (wantsValue && (tokens[index + 1]?.text === ")" || tokens[index + 1]?.text === "]")) {
      if (token.text === "(" || token.text === "[") wantsValue = false;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    return { offset: unclosed.start, message: `\`${unclosed.text}\` is never closed`, hint: undefined };
  }
  if (!wantsValue) return undefined;
  const last = tokens.at(-1);
  const message = last === undefined ? "the condition is empty" : `after \`${last.text}\` a value is missing`;
  return { offset: last?.start ?? length, message, hint: undefined };
}

function strange(token: Token, hint?: string): Trouble {
  return { offset: token.start, message: `\`${token.text}\` is not part of the policy language`, hint };
}

function stray(token: Token): Trouble {
  if (token.text === '"' || token.text === "'") {
    return {
      offset: token.start,
      message: `the text that begins with ${token.text} never ends`,
      hint: undefined,
    };
  }
  const curly = /[\u2018-\u201f]/.test(token.text);
  return strange(token, curly ? 'write straight quotes: `"`' : undefined);
}

function missing(token: Token, before: Token | undefined): Trouble {
  const message =
    before === undefined
      ? `before \`${token.text}\` a value is missing`
      : `between \`${before.text}\` and \`${token.text}\` a value is missing`;
  return { offset: token.start, message, hint: undefined };
}
