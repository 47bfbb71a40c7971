/**
 * The words of a condition with their offsets: for spans and for telling what is wrong.
 *
 * The grammar itself is the CEL library's; it reports neither where a node ends nor what was meant.
 */
export interface Token {
  readonly kind: "name" | "string" | "number" | "sign" | "stray";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SPACE = /(?:\s|\/\/[^\n]*)+/y;
const WORDS: readonly (readonly [Token["kind"], RegExp])[] = [
  ["string", /[bB]?[rR][bB]?(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\n]*"|'[^'\n]*')/y],
  [
    "string",
    /[bB]?(?:"""(?:\\[\s\S]|[^\\])*?"""|'''(?:\\[\s\S]|[^\\])*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')/y,
  ],
  ["name", /[A-Za-z_][A-Za-z0-9_]*/y],
  ["number", /\d[\w.]*/y],
  ["sign", /===|!==|==|!=|<>|<=|>=|=<|=>|&&|\|\||[()[\]{}.,?:!<>+\-*/%=&|]/y],
];

/** Splits a condition into words. What CEL has no word for comes out as `stray`. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = match(SPACE, text, at);
    at += space.length;
    if (at >= text.length) break;
    const token = next(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function next(text: string, start: number): Token {
  for (const [kind, pattern] of WORDS) {
    const word = match(pattern, text, start);
    if (word !== "") return { kind, text: word, start, end: start + word.length };
  }
  const stray = String.fromCodePoint(text.codePointAt(start) ?? 0);
  return { kind: "stray", text: stray, start, end: start + stray.length };
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}
