/**
 * **Labelled**: a number that nothing but its label tells
 *
 * `Account number: 100-2345-67`, `mein Kundenkonto lautet 4711-0815`. Goes from the label over what may
 * stand between (signs, a few words) to the first thing with digits in it.
 */
import type { EntityType } from "../../../entity.ts";
import { ALNUM, asciiOf, CLASS, is, isBoundary, isDigit, WORD } from "../../../scan/bytes.ts";
import { HARD, type Text } from "../../../scan/text.ts";
import type { Emit, Literal, Recognizer } from "../../recognizer.ts";
import { FILLERS, NUMBER_WORDS } from "./connectors.ts";
import { wordOf } from "./word-of.ts";

export interface LabelledRules {
  readonly name: string;
  readonly type: EntityType;
  /** These say by themselves that a number follows. */
  readonly labels: readonly string[];
  /** These need a word or sign for that beside them: `account` and `number`, `no.`, `#`, `id`, `:`. */
  readonly subjects?: readonly string[];
  /** Fewest and most digits. */
  readonly digits: { readonly min: number; readonly max: number };
  readonly score: number;
  /** The score behind a subject. Default: the same. */
  readonly subjectScore?: number;
}

/** How far a value may stand from its label, in bytes, and how many words that say nothing between. */
const MAX_GAP = 48;
const MAX_WORD = 24;
const MAX_STRANGERS = 1;
const MAX_ENDING = 2;
const MAX_SIZE = 32;
const MAX_LINES = 1;
const LINE = 0x0a;
const SPACE = 0x20;
/** First byte of the full-width forms, of which the colon is the one that matters. */
const FULL_WIDTH = 0xef;

/** What may stand between label and value. */
const BETWEEN = new Uint8Array(256);
for (const byte of new TextEncoder().encode(" \t\r\n:=#\"'`*_()|.-\\?")) BETWEEN[byte] = 1;
/** Of these, what says that a value follows. */
const STRONG = new Uint8Array(256);
for (const byte of new TextEncoder().encode(":=#|")) STRONG[byte] = 1;
/** What joins the groups of one value. */
const JOIN = new Uint8Array(256);
for (const byte of new TextEncoder().encode(" -./")) JOIN[byte] = 1;

export function labelled(rules: LabelledRules): Recognizer {
  const { labels, subjects = [], subjectScore = rules.score } = rules;
  const literals: Literal[] = [...labels, ...subjects].map((text) => ({
    text,
    ignoreCase: true,
    wordStart: true,
  }));
  return {
    name: rules.name,
    types: [rules.type],
    literals,
    atLiteral(text: Text, _start: number, end: number, literal: number, emit: Emit): void {
      const value = valueAfter(text, end, literal < labels.length, rules);
      if (value !== undefined)
        emit(
          rules.type,
          value.start,
          value.end,
          literal < labels.length ? rules.score : subjectScore,
          "context",
        );
    },
  };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The value that belongs to a label ending at `from`. */
function valueAfter(
  text: Text,
  from: number,
  isSaid: boolean,
  { digits }: Pick<LabelledRules, "digits">,
): Place | undefined {
  const { bytes } = text;
  const limit = Math.min(text.end, from + MAX_GAP);
  let said = isSaid;
  let isStrong = false;
  let strangers = 0;
  let lines = 0;
  let at = from;
  while (at < limit) {
    const byte = bytes[at] ?? HARD;
    if (BETWEEN[byte] === 1) {
      if (byte === LINE && ++lines > MAX_LINES) return undefined;
      // What ends a sentence ends the label's reach; `no. 12` and `Nr. 12` do not.
      if (byte === 0x3f) return undefined;
      if (STRONG[byte] === 1) isStrong = true;
      at += 1;
      continue;
    }
    if (isBoundary(bytes, at)) {
      // Spaces that do not break, full-width colons and the degree sign of `n°`; other signs end it.
      if (byte < 0x80) return undefined;
      if (byte === FULL_WIDTH) isStrong = true;
      at += 1;
      continue;
    }
    let stop = at;
    let hasDigit = false;
    while (stop < text.end && !isBoundary(bytes, stop) && stop - at <= MAX_SIZE) {
      if (isDigit(bytes[stop])) hasDigit = true;
      stop += 1;
    }
    if (hasDigit) return said || isStrong ? valueAt(text, at, digits, isStrong) : undefined;
    if (stop - at > MAX_WORD) return undefined;
    const word = wordOf(bytes, at, stop);
    if (NUMBER_WORDS.has(word)) said = true;
    else if (at === from && isGluedSubject(word)) said = true;
    else if (!FILLERS.has(word)) {
      // The label's own ending (`passports`, `Reisepasses`) is no stranger; more letters are another word.
      if (at === from ? stop - at > MAX_ENDING : ++strangers > MAX_STRANGERS) return undefined;
      // Letters before digits are part of many numbers: `policy no. AB 123456`.
      if (said && isCode(bytes, at, stop) && isValueNext(text, stop)) return valueAt(text, at, digits, true);
    }
    at = stop;
  }
  return undefined;
}

/** `accountNumber`, `customerId`: the rest of the word after the label. */
function isGluedSubject(word: string): boolean {
  return NUMBER_WORDS.has(word.startsWith("s") && word.length > 2 ? word.slice(1) : word);
}

/** Two or three capitals. */
function isCode(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > 3) return false;
  for (let at = start; at < end; at += 1) if (!is(bytes, at, 2)) return false;
  return true;
}

