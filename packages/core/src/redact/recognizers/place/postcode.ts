/**
 * Postcodes that stand outside an address
 *
 * Digits alone are nothing. They count behind a label (`PLZ`, `zip code`), behind a state
 * (`Springfield, IL 62704`), with a country's code in front (`D-10115 Berlin`), or before a large
 * city. Forms with letters (`SW1A 1AA`, `K1A 0B1`) say it by themselves.
 */
import { asciiOf, is, isBoundary, isDigit, LETTER, LOWER, UPPER, WORD } from "../../scan/bytes.ts";
import { hasContext } from "../../scan/context.ts";
import type { NumberRun } from "../../scan/number-run.ts";
import { HARD, type Text } from "../../scan/text.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { letterCode } from "./letter-code.ts";
import * as kind from "./words/kinds.ts";
import { COUNTRY_PREFIXES, LABEL_ENDS, POSTCODE_LABELS, SHORT_LABELS } from "./words/postcode-words.ts";
import { kindsOf } from "./words/word-kinds.ts";

const LABELLED = 0.9;
const LISTED = 0.75;
const LABEL_REACH = { before: 22, after: 0 };
/** Between a label and its code; a quote inside of a JSON string is shown as two or four. */
const MAX_JOINT = 10;
const LONGEST_LABEL = 20;
const SPACE = 0x20;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const NEWLINE = 0x0a;

export const postcode: Recognizer = {
  name: "postcode",
  types: ["POSTCODE"],
  // The one British code of another form, of a bank that is no more.
  literals: ["GIR 0AA", "GIR0AA"].map((text) => ({ text, wordStart: true, wordEnd: true })),
  atLiteral(_text: Text, start: number, end: number, _literal: number, emit: Emit): void {
    emit("POSTCODE", start, end, LISTED, "structure");
  },
  digits: { min: 3, max: 9 },
  atNumber(text: Text, run: NumberRun, emit: Emit): void {
    const start = run.starts[0] ?? 0;
    const size = (run.ends[0] ?? 0) - start;
    if (size > 6 || run.total > 9 || run.count > 2) return;
    const end = codeEnd(text, run, size);
    if (end === 0 || !isFree(text, start, end)) return;
    if (isLabelled(text, start, end, size)) emit("POSTCODE", start, end, LABELLED, "context");
    else score(text, start, end, size, emit);
  },
  token: { min: 2, max: 7 },
  atToken(text: Text, start: number, end: number, emit: Emit): void {
    const found = letterCode(text, start, end);
    if (found === undefined) return;
    const isSaid =
      isLabelEnd(text, start) && hasContext(text, start, found.end, POSTCODE_LABELS, LABEL_REACH);
    if (isSaid) emit("POSTCODE", start, found.end, LABELLED, "context");
    else if (found.score >= 0.5) emit("POSTCODE", start, found.end, found.score, "pattern");
  },
};

/** Where the code that begins with the run ends: one group, or two as a country writes them. */
function codeEnd({ bytes, end: limit }: Text, run: NumberRun, size: number): number {
  const first = run.ends[0] ?? 0;
  if (run.count === 1) {
    if (size < 3) return 0;
    // `1015 BS`
    const hasLetters =
      size === 4 && bytes[first] === SPACE && is(bytes, first + 1, UPPER) && is(bytes, first + 2, UPPER);
    return hasLetters && first + 3 <= limit && isBoundary(bytes, first + 3) ? first + 3 : first;
  }
  const second = (run.ends[1] ?? 0) - (run.starts[1] ?? 0);
  const joint = bytes[first];
  if ((run.starts[1] ?? 0) - first !== 1) return 0;
  const isForm =
    joint === HYPHEN
      ? (size === 5 && (second === 4 || second === 3)) ||
        (size === 4 && second === 3) ||
        (size === 2 && second === 3) ||
        (size === 3 && second === 4)
      : joint === SPACE &&
        ((size === 3 && second === 2) || (size === 5 && second <= 2) || (size === 3 && second === 3));
  if (!isForm) return 0;
  return size === 5 && joint === SPACE ? first : (run.ends[1] ?? 0);
}

/** Not part of something longer, nor a sum. */
function isFree({ bytes, start: from, end: limit }: Text, start: number, end: number): boolean {
  const before = start > from ? (bytes[start - 1] ?? HARD) : SPACE;
  if (
    before === 0x2e ||
    before === 0x24 ||
    before === 0x2b ||
    before === 0x2f ||
    before === 0xac ||
    before === 0xa3
  )
    return false;
  if (end >= limit) return true;
  const after = bytes[end];
  if (is(bytes, end, WORD) || after === 0x25 || after === 0x2f || after === HYPHEN) return false;
  return !((after === 0x2e || after === COMMA || after === 0x3a) && isDigit(bytes[end + 1]));
}

