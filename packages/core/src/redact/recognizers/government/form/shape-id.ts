/**
 * **ShapeId**: an identity number with letters in it
 *
 * The counterpart of `NumberId`: forms by `Shape`, check characters, and the words beside it.
 */
import type { EntityType, Validation } from "../../../entity.ts";
import { asciiOf, is, LOWER } from "../../../scan/bytes.ts";
import { contextWords, hasContext, NEAR, type Reach } from "../../../scan/context.ts";
import type { NumberRun } from "../../../scan/number-run.ts";
import type { Text } from "../../../scan/text.ts";
import type { Emit, Recognizer } from "../../recognizer.ts";
import { between } from "./any-of.ts";
import { matchShape, shapeOf } from "./shape.ts";
import { standsAlone } from "./stands-alone.ts";

export interface ShapeIdRules {
  readonly name: string;
  readonly type: EntityType;
  /** Forms (see `Shape`), each with the score it has without a word beside it; 0: it says nothing then. */
  readonly forms: Readonly<Record<string, number>>;
  readonly classes?: Readonly<Record<string, string>>;
  /** Whether the letters (upper case) and digits, without what separates them, can be such a number. */
  readonly check?: (value: string) => boolean;
  /** What a passed check is worth without a word: check characters, or a form that nothing else has. */
  readonly validation: Validation;
  readonly words: readonly string[];
  /** The score with a word beside it. Default 0.95 with check characters, else 0.85. */
  readonly withContext?: number;
  readonly reach?: Reach;
  /** Small letters are as good as capitals. Default: without a word they score no more than 0.3. */
  readonly anyCase?: boolean;
  /** Small letters are something else. */
  readonly onlyCapitals?: boolean;
}

const SMALL = 0.3;

export function shapeId(rules: ShapeIdRules): Recognizer {
  const shapes = Object.entries(rules.forms).map(([form, score]) => ({ ...shapeOf(form, rules.classes), score }));
  const words = contextWords(rules.words);
  const asTokens = shapes.filter(({ token }) => token.max > 0);
  const asNumbers = shapes.filter(({ head }) => head !== undefined);

  const attempt = (text: Text, at: number, shape: (typeof shapes)[number], emit: Emit): boolean => {
    const end = matchShape(text, at, shape);
    if (end < 0 || (rules.check !== undefined && !rules.check(compact(text, at, end)))) return false;
    if (rules.onlyCapitals === true && hasSmall(text.bytes, at, end)) return false;
    const { validation } = rules;
    if (hasContext(text, at, end, words, rules.reach ?? NEAR)) {
      const isStrong = validation === "checksum" || validation === "structure";
      const score = Math.max(shape.score, rules.withContext ?? (isStrong ? 0.95 : 0.85));
      emit(rules.type, at, end, score, isStrong ? validation : "context");
    } else if (shape.score > 0 && standsAlone(text, at, end)) {
      const isSmall = rules.anyCase !== true && hasSmall(text.bytes, at, end);
      emit(rules.type, at, end, isSmall ? Math.min(shape.score, SMALL) : shape.score, validation);
    }
    return true;
  };

  const atToken = (text: Text, start: number, end: number, emit: Emit): void => {
    for (const shape of asTokens) {
      const size = end - start;
      if (size < shape.token.min || size > shape.token.max) continue;
      if (attempt(text, start, shape, emit)) return;
    }
  };

  const atNumber = (text: Text, run: NumberRun, emit: Emit): void => {
    for (const shape of asNumbers) {
      const { letters, digits } = shape.head ?? { letters: 0, digits: 0 };
      for (let group = 0; group < run.count; group += 1) {
        if (run.total - (run.from[group] ?? 0) < digits) break;
        const at = (run.starts[group] ?? 0) - (letters > 0 ? letters + 1 : 0);
        if (attempt(text, at, shape, emit)) break;
      }
    }
  };

  return {
    name: rules.name,
    types: [rules.type],
    ...(asTokens.length > 0 && { token: between(asTokens.map(({ token }) => token)), atToken }),
    ...(asNumbers.length > 0 && {
      digits: between(asNumbers.map(({ head }) => ({ min: head?.digits ?? 0, max: head?.digits ?? 0 }))),
      atNumber,
    }),
  };
}

function hasSmall(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (is(bytes, at, LOWER)) return true;
  return false;
}

function compact({ bytes }: Text, start: number, end: number): string {
  return asciiOf(bytes, start, end).replaceAll(/[^A-Za-z0-9]/g, "").toUpperCase();
}
