/**
 * Recognizers x rules -> redaction of documents and of lines
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
import { seamParts } from "./locate/seams.ts";
import type { Recognizer } from "./recognizers/recognizer.ts";
import type { DocumentOptions, LinesOptions } from "./redact.ts";
import type { RedactedDocument, RedactedLines } from "./redacted.ts";
import type { ProfileRules } from "./rules.ts";
import { type Finder, Scanner } from "./scan/scanner.ts";

export interface EngineParts {
  readonly recognizers: readonly Recognizer[];
  readonly finders: readonly Finder[];
  /** Types beyond those of the table, whose tags are to be known again. */
  readonly customTypes: readonly EntityType[];
  readonly rules: ProfileRules;
}

export class Engine {
  readonly #locator: Locator;
  readonly #rules: ProfileRules;

  constructor({ recognizers, finders, customTypes, rules }: EngineParts) {
    const asked = neededOf(recognizers, rules);
    const own = [escapedParts, base64Parts, seamParts, tagsOf(customTypes)];
    this.#rules = rules;
    this.#locator = new Locator(
      new Scanner([...asked, ...own], finders),
      new Scanner([...asked.filter((one) => one.flags !== true), ...own], finders),
      (span, text) => rules.accept(span, text),
    );
  }

  document(texts: readonly string[], { subject, roles, known }: DocumentOptions): RedactedDocument {
    const { byRole } = this.#rules;
    return redactDocument(
      texts,
      (text, pass) => this.#locator.locate(text, pass, known),
      this.#rules.newReplace(subject),
      byRole === undefined ? undefined : (span, which) => byRole(span, roles?.[which]),
    );
  }

  lines(bytes: Uint8Array, format: "jsonl" | "text", { onFinding, known }: LinesOptions): RedactedLines {
    const counts = new Counts();
    const flagged = new Counts();
    const { byPlace } = this.#rules;
    const lane: Lane = {
      locate: (text, line, pass) => {
        const located = this.#locator.locate(text, pass, known?.(line));
        return byPlace === undefined || format === "text" ? located : byPlace(located, text);
      },
      newReplace: () => this.#rules.newReplace(),
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

/** A span of a type that stays is as good as none: who finds nothing else need not be asked. */
function neededOf(recognizers: readonly Recognizer[], rules: ProfileRules): readonly Recognizer[] {
  const isNeeded = ({ flags, types }: Recognizer): boolean =>
    flags === true || types.some((type) => rules.acts(type));
  return recognizers
    .filter(isNeeded)
    .map((one) => (one.parts === undefined ? one : { ...one, parts: one.parts.filter(isNeeded) }));
}
