/**
 * The quick look at a number: whether an address around it is worth reading
 *
 * Most numbers in a text are none, so this decides by the words beside them, without allocating.
 * Names that no list knows are let through only with a second sign near them.
 */
import { is, isDigit, LETTER, SPACE as SPACE_CLASS, UPPER, WIDE } from "../../scan/bytes.ts";
import { hasContext } from "../../scan/context.ts";
import type { NumberRun } from "../../scan/number-run.ts";
import { HARD, type Text } from "../../scan/text.ts";
import { BEFORE_IT, SAYS_ADDRESS } from "./words/address-context.ts";
import * as kind from "./words/kinds.ts";
import { kindsOf } from "./words/word-kinds.ts";

const SPACE = 0x20;
const NEWLINE = 0x0a;
const COMMA = 0x2c;
const DOT = 0x2e;

/** Right before its number. */
const LEADS: number = kind.BEFORE | kind.BACK | kind.COMPOUND | kind.BOX | kind.BOX_WEAK | kind.MILITARY_AREA;
/** The same, with a capital only. */
const LEADS_WEAK: number = kind.BACK_WEAK | kind.COMPOUND_WEAK;
const NEVER: number = kind.STOP | kind.MONTH | kind.LABEL;
const LONGEST_WORD = 40;
const SHORTEST_NAME = 4;

export function mayBeStreet(text: Text, run: NumberRun): boolean {
  const end = run.ends[run.count - 1] ?? 0;
  return isNameBefore(text, run.starts[0] ?? 0, end) || isNameAfter(text, end);
}

const WORDS_BEFORE = 6;

function isNameBefore(text: Text, number: number, numberEnd: number): boolean {
  const { bytes, start } = text;
  let at = number;
  let isName = false;
  let hasHouse = false;
  let isType = false;
  let nameStart = number;
  for (let count = 0; count < WORDS_BEFORE; count += 1) {
    let end = at;
    while (end > start && end > at - 2 && isJoint(bytes[end - 1])) end -= 1;
    if (end === at || end === start) break;
    if (count > 0 && isDigit(bytes[end - 1])) {
      hasHouse = isName;
      break;
    }
    // `C/ Mayor 5`
    if (bytes[end - 1] === 0x2f)
      return count > 0 && is(bytes, end - 2, LETTER) && !is(bytes, end - 3, LETTER);
    if (bytes[end - 1] === DOT) end -= 1;
    at = end;
    while (at > start && end - at < LONGEST_WORD && isInWord(bytes, at - 1)) at -= 1;
    if (at === end) break;
    const kinds = kindsOf(bytes, at, end);
    const isCapital = is(bytes, at, UPPER | WIDE);
    if (count === 0) {
      if ((kinds & LEADS) !== 0 || (isCapital && (kinds & LEADS_WEAK) !== 0)) return true;
      if ((kinds & NEVER) !== 0) return false;
      isType = (kinds & kind.BACK_WEAK) !== 0;
      isName = (isCapital && end - at >= SHORTEST_NAME) || (kinds & LEADS_WEAK) !== 0;
    } else {
      if ((kinds & (kind.BEFORE | kind.BEFORE_WEAK)) !== 0) return true;
      if (count === 1 && isType && isCapital && (kinds & NEVER) === 0) return true;
      if ((kinds & NEVER) !== 0 && (kinds & kind.PARTICLE) === 0) break;
      if (isCapital && end - at >= SHORTEST_NAME) isName = true;
    }
    const isSmall = !isCapital && (kinds & kind.PARTICLE) === 0;
    if (isSmall && count > 0) break;
    nameStart = at;
  }
  if (!isName) return false;
  return (
    isFollowed(text, numberEnd, hasHouse) || hasContext(text, nameStart, number, SAYS_ADDRESS, BEFORE_IT)
  );
}

const NEAR_POSTCODE = 60;

