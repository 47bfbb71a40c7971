/**
 * Bytes -> a date, as people write it: `2/8/1935`, `1987-05-12`, `12. Mai 1987`, `May 12th, 1987`,
 * `12 de mayo de 1987`, `1987年5月12日`, `19870512`. Which of two numbers is the month does not matter.
 */
import { ALNUM, is, isDigit, WORD } from "../../scan/bytes.ts";
import { HARD, type Text } from "../../scan/text.ts";
import { wordOf } from "../government/form/word-of.ts";
import { isBirthYear, isBygoneYear } from "./birth-year.ts";
import { LONGEST_MONTH, monthOf } from "./months.ts";

const SPACE = 0x20;
const DOT = 0x2e;
const COMMA = 0x2c;
const SEPARATORS = new Set([0x2f, 0x2d, DOT, SPACE]);
/** What may follow a day: st, nd, rd, th, er, ª, º, °. */
const ORDINALS = new Set(["st", "nd", "rd", "th", "er", "º", "ª", "°", "e", "ª."]);
/** Between the parts: of, de, del, di, den, the. */
const LINKS = new Set(["of", "de", "del", "di", "do", "the", "van", "von", "den"]);
/** The characters for year and month in Chinese and Japanese. */
const YEAR_SIGN = [0xe5, 0xb9, 0xb4];
const MONTH_SIGN = [0xe6, 0x9c, 0x88];
const DAY_SIGN = [0xe6, 0x97, 0xa5];

/** The end of a date that begins at `start`; -1 if there is none. A year may be missing after a month's name. */
export function readDate(text: Text, start: number): number {
  return isDigit(text.bytes[start]) ? afterNumber(text, start) : monthFirst(text, start);
}

function afterNumber(text: Text, start: number): number {
  const { bytes, end: limit } = text;
  const first = numberEnd(text, start);
  const size = first - start;
  if (size === 8) return isCompact(bytes, start) && !isWordAt(text, first) ? first : -1;
  const isYearFirst = size === 4;
  if (size > 4 || size === 3) return -1;
  if (stands(bytes, first, YEAR_SIGN)) return ideographic(text, first);
  const separator = bytes[first] ?? HARD;
  if (first < limit && SEPARATORS.has(separator)) {
    let second = first + 1;
    if (separator === DOT && bytes[second] === SPACE) second += 1;
    const secondEnd = numberEnd(text, second);
    const middle = amountOf(bytes, second, secondEnd);
    if (secondEnd > second && secondEnd - second <= 2) {
      let third = secondEnd + 1;
      if (bytes[secondEnd] !== separator) return -1;
      if (separator === DOT && bytes[third] === SPACE) third += 1;
      const thirdEnd = numberEnd(text, third);
      const thirdSize = thirdEnd - third;
      const head = amountOf(bytes, start, first);
      if (isWordAt(text, thirdEnd) && bytes[thirdEnd] !== 0x54) return -1;
      // More parts: a version, an address.
      if (
        separator !== SPACE &&
        thirdEnd + 1 < limit &&
        bytes[thirdEnd] === separator &&
        isDigit(bytes[thirdEnd + 1])
      )
        return -1;
      if (isYearFirst) {
        const isSound =
          thirdSize >= 1 &&
          thirdSize <= 2 &&
          isYear(head) &&
          isMonthAndDay(middle, amountOf(bytes, third, thirdEnd));
        return isSound ? thirdEnd : -1;
      }
      if (thirdSize !== 2 && thirdSize !== 4) return -1;
      if (separator === SPACE && thirdSize !== 4) return -1;
      const year = amountOf(bytes, third, thirdEnd);
      return (thirdSize === 2 || isYear(year)) && isMonthAndDay(head, middle) ? thirdEnd : -1;
    }
  }
  if (isYearFirst) return -1;
  return dayFirst(text, first, amountOf(bytes, start, first));
}

/** `12`, then a month's name, then perhaps a year. */
function dayFirst(text: Text, from: number, day: number): number {
  if (day < 1 || day > 31) return -1;
  const { bytes } = text;
  let at = from;
  const ordinal = wordEnd(text, at);
  if (ordinal > at) {
    if (!ORDINALS.has(wordOf(bytes, at, ordinal))) return -1;
    at = ordinal;
  }
  at = skipLinks(text, at);
  const end = wordEnd(text, at);
  return end > at && monthOf(wordOf(bytes, at, end)) > 0 ? withYear(text, end) : -1;
}

