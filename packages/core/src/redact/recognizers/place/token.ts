/** **Token**: a word, a number or a mark in the surroundings of a number. */

export interface Token {
  /** `comma` is any mark that joins parts on a line; `code` mixes letters and digits. */
  readonly kind: "word" | "number" | "code" | "comma" | "line" | "stop";
  readonly start: number;
  readonly end: number;
  /** Kinds of the word (`words/kinds.ts`). */
  readonly kinds: number;
  /** The word begins with a capital, or is a numeral such as `42nd`. */
  readonly capital: boolean;
  /** Of a number: how many digits, and in how many groups. */
  readonly digits: number;
  readonly groups: number;
}

export function isWord(token: Token | undefined, kinds: number): boolean {
  return token !== undefined && token.kind === "word" && (token.kinds & kinds) !== 0;
}

/** A number of four digits that may be a year says less. */
export function isYear(token: Token | undefined, bytes: Uint8Array): boolean {
  if (token?.kind !== "number" || token.digits !== 4 || token.groups !== 1) return false;
  const century = (bytes[token.start] ?? 0) * 256 + (bytes[token.start + 1] ?? 0);
  return century === 0x3139 || century === 0x3230 || century === 0x3138;
}