/** Behind the number comes another line or clause with a longer number in it, or a word for a unit. */
function isFollowed({ bytes, end: limit }: Text, number: number, hasHouse: boolean): boolean {
  let at = number;
  if (is(bytes, at, LETTER)) at += 1;
  let isApart = false;
  const first = at;
  while (at < limit && at < first + 8 && (isBlank(bytes[at]) || isPunctuation(bytes[at]))) {
    if (bytes[at] === COMMA || bytes[at] === NEWLINE) isApart = true;
    at += 1;
  }
  if (at === first || at >= limit) return false;
  if (is(bytes, at, LETTER)) {
    let end = at;
    while (end < limit && end - at < LONGEST_WORD && isInWord(bytes, end)) end += 1;
    const kinds = kindsOf(bytes, at, end);
    if ((kinds & kind.UNIT) !== 0) return true;
    if (hasHouse && is(bytes, at, UPPER | WIDE) && (kinds & NEVER) === 0) return true;
  }
  return isApart && isPostcodeNear(bytes, at, limit);
}

/** Three digits in a row, or a letter between two, on this line or the next. */
function isPostcodeNear(bytes: Uint8Array, from: number, limit: number): boolean {
  let digits = 0;
  for (let at = from; at < limit && at < from + NEAR_POSTCODE && bytes[at] !== HARD; at += 1) {
    digits = isDigit(bytes[at]) ? digits + 1 : 0;
    if (digits === 3) return true;
    if (digits === 1 && is(bytes, at - 1, UPPER) && is(bytes, at + 1, UPPER | SPACE_CLASS)) return true;
  }
  return false;
}

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === NEWLINE || byte === 0x0d || byte === 0x09;
}

function isPunctuation(byte: number | undefined): boolean {
  return byte === COMMA || byte === DOT || byte === 0x3e || byte === 0x3f || byte === 0x2d;
}

const WORDS_AFTER = 6;
const SMALL_WORDS_AFTER = 4;

function isNameAfter({ bytes, end: limit }: Text, number: number): boolean {
  let at = number;
  // `221B`, `5th`: a letter or two belong to the number.
  while (at < limit && at < number + 3 && is(bytes, at, LETTER)) at += 1;
  let isSmall = false;
  // `350 5th Ave`: the numeral is the name.
  for (let count = at > number + 1 ? 1 : 0; count < WORDS_AFTER; count += 1) {
    const hasComma = bytes[at] === COMMA;
    if (hasComma || bytes[at] === DOT) at += 1;
    if (bytes[at] !== SPACE) return false;
    at += 1;
    const start = at;
    while (
      at < limit &&
      at - start < LONGEST_WORD &&
      (isInWord(bytes, at) || isDigit(bytes[at]) || bytes[at] === 0x2d)
    )
      at += 1;
    if (at === start) return false;
    const kinds = kindsOf(bytes, start, at);
    const isCapital = is(bytes, start, UPPER | WIDE);
    if (count === 0) {
      if ((kinds & kind.HOUSE_FIRST) !== 0) return true;
      if ((kinds & kind.BEFORE) !== 0 && (hasComma || isCapital)) return true;
      if (hasComma) return false;
      if ((kinds & kind.REPEAT) !== 0) continue;
      if (!isCapital && (kinds & kind.PARTICLE) !== 0) return false;
    } else {
      if (hasComma && !isSmall) return isPostcodeNear(bytes, start, limit);
      if ((kinds & kind.AFTER) !== 0) return true;
      if ((kinds & (kind.AFTER_WEAK | kind.HOUSE_FIRST)) !== 0 && isCapital) return true;
      if ((kinds & kind.UNIT) !== 0 && !isSmall) return true;
      if (hasComma) return false;
    }
    if ((kinds & NEVER) !== 0 && (kinds & kind.PARTICLE) === 0) return false;
    if (!isCapital && !isDigit(bytes[start]) && (kinds & kind.PARTICLE) === 0) isSmall = true;
    if (isSmall && count >= SMALL_WORDS_AFTER - 1) return false;
  }
  return false;
}

function isJoint(byte: number | undefined): boolean {
  return byte === SPACE || byte === COMMA || byte === 0x23;
}

/** One apostrophe before a letter is a part of a word; else it is a quote. */
function isInWord(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== 0x27) return is(bytes, at, LETTER);
  return bytes[at - 1] !== 0x27 && is(bytes, at + 1, LETTER);
}
