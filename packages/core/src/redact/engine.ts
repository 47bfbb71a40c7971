/**
 * Recognizers x Replacer -> redaction of documents and of lines
 *
 * What `Redactor` is made of, without profile and key: whom to ask, what counts, and what to write.
 */

import { Counts } from "./counts.ts";
import { redactDocument } from "./document.ts";
import { base64Parts, escapedParts } from "./encoded/encoded.ts";
import { tagsOf } from "./encoded/tags.ts";
import type { EntityType } from "./entity.ts";
import { redactJsonLines } from "./lane/json-lines.ts";
import type { Lane } from "./lane/lane.ts";
import { redactPlain } from "./lane/plain.ts";
import { type Located, Locator } from "./locate/locate.ts";
import type { Recognizer } from "./recognizers/recognizer.ts";
import type { LineFinding, RedactedDocument, RedactedLines } from "./redacted.ts";
import type { Replace } from "./rewrite.ts";
import type { Span } from "./scan/resolve.ts";
import { type Finder, Scanner } from "./scan/scanner.ts";
import type { Text } from "./scan/text.ts";

export interface EngineParts {
  readonly recognizers: readonly Recognizer[];
  readonly finders: readonly Finder[];
  /** Types beyond those of the table, whose tags are to be known again. */
  readonly customTypes: readonly EntityType[];
  /** Whether a span counts: its score, its type, the list of allowed values. */
  readonly accept: (span: Span, text: Text) => boolean;
  /** For one document: what to write for a value. */
  readonly newReplace: (subject?: string) => Replace;
}

export class Engine {
  readonly #locator: Locator;
  readonly #newReplace: (subject?: string) => Replace;

  constructor({ recognizers, finders, customTypes, accept, newReplace }: EngineParts) {
    const scanner = new Scanner([...recognizers, escapedParts, base64Parts, tagsOf(customTypes)], finders);
    this.#locator = new Locator(scanner, accept);
    this.#newReplace = newReplace;
  }

  document(texts: readonly string[], subject?: string): RedactedDocument {
    return redactDocument(texts, (text) => this.#locator.locate(text), this.#newReplace(subject));
  }

  /**
   * @param bytes whole lines, UTF-8
   * @param format `jsonl`: each line is a document; `text`: all of it is one
   */
  lines(
    bytes: Uint8Array,
    format: "jsonl" | "text",
    onFinding?: (finding: LineFinding) => void,
  ): RedactedLines {
    const counts = new Counts();
    const flagged = new Counts();
    const lane: Lane = {
      locate: (text) => this.#locator.locate(text),
      newReplace: this.#newReplace,
      count: (span) => counts.add(span.type),
      flag: (flags: Located["flags"]) => {
        for (const type of new Set(flags.map((one) => one.type))) flagged.add(type);
      },
      onFinding,
    };
    const redacted = format === "jsonl" ? redactJsonLines(bytes, lane) : redactPlain(bytes, lane);
    return { bytes: redacted, counts: counts.byType, flags: flagged.byType };
  }
}