/** A month's name, then a day, then perhaps a year. */
function monthFirst(text: Text, start: number): number {
  const { bytes } = text;
  const end = wordEnd(text, start);
  if (end - start < 3 || monthOf(wordOf(bytes, start, end)) === 0) return -1;
  const at = skipLinks(text, end);
  const dayEnd = numberEnd(text, at);
  const day = amountOf(bytes, at, dayEnd);
  if (dayEnd === at || dayEnd - at > 2 || day < 1 || day > 31) return -1;
  const ordinal = wordEnd(text, dayEnd);
  if (ordinal > dayEnd && !ORDINALS.has(wordOf(bytes, dayEnd, ordinal))) return -1;
  return withYear(text, ordinal);
}

/** The end of a year that follows, or where it was looked for. */
function withYear(text: Text, from: number): number {
  const at = skipLinks(text, from);
  const end = numberEnd(text, at);
  const size = end - at;
  if (
    at > from &&
    !isWordAt(text, end) &&
    (size === 2 || (size === 4 && isYear(amountOf(text.bytes, at, end))))
  ) {
    // Two digits are a year only after a hyphen or apostrophe: `12-May-87`, but `12 May 10 o'clock`.
    const before = text.bytes[at - 1];
    if (size === 4 || before === 0x2d || before === 0x27 || before === 0x2f) return end;
  }
  return from;
}

function skipLinks(text: Text, from: number): number {
  const { bytes, end: limit } = text;
  let at = from;
  while (at < limit && at - from < 10) {
    const byte = bytes[at];
    if (byte === SPACE || byte === DOT || byte === COMMA || byte === 0x2d || byte === 0x2f || byte === 0x27) {
      at += 1;
      continue;
    }
    const end = wordEnd(text, at);
    if (end > at && LINKS.has(wordOf(bytes, at, end))) at = end;
    else break;
  }
  return at;
}

function ideographic(text: Text, from: number): number {
  const { bytes } = text;
  const month = from + YEAR_SIGN.length;
  const monthEnd = numberEnd(text, month);
  if (monthEnd === month || !stands(bytes, monthEnd, MONTH_SIGN)) return -1;
  const day = monthEnd + MONTH_SIGN.length;
  const dayEnd = numberEnd(text, day);
  return dayEnd > day && stands(bytes, dayEnd, DAY_SIGN) ? dayEnd + DAY_SIGN.length : -1;
}

function isCompact(bytes: Uint8Array, at: number): boolean {
  return isCompactOf(bytes, at, isYear);
}

/** Eight digits are a date if the first four or the last four are such a year. */
function isCompactOf(bytes: Uint8Array, at: number, isSuch: (year: number) => boolean): boolean {
  const yearFirst =
    isSuch(amountOf(bytes, at, at + 4)) &&
    isMonthAndDay(amountOf(bytes, at + 4, at + 6), amountOf(bytes, at + 6, at + 8));
  const yearLast =
    isSuch(amountOf(bytes, at + 4, at + 8)) &&
    isMonthAndDay(amountOf(bytes, at, at + 2), amountOf(bytes, at + 2, at + 4));
  return yearFirst || yearLast;
}

/** Whether the date that was read there has a year in which nobody alive was born. */
export function isBygone({ bytes }: Text, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const from = at;
    while (at < end && isDigit(bytes[at])) at += 1;
    if (at - from === 4) return isBygoneYear(amountOf(bytes, from, at));
    // Where it can be read in both ways, it is somebody's.
    if (at - from === 8) return !isCompactOf(bytes, from, isBirthYear);
  }
  return false;
}

function isMonthAndDay(one: number, other: number): boolean {
  return one >= 1 && other >= 1 && one <= 31 && other <= 31 && (one <= 12 || other <= 12);
}

function isYear(value: number): boolean {
  return isBirthYear(value) || isBygoneYear(value);
}

function isWordAt({ bytes, end }: Text, at: number): boolean {
  return at < end && is(bytes, at, WORD);
}

function numberEnd({ bytes, end }: Text, from: number): number {
  let at = from;
  while (at < end && isDigit(bytes[at])) at += 1;
  return at;
}

function wordEnd({ bytes, end }: Text, from: number): number {
  let at = from;
  while (at < end && at - from <= LONGEST_MONTH && is(bytes, at, WORD) && !isDigit(bytes[at])) at += 1;
  return at;
}

function amountOf(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) value = value * 10 + (bytes[at] ?? 0x30) - 0x30;
  return value;
}

function stands(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

/** Whether a date may begin at `at`: no letter or digit stands before it. */
export function mayBegin(bytes: Uint8Array, at: number): boolean {
  return !is(bytes, at - 1, ALNUM);
}
