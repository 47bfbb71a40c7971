/**
 * **NumberId**: an identity number of digits alone
 *
 * What such numbers have in common, once: the ways they are grouped, check digits, and the words
 * that stand beside them. One number is then a few lines in a file of its own.
 */
import type { EntityType, Validation } from "../../../entity.ts";
import { ALNUM, is } from "../../../scan/bytes.ts";
import {
  type ContextWords,
  contextWords,
  hasContext,
  LABEL,
  NEAR,
  type Reach,
} from "../../../scan/context.ts";
import type { NumberRun } from "../../../scan/number-run.ts";
import type { Text } from "../../../scan/text.ts";
import type { Emit, Recognizer } from "../../recognizer.ts";
import { standsAlone } from "./stands-alone.ts";
import { SURE } from "./sure.ts";

export interface NumberIdRules {
  readonly name: string;
  readonly type: EntityType;
  /**
   * Groupings, as `3-2-4` (three digits, a hyphen, two digits, ...), each with the score it has
   * without a word beside it; 0: it says nothing then.
   */
  readonly forms: Readonly<Record<string, number>>;
  /** Whether the digits `[from, from + size)` can be such a number. */
  readonly check: (digits: Uint8Array, from: number, size: number) => boolean;
  /** What a passed check is worth. Without check digits it is `structure` or, with a word, `context`. */
  readonly validation: "checksum" | "structure";
  readonly words: readonly string[];
  /** The score with a word beside it. Default 0.95 with check digits, else 0.85. */
  readonly withContext?: number;
  readonly reach?: Reach;
}

interface Form {
  readonly sizes: readonly number[];
  readonly separators: readonly number[];
  readonly score: number;
}

/** Of a form that is not listed, but whose check digits fit and whose label stands right before it. */
const UNUSUAL = 0.8;
const SPACE = 0x20;

export function numberId(rules: NumberIdRules): Recognizer {
  const forms = Object.entries(rules.forms).map(([form, score]) => formOf(form, score));
  const totals = forms.map(({ sizes }) => sizes.reduce((sum, size) => sum + size, 0));
  const [min, max] = [Math.min(...totals), Math.max(...totals)];
  const words = contextWords(rules.words);
  const byGroups: Form[][] = [];
  for (const form of forms) {
    const list = byGroups[form.sizes.length] ?? [];
    byGroups[form.sizes.length] = list;
    list.push(form);
  }
  /** Bit n: there is a form of n digits. */
  const fits = totals.reduce((bits, total) => bits | (1 << total), 0);
  const hasUnlisted = rules.validation === "checksum";
  const attempt = (text: Text, run: NumberRun, first: number, after: number, emit: Emit): void => {
    const listed = byGroups[after - first];
    const score = listed === undefined ? -1 : scoreOf(text, run, first, after, listed);
    if (score < 0 && !hasUnlisted) return;
    const begin = run.from[first] ?? 0;
    const size = (run.from[after] ?? 0) - begin;
    if (!isFree(text, run, first, after) || !rules.check(run.digits, begin, size)) return;
    report(text, run.starts[first] ?? 0, run.ends[after - 1] ?? 0, score, rules, words, emit);
  };
  const atNumber = (text: Text, run: NumberRun, emit: Emit): void => {
    if ((run.sizes & fits) === 0) return;
    if (run.count === 1) {
      attempt(text, run, 0, 1, emit);
      return;
    }
    for (let first = 0; first < run.count; first += 1) {
      const begin = run.from[first] ?? 0;
      for (let after = first + 1; after <= run.count; after += 1) {
        const size = (run.from[after] ?? 0) - begin;
        if (size > max) break;
        if (((fits >> size) & 1) !== 0) attempt(text, run, first, after, emit);
      }
    }
  };
  return { name: rules.name, types: [rules.type], digits: { min, max, only: fits }, atNumber };
}

function report(
  text: Text,
  start: number,
  end: number,
  score: number,
  rules: NumberIdRules,
  words: ContextWords,
  emit: Emit,
): void {
  const isListed = score >= 0;
  const { validation } = rules;
  if (hasContext(text, start, end, words, isListed ? (rules.reach ?? NEAR) : LABEL)) {
    const known = rules.withContext ?? (validation === "checksum" ? 0.95 : 0.85);
    const said: Validation = validation === "checksum" ? "checksum" : "context";
    emit(rules.type, start, end, isListed ? Math.max(known, score) : UNUSUAL, said);
  } else if (score > 0 && standsAlone(text, start, end)) {
    emit(rules.type, start, end, score, score < SURE ? "pattern" : validation);
  }
}

/** The score of the form that the window has, or -1. */
function scoreOf(
  { bytes }: Text,
  run: NumberRun,
  first: number,
  after: number,
  forms: readonly Form[],
): number {
  for (const { sizes, separators, score } of forms) {
    let group = first;
    while (group < after) {
      const end = run.ends[group] ?? 0;
      if (end - (run.starts[group] ?? 0) !== sizes[group - first]) break;
      if (
        group + 1 < after &&
        ((run.starts[group + 1] ?? 0) !== end + 1 || bytes[end] !== separators[group - first])
      ) {
        break;
      }
      group += 1;
    }
    if (group === after) return score;
  }
  return -1;
}

/** Nothing of the same number stands before or behind the window, and no letter. */
function isFree({ bytes, end: limit }: Text, run: NumberRun, first: number, after: number): boolean {
  const start = run.starts[first] ?? 0;
  const end = run.ends[after - 1] ?? 0;
  if (end < limit && is(bytes, end, ALNUM)) return false;
  // Groups that are joined by spaces go on over the next space; a number in one piece does not.
  const isSpaced = after - first > 1 && bytes[run.ends[first] ?? 0] === SPACE;
  if (first > 0 && (isSpaced || !hasSpace(bytes, run.ends[first - 1] ?? 0, start))) return false;
  return after >= run.count || (!isSpaced && hasSpace(bytes, end, run.starts[after] ?? 0));
}

function hasSpace(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] === SPACE) return true;
  return false;
}

function formOf(form: string, score: number): Form {
  return {
    sizes: form.split(/[^0-9]/).map(Number),
    separators: Array.from(form.replaceAll(/[0-9]/g, ""), (separator) => separator.charCodeAt(0)),
    score,
  };
}
