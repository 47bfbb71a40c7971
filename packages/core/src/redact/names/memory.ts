/** What one part of a document says about another. */
import type { Beliefs } from "./beliefs.ts";
import type { Tokens } from "./tokens.ts";

export class Memory {
  apply(_tokens: Tokens, _beliefs: Beliefs): void {}
}
