/**
 * Text -> **names**
 *
 * Words are settled by table where that is possible; what is left goes to the tagger; what words around
 * a name say, and what the rest of the document says, goes on top. One pass each, so the time is linear.
 */
import type { Span } from "../scan/resolve.ts";
import type { Finder } from "../scan/scanner.ts";
import type { Text } from "../scan/text.ts";
import { Beliefs } from "./beliefs.ts";
import { applyContext } from "./context.ts";
import { applyDoubt } from "./doubt.ts";
import type { Lexicon } from "./lexicon.ts";
import { Memory } from "./memory.ts";
import { CANDIDATE, runEnd, statusOf } from "./segments.ts";
import { spansOf } from "./spans.ts";
import { type Model, Tagger } from "./tagger.ts";
import { newTokens, tokenise } from "./tokens.ts";

export class NamesFinder implements Finder {
  readonly #lexicon: Lexicon;
  readonly #tagger: Tagger;
  readonly #tokens = newTokens();
  readonly #beliefs = new Beliefs();
  readonly #memory = new Memory();

  constructor(lexicon: Lexicon, model: Model) {
    this.#lexicon = lexicon;
    this.#tagger = new Tagger(model);
  }

  find(
    text: Text,
    _capitals: Int32Array,
    _count: number,
    _found: readonly Span[],
    emit: (span: Span) => void,
  ): void {
    const tokens = this.#tokens;
    const beliefs = this.#beliefs;
    tokenise(text, tokens);
    const { count } = tokens;
    beliefs.clear(count);
    const { codes, status } = beliefs;
    for (let at = 0; at < count; at += 1) codes[at] = this.#lexicon.codeOf(tokens.hash[at] as number);
    for (let at = 0; at < count; at += 1) status[at] = statusOf(tokens, codes, at);
    for (let at = 0; at < count; ) {
      if (status[at] !== CANDIDATE) {
        at += 1;
        continue;
      }
      const end = runEnd(tokens, status, at);
      this.#tagger.tag(tokens, codes, at, end);
      beliefs.take(this.#tagger.posterior, at, end);
      at = end;
    }
    applyContext(tokens, beliefs);
    applyDoubt(tokens, beliefs);
    this.#memory.apply(tokens, beliefs);
    spansOf(tokens, beliefs, (type, start, end, score, validation) =>
      emit({ type, start, end, score, recognizer: "names", validation }),
    );
  }
}
