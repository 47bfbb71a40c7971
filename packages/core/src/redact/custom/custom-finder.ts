/**
 * Profile -> **Finder** for what the profile itself brings: recognizers of one's own, and values that
 * are always redacted.
 */
import type { EntityType, Validation } from "../entity.ts";
import type { CustomRecognizer, Profile } from "../profile/profile.ts";
import { type ContextWords, contextWords, hasContext } from "../scan/context.ts";
import type { Span } from "../scan/resolve.ts";
import type { Finder } from "../scan/scanner.ts";
import type { Text } from "../scan/text.ts";
import { PatternMatcher } from "./pattern-matcher.ts";
import { type Phrase, PhraseMatcher } from "./phrase-matcher.ts";
import { VALIDATORS, type Validator } from "./validators.ts";

/** Findings of denied values bear this name, if no recognizer brought them. */
const DENIED = "deny";

type Emit = (span: Span) => void;

/** Undefined if the profile brings nothing to look for. */
export function createCustomFinder(profile: Profile): Finder | undefined {
  const recognizers = profile.recognizers.filter(({ languages }) => speaks(profile, languages));
  const denied = deniedOf(profile, recognizers);
  const phrases = [
    new PhraseMatcher(
      denied.filter(({ data }) => !data.ignoreCase),
      false,
    ),
    new PhraseMatcher(
      denied.filter(({ data }) => data.ignoreCase),
      true,
    ),
  ].filter((one) => !one.isEmpty);
  const customs = recognizers.filter(({ patterns }) => patterns.length > 0).map((one) => new Custom(one));
  if (phrases.length === 0 && customs.length === 0) return undefined;
  return {
    find(text, _capitals, _count, _spans, emit) {
      for (const matcher of phrases) {
        matcher.match(text, (start, end, { type, recognizer }) => {
          emit({ type, start, end, score: 1, recognizer, validation: "structure" });
        });
      }
      for (const custom of customs) custom.find(text, emit);
    },
  };
}

function speaks({ languages }: Profile, those: readonly string[]): boolean {
  return languages.length === 0 || those.length === 0 || those.some((one) => languages.includes(one));
}

interface DeniedData {
  readonly type: EntityType;
  readonly recognizer: string;
  readonly ignoreCase: boolean;
}

function deniedOf(
  { deny }: Profile,
  recognizers: readonly CustomRecognizer[],
): readonly Phrase<DeniedData>[] {
  return [
    ...deny.flatMap(({ type, values, ignoreCase }) =>
      values.map((text) => ({ text, data: { type, recognizer: DENIED, ignoreCase } })),
    ),
    ...recognizers.flatMap(({ name, type, deny: values, ignoreCase }) =>
      values.map((text) => ({ text, data: { type, recognizer: name, ignoreCase } })),
    ),
  ];
}

const decoder = new TextDecoder();

/** One recognizer with patterns, made ready. */
class Custom {
  readonly #recognizer: CustomRecognizer;
  readonly #patterns: readonly { readonly matcher: PatternMatcher; readonly score: number }[];
  readonly #validate: Validator | undefined;
  readonly #words: ContextWords | undefined;
  readonly #allowed: ReadonlySet<string>;

  constructor(recognizer: CustomRecognizer) {
    const { patterns, validator, context, allow, ignoreCase } = recognizer;
    this.#recognizer = recognizer;
    this.#patterns = patterns.map(({ regex, score }) => ({
      matcher: new PatternMatcher(regex, ignoreCase),
      score,
    }));
    this.#validate = validator === undefined ? undefined : VALIDATORS[validator];
    this.#words = context === undefined ? undefined : contextWords(context.words.flatMap(casesOf));
    this.#allowed = new Set(allow.map((value) => this.#fold(value)));
  }

  find(text: Text, emit: Emit): void {
    for (const { matcher, score } of this.#patterns) {
      matcher.match(text, (start, end) => this.#found(text, start, end, score, emit));
    }
  }

  #found(text: Text, start: number, end: number, score: number, emit: Emit): void {
    const { name, type, context } = this.#recognizer;
    const value = decoder.decode(text.bytes.subarray(start, end));
    if (this.#allowed.has(this.#fold(value))) return;
    if (this.#validate !== undefined && !this.#validate(unitsOf(value))) return;
    const isNear = this.#words !== undefined && hasContext(text, start, end, this.#words);
    if (context?.required === true && !isNear) return;
    const validation: Validation = this.#validate !== undefined ? "checksum" : isNear ? "context" : "pattern";
    const raised = isNear ? Math.min(1, score + (context?.boost ?? 0)) : score;
    emit({ type, start, end, score: raised, recognizer: name, validation });
  }

  #fold(value: string): string {
    return this.#recognizer.ignoreCase ? value.toLowerCase() : value;
  }
}

function unitsOf(value: string): string {
  return value.replace(/[^0-9A-Za-z]/g, "").toUpperCase();
}

/** Context words are compared without regard to the case of ASCII letters only. */
function casesOf(word: string): readonly string[] {
  const capital = word.charAt(0).toUpperCase() + word.slice(1);
  return [...new Set([word, word.toLowerCase(), capital, word.toUpperCase()])];
}