function isLabelled(text: Text, start: number, end: number, size: number): boolean {
  if (!isLabelEnd(text, start)) return false;
  if (hasContext(text, start, end, POSTCODE_LABELS, LABEL_REACH)) return !isFar(text, start);
  let quote = start;
  while (text.bytes[quote - 1] === 0x27) quote -= 1;
  return size === 5 && hasContext(text, quote, end, SHORT_LABELS, { before: 8, after: 0 });
}

/** The word before the value can end a label: quickly no for most numbers. */
function isLabelEnd({ bytes, start: from }: Text, start: number): boolean {
  let end = start;
  while (end > from && start - end < MAX_JOINT && !is(bytes, end - 1, WORD)) end -= 1;
  let at = end;
  while (at > from && end - at < LONGEST_LABEL && is(bytes, at - 1, WORD)) at -= 1;
  return at < end && LABEL_ENDS.bitsOf(bytes, at, end) !== 0;
}

/** Another number or the end of a sentence stands between the label and this one. */
function isFar({ bytes, start: from }: Text, start: number): boolean {
  for (let at = start - 1; at >= from && at > start - LABEL_REACH.before; at -= 1) {
    if (isDigit(bytes[at]) || (bytes[at] === 0x2e && bytes[at + 1] === SPACE && bytes[at - 2] !== 0x2e))
      return true;
    if (bytes[at] === HARD || bytes[at] === NEWLINE) return bytes[at] === HARD;
  }
  return false;
}

function score(text: Text, start: number, end: number, size: number, emit: Emit): void {
  const { bytes } = text;
  if (size < 4) {
    // `00-590 Warszawa` has no label; a city of its own beside it will do.
    if (bytes[start + 2] === HYPHEN && isCity(text, end)) emit("POSTCODE", start, end, 0.7, "pattern");
    return;
  }
  if ((size === 5 || size === 9) && isAfterState(text, start)) {
    emit("POSTCODE", start, end, 0.85, "pattern");
    return;
  }
  const from = withPrefix(text, start);
  const isCapital = bytes[end] === SPACE && is(bytes, end + 1, LETTER) && !is(bytes, end + 1, LOWER);
  if (from < start && isCapital && size <= 5) {
    emit("POSTCODE", from, end, 0.75, "pattern");
    return;
  }
  const isSplit = end - start === 8 && size === 4;
  if (isSplit && isCapital) {
    emit("POSTCODE", start, end, 0.6, "pattern");
    return;
  }
  if (!isCity(text, end)) return;
  // `in 10115 Berlin` and `10115 Berlin`; round and four-digit numbers need a comma or a line before them.
  const isRound = bytes[end - 1] === 0x30 && bytes[end - 2] === 0x30;
  const before = start > text.start ? bytes[start - 1] : NEWLINE;
  const isApart = before === NEWLINE || (before === SPACE && bytes[start - 2] === COMMA);
  if (isApart || (size === 5 && !isRound) || end - start === 7) emit("POSTCODE", start, end, 0.6, "pattern");
}

/** `, IL 62704` or `California 90210`. */
function isAfterState({ bytes, start: from }: Text, start: number): boolean {
  if (start - from < 4 || bytes[start - 1] !== SPACE) return false;
  let at = start - 1;
  while (at > from && start - at < 16 && is(bytes, at - 1, UPPER | LOWER)) at -= 1;
  const size = start - 1 - at;
  if (size < 2 || !is(bytes, at, UPPER) || (at > from && !isBoundary(bytes, at - 1))) return false;
  const kinds = kindsOf(bytes, at, start - 1);
  if (size > 3) return (kinds & kind.REGION) !== 0;
  if ((kinds & kind.REGION_CODE) === 0 || !is(bytes, at + 1, UPPER)) return false;
  let before = at - 1;
  if (bytes[before] === COMMA) return true;
  if (bytes[before] !== SPACE) return false;
  if (bytes[before - 1] === COMMA) return true;
  // `Springfield IL`: a word with a capital and small letters.
  const last = before;
  while (before > from && is(bytes, before - 1, LETTER)) before -= 1;
  return last - before > 3 && is(bytes, before, UPPER) && is(bytes, last - 1, LOWER);
}

/** Where `D-` begins before the digits at `start`; `start` where there is none. */
function withPrefix({ bytes, start: from }: Text, start: number): number {
  if (bytes[start - 1] !== HYPHEN) return start;
  let at = start - 1;
  while (at > from && start - at < 4 && is(bytes, at - 1, UPPER)) at -= 1;
  if (at === start - 1 || (at > from && !isBoundary(bytes, at - 1))) return start;
  return COUNTRY_PREFIXES.has(asciiOf(bytes, at, start - 1)) ? at : start;
}

/** Whether a listed city begins one space after `end`. */
function isCity({ bytes, end: limit }: Text, end: number): boolean {
  if (bytes[end] !== SPACE || is(bytes, end + 1, LOWER)) return false;
  let after = end + 1;
  while (after < limit && (is(bytes, after, LETTER) || bytes[after] === HYPHEN)) after += 1;
  return after > end + 1 && (kindsOf(bytes, end + 1, after) & kind.CITY) !== 0;
}