function isValueNext({ bytes, end }: Text, at: number): boolean {
  return at + 1 < end && JOIN[bytes[at] ?? HARD] === 1 && isDigit(bytes[at + 1]);
}

/** The value that begins at `start`: groups of letters and digits with single signs between. */
function valueAt(
  text: Text,
  start: number,
  wanted: { readonly min: number; readonly max: number },
  isStrong: boolean,
): Place | undefined {
  const { bytes } = text;
  let end = groupEnd(text, start);
  let count = digitsIn(bytes, start, end);
  let isPlain = count === end - start;
  while (JOIN[bytes[end] ?? HARD] === 1 && end + 1 < text.end && is(bytes, end + 1, ALNUM)) {
    const next = groupEnd(text, end + 1);
    const more = digitsIn(bytes, end + 1, next);
    const size = next - end - 1;
    if (next - start > MAX_SIZE) break;
    // Over a space only groups of digits go on: what follows may be anything.
    if (
      bytes[end] === SPACE ? more !== size || size < 2 || (count === 0 && size < 4) : more === 0 && size > 3
    )
      break;
    if (bytes[end] === 0x2e && more === 0) break;
    if (bytes[end] === SPACE && count >= wanted.min && (size < 3 || isYear(bytes, end + 1, next))) break;
    isPlain = false;
    count += more;
    end = next;
  }
  if (count < wanted.min || count > wanted.max || end - start > MAX_SIZE) return undefined;
  const next = end < text.end ? bytes[end] : HARD;
  if (next === 0x25 || next === 0x40 || next === 0x5f) return undefined;
  if (end < text.end && is(bytes, end, WORD)) return undefined;
  if (isPlain && count === 4 && !isStrong && isYear(bytes, start, end)) return undefined;
  if (isDate(bytes, start, end)) return undefined;
  return { start, end };
}

function groupEnd({ bytes, end }: Text, from: number): number {
  let at = from;
  while (at < end && at - from <= MAX_SIZE && ((CLASS[bytes[at] ?? HARD] ?? 0) & ALNUM) !== 0) at += 1;
  return at;
}

function digitsIn(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) if (isDigit(bytes[at])) count += 1;
  return count;
}

function isYear(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === 4 && /^(?:19|20)[0-9]{2}$/.test(asciiOf(bytes, start, end));
}

/** `12/05/1987`, `2024-03-15`: a day is no number of an account. */
function isDate(bytes: Uint8Array, start: number, end: number): boolean {
  const value = end - start > 10 ? "" : asciiOf(bytes, start, end);
  return /^(?:[0-9]{1,2}[-./][0-9]{1,2}[-./](?:[0-9]{2}|[0-9]{4})|[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2})$/.test(
    value,
  );
}
