/**
 * Telephone numbers: with a country code wherever the numbering plan has them, without one where
 * the grouping or a word beside them says so.
 */
import type { NumberRun } from "../../scan/number-run.ts";
import type { Text } from "../../scan/text.ts";
import {
  APART,
  BY_DOT,
  BY_HYPHEN,
  BY_SLASH,
  BY_SPACE,
  closes,
  joint,
  opens,
  sizeOf,
  startOf,
} from "../number-window.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { withExtension } from "./phone-extension.ts";
import { international } from "./phone-international.ts";
import {
  isPossible,
  MAX_NATIONAL,
  MIN_NATIONAL,
  scoreByForm,
  scoreByWord,
  shapeAt,
} from "./phone-national.ts";
import { isTrailed, LABELLED, NO_WORD, OTHER, type PhoneWord, wordBefore } from "./phone-words.ts";

/** Bytes from the first group on in which the words before it still count. */
const NEAR = 24;
const PLUS = 0x2b;
const OPEN = 0x28;
/** A form that is a telephone number even behind a word for something else. */
const SURE = 0.85;
/** A form that only telephone numbers have, with a number that is in the plan. */
const PLANNED = 0.75;
const TIGHT = BY_HYPHEN | BY_DOT | BY_SLASH;

/** The word before the run at hand, once it was asked for. */
let wordOfRun: PhoneWord | undefined;

export const phone: Recognizer = {
  name: "phone",
  types: ["PHONE"],
  digits: { min: 6, max: 17 },
  atNumber(text: Text, run: NumberRun, emit: Emit): void {
    let first = 0;
    wordOfRun = undefined;
    while (first < run.count) {
      const after = withCode(text, run, first, emit) || withoutCode(text, run, first, emit);
      first = after === 0 ? first + 1 : after;
    }
  },
};

/** Between the groups of a run there are no words: what stands before it is looked at once. */
function wordOf(text: Text, run: NumberRun, group: number): PhoneWord {
  const from = run.starts[0] ?? text.start;
  if ((run.starts[group] ?? from) - from > NEAR) return NO_WORD;
  wordOfRun ??= wordBefore(text, from);
  return wordOfRun;
}

/** The group after a number with a country code that begins at `first`, or 0. */
function withCode(text: Text, run: NumberRun, first: number, emit: Emit): number {
  const { bytes } = text;
  const group = run.starts[first] ?? 0;
  const isPlus = first === 0 && group > text.start && bytes[group - 1] === PLUS;
  const from = run.from[first] ?? 0;
  const isZeros = !isPlus && run.digits[from] === 0 && run.digits[from + 1] === 0 && sizeOf(run, first) >= 2;
  // `011 44 20 7946 0958`: how abroad is dialled in North America.
  const isAmerican =
    !isPlus && sizeOf(run, first) === 3 && run.digits[from] === 0 && run.digits[from + 1] === 1;
  if (!isPlus && !isZeros && !(isAmerican && run.digits[from + 2] === 1)) return 0;
  let start = isPlus ? group - 1 : startOf(text, run, first);
  // `(+49) 30 1234567`
  if (isPlus && bytes[start - 1] === OPEN && bytes[run.ends[first] ?? 0] === 0x29 && start > text.start)
    start -= 1;
  if (!isPlus && !begins(text, run, first, start)) return 0;
  if (isPlus && start > text.start && !opensPlus(text, start)) return 0;
  const { after, valid } =
    isAmerican || (isZeros && sizeOf(run, first) === 2)
      ? separateZeros(text, run, first)
      : international(text, run, first, isZeros ? 2 : 0);
  if (after === 0) return 0;
  const end = run.ends[after - 1] ?? 0;
  const stop = withExtension(text, end);
  if (stop === end && !ends(text, run, after, end)) return 0;
  if (valid) emit("PHONE", start, stop, isPlus ? 0.95 : 0.75, "structure");
  else if (isPlus || (isZeros && wordOf(text, run, first) === LABELLED))
    emit("PHONE", start, stop, 0.6, "pattern");
  else return 0;
  return after;
}

/** `00 49 30 1234567`: the code is in the next group. */
function separateZeros(text: Text, run: NumberRun, first: number): { after: number; valid: boolean } {
  return first + 1 < run.count ? international(text, run, first + 1, 0) : { after: 0, valid: false };
}

/** A plus sign may follow anything but a letter, a digit or another plus: `1+2` is a sum. */
function opensPlus(text: Text, start: number): boolean {
  const byte = text.bytes[start - 1] ?? 0;
  const isWord = (byte >= 0x30 && byte <= 0x39) || byte === PLUS || byte === 0x29 || byte === 0x5f;
  return !isWord && !((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);
}

/** The group after a national number that begins at `first`, or 0. */
function withoutCode(text: Text, run: NumberRun, first: number, emit: Emit): number {
  const from = run.from[first] ?? 0;
  if (run.total - from < MIN_NATIONAL) return 0;
  const start = startOf(text, run, first);
  if (!begins(text, run, first, start)) return 0;
  let last = first + 1;
  while (last < run.count && (run.from[last + 1] ?? 0) - from <= MAX_NATIONAL) {
    const by = joint(text, run, last);
    // `089 / 123 456`
    const isAreaCode = last === first + 1 && run.digits[from] === 0 && by === (BY_SPACE | BY_SLASH | APART);
    if ((by & APART) !== 0 && !isAreaCode) break;
    last += 1;
  }
  for (let after = last; after > first; after -= 1) {
    const total = (run.from[after] ?? 0) - from;
    if (total < MIN_NATIONAL) break;
    if (total > MAX_NATIONAL) continue;
    const end = run.ends[after - 1] ?? 0;
    const stop = withExtension(text, end);
    if (stop === end && !ends(text, run, after, end)) continue;
    const form = shapeAt(text, run, first, after);
    const byForm = scoreByForm(text, run, first, after, form);
    // Most numbers have neither the form nor a word; the form is cheaper to see.
    const isPossibly = isPossible(run, first, after, form);
    if (byForm === 0 && !isPossibly) continue;
    const before = wordOf(text, run, first);
    const mayTrail = after === run.count && before !== OTHER && before !== LABELLED;
    const word = mayTrail && isTrailed(text, stop) ? LABELLED : before;
    if (word === OTHER ? byForm < SURE : word === NO_WORD && byForm === 0) continue;
    const byWord =
      !isPossibly || word === NO_WORD || word === OTHER ? 0 : scoreByWord(run, first, after, form, word);
    const score = Math.max(byForm, byWord);
    if (score === 0) continue;
    const how = byForm >= PLANNED ? "structure" : byWord > byForm ? "context" : "pattern";
    emit("PHONE", start, stop, score, how);
    return after;
  }
  return 0;
}

/** The window begins the run, or what stands before it is set apart from it. */
function begins(text: Text, run: NumberRun, first: number, start: number): boolean {
  if (first === 0) return opens(text, start);
  const before = joint(text, run, first);
  return (before & APART) !== 0 || ((before & TIGHT) === 0 && (before & BY_SPACE) !== 0);
}

/** The window ends the run, or what follows is set apart from it. */
function ends(text: Text, run: NumberRun, after: number, end: number): boolean {
  if (after === run.count) return closes(text, end);
  const next = joint(text, run, after);
  return (next & APART) !== 0 || ((next & TIGHT) === 0 && (next & BY_SPACE) !== 0);
}
