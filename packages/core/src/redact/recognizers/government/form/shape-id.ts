/**
 * **ShapeId**: an identity number with letters in it
 *
 * The counterpart of `NumberId`: forms by `Shape`, check characters, and the words beside it.
 */
import type { EntityType, Validation } from "../../../entity.ts";
import { ALNUM, asciiOf, is, LETTER, LOWER, lower, UPPER } from "../../../scan/bytes.ts";
import { contextWords, hasContext, NEAR, type Reach } from "../../../scan/context.ts";
import type { NumberRun } from "../../../scan/number-run.ts";
import type { Text } from "../../../scan/text.ts";
import type { Emit, Recognizer } from "../../recognizer.ts";
import { between } from "./any-of.ts";
import { matchShape, type Shape, shapeOf } from "./shape.ts";
import { standsAlone } from "./stands-alone.ts";
import { SURE } from "./sure.ts";

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
  /** Capitals or small letters, but not both. */
  readonly oneCase?: boolean;
}

interface Scored extends Pick<Shape, "places"> {
  readonly score: number;
}

const SMALL = 0.3;

export function shapeId(rules: ShapeIdRules): Recognizer {
  const shapes = Object.entries(rules.forms).map(([form, score]) => ({
    ...shapeOf(form, rules.classes),
    score,
  }));
  const words = contextWords(rules.words);
  const asTokens = shapes.filter(({ token }) => token.max > 0);
  const asNumbers = shapes.flatMap(({ head, ...shape }) => (head === undefined ? [] : [{ ...shape, head }]));

  const attempt = (text: Text, at: number, shape: Scored, emit: Emit): boolean => {
    const end = matchShape(text, at, shape);
    if (end < 0 || (rules.check !== undefined && !rules.check(compact(text, at, end)))) return false;
    if (rules.onlyCapitals === true && has(text.bytes, at, end, LOWER)) return false;
    if (rules.oneCase === true && has(text.bytes, at, end, LOWER) && has(text.bytes, at, end, UPPER))
      return false;
    const { validation } = rules;
    if (hasContext(text, at, end, words, rules.reach ?? NEAR)) {
      const isStrong = validation === "checksum" || validation === "structure";
      const score = Math.max(shape.score, rules.withContext ?? (isStrong ? 0.95 : 0.85));
      emit(rules.type, at, end, score, isStrong ? validation : "context");
    } else if (shape.score > 0 && standsAlone(text, at, end)) {
      const isSmall = rules.anyCase !== true && has(text.bytes, at, end, LOWER);
      const score = isSmall ? Math.min(shape.score, SMALL) : shape.score;
      emit(rules.type, at, end, score, score < SURE ? "pattern" : validation);
    }
    return true;
  };

  const byFirst = byFirstByte(asTokens);
  const atToken = (text: Text, start: number, end: number, emit: Emit): void => {
    const { bytes } = text;
    const size = end - start;
    for (const shape of byFirst[lower(bytes[start] ?? 0)] ?? []) {
      if (size < shape.token.min || size > shape.token.max) continue;
      // Most tokens are settled by their last sign, if the form has no gaps.
      const { places } = shape;
      if (size === places.length && places[size - 1]?.[lower(bytes[end - 1] ?? 0)] !== 1) continue;
      if (attempt(text, start, shape, emit)) return;
    }
  };

  /** Bit n: a first group of n digits; n letters before it. */
  const groups = asNumbers.reduce((bits, { head }) => bits | head.sizes, 0);
  const leads = asNumbers.reduce((bits, { head }) => bits | (1 << head.letters), 0);
  const atNumber = (text: Text, run: NumberRun, emit: Emit): void => {
    if ((run.sizes & groups) === 0) return;
    const lead = leads === 1 ? 0 : lettersBefore(text, run.starts[0] ?? 0);
    if ((leads & (1 | (1 << lead))) === 0) return;
    for (const shape of asNumbers) {
      const { letters, digits, sizes } = shape.head;
      if (letters > 0 && letters !== lead) continue;
      // Letters stand before the first group only.
      const last = letters > 0 ? 1 : run.count;
      for (let group = 0; group < last; group += 1) {
        if (run.total - (run.from[group] ?? 0) < digits) break;
        const start = run.starts[group] ?? 0;
        if (((sizes >> ((run.ends[group] ?? 0) - start)) & 1) === 0) continue;
        if (attempt(text, start - (letters > 0 ? letters + 1 : 0), shape, emit)) break;
      }
    }
  };

  return {
    name: rules.name,
    types: [rules.type],
    ...(asTokens.length > 0 && { token: between(asTokens.map(({ token }) => token)), atToken }),
    ...(asNumbers.length > 0 && {
      digits: between(asNumbers.map(({ head }) => ({ min: head.digits, max: head.digits }))),
      atNumber,
    }),
  };
}

/** The shapes that can begin with a byte, by that byte. */
function byFirstByte<T extends Pick<Shape, "places">>(shapes: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 256 }, (_, byte) => shapes.filter(({ places }) => places[0]?.[byte] === 1));
}

const MAX_LEAD = 6;

/** How many letters stand before `start`, with one sign between; 0 if a digit stands before them. */
function lettersBefore({ bytes, start: first }: Text, start: number): number {
  let at = start - 2;
  while (at >= first && start - 2 - at < MAX_LEAD && is(bytes, at, LETTER)) at -= 1;
  return at >= first && is(bytes, at, ALNUM) ? 0 : start - 2 - at;
}

function has(bytes: Uint8Array, start: number, end: number, classes: number): boolean {
  for (let at = start; at < end; at += 1) if (is(bytes, at, classes)) return true;
  return false;
}

function compact({ bytes }: Text, start: number, end: number): string {
  return asciiOf(bytes, start, end)
    .replaceAll(/[^A-Za-z0-9]/g, "")
    .toUpperCase();
}
