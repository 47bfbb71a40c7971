/**
 * Numbers as they are written inside a country
 *
 * Without a country code the digits say little: nearly every string of ten digits is valid
 * somewhere. So the grouping must be one that people use for telephone numbers, or a word must
 * stand beside them.
 */
import { isBoundary } from "../../scan/bytes.ts";
import type { NumberRun } from "../../scan/number-run.ts";
import type { Text } from "../../scan/text.ts";
import {
  BY_DOT,
  BY_HYPHEN,
  BY_PARENTHESIS,
  BY_SLASH,
  BY_SPACE,
  isEnclosed,
  isUnspaced,
  joint,
  shapeOf,
  sizeOf,
} from "../number-window.ts";
import { KIND_FIXED, KIND_MOBILE, kindOf, planOf } from "./phone-plan.ts";
import { HINT, LABELLED, type PhoneWord } from "./phone-words.ts";

/** Plans a number without a country code is held against, most speakers of our languages first. */
const CODES = [
  1, 44, 49, 33, 34, 39, 31, 32, 41, 43, 351, 55, 61, 91, 46, 48, 353, 45, 47, 358, 420, 36, 30, 40, 64, 27,
  90, 63, 81, 972, 86, 7, 380, 52, 54, 57, 56, 51, 62, 60, 65, 66, 84, 82, 92, 234, 254, 20, 971, 966, 352,
];
/** Countries whose mobile numbers begin with 0 and are often written without a gap. */
const BARE_MOBILE = [44, 49, 33, 31, 32, 61, 41, 63, 90, 81, 27, 353, 46];

/** Countries that have a national prefix, and mobile numbers that are written without it. */
const WITHOUT_PREFIX = [86, 91, 55, 90, 7, 62, 380];

/** Digits with the national prefix. */
export const MIN_NATIONAL = 7;
export const MAX_NATIONAL = 13;

export interface Shape {
  readonly total: number;
  readonly shape: number;
  /** All joints of the window, as bits. */
  readonly joints: number;
}

/** How the window is written. */
export function shapeAt(text: Text, run: NumberRun, first: number, after: number): Shape {
  let joints = isEnclosed(text, run, first) ? BY_PARENTHESIS : 0;
  for (let group = first + 1; group < after; group += 1) joints |= joint(text, run, group);
  return {
    total: (run.from[after] ?? 0) - (run.from[first] ?? 0),
    shape: shapeOf(run, first, after),
    joints,
  };
}

/** 0, or how sure it is that the window is a telephone number without a word beside it. */
export function scoreByForm(text: Text, run: NumberRun, first: number, after: number, form: Shape): number {
  const from = run.from[first] ?? 0;
  const lead = run.digits[from] ?? 0;
  const { shape, joints, total } = form;
  if (after - first === 1) {
    if (lead === 0) return isBareMobile(run, from, total) ? 0.55 : 0;
    return lead === 1 && total === 11 && isChinese(text, run, first) ? 0.7 : 0;
  }
  if ((shape === 334 && lead > 1) || (shape === 1334 && lead === 1))
    return american(run, from + (shape === 334 ? 0 : 1), joints);
  // `91-415-555-0132`: a country code without its plus sign.
  if (after - first === 4 && shape % 1000 === 334 && total <= 13 && joints === BY_HYPHEN) {
    return american(run, from + total - 10, joints) === 0 ? 0 : 0.6;
  }
  // `(11) 98765-4321`
  if (isEnclosed(text, run, first) && (shape === 244 || shape === 254)) {
    const brazil = planOf(55);
    if (brazil !== undefined && kindOf(brazil, run.digits, from, from + total) !== 0) return 0.75;
  }
  if (lead === 0) return withTrunk(run, first, after, form);
  // `8 (912) 345-67-89`
  if (shape === 13322 && lead === 8 && (joints & BY_DOT) === 0) {
    return nationalKind(run, from, from + total, 7) === 0 ? 0 : 0.75;
  }
  // `532 123 45 67`
  if (
    shape === 3322 &&
    isUniform(joints) &&
    [90, 7].some((code) => nationalKind(run, from, from + total, code) !== 0)
  ) {
    return 0.6;
  }
  // `612 34 56 78`
  const spain = planOf(34);
  if (shape === 3222 && isUniform(joints) && spain !== undefined) {
    return kindOf(spain, run.digits, from, from + total) === 0 ? 0 : 0.6;
  }
  return 0;
}

/** `(415) 555-2671`, `415-555-2671`, `415.555.2671`; spaces alone only if the plan has such a number. */
function american(run: NumberRun, from: number, joints: number): number {
  if ((run.digits[from] ?? 0) < 2) return 0;
  // `212/555-0199`
  const isSlashed = (joints & BY_SLASH) !== 0;
  if (isSlashed && joints !== (BY_SLASH | BY_HYPHEN)) return 0;
  const plan = planOf(1);
  if (plan !== undefined && kindOf(plan, run.digits, from, from + 10) !== 0)
    return joints === BY_SPACE ? 0.7 : 0.85;
  return joints === BY_SPACE || isSlashed ? 0 : 0.6;
}

/** Begins with 0: ordinary numbers do not, dates and codes do. */
function withTrunk(run: NumberRun, first: number, after: number, { total, joints, shape }: Shape): number {
  if (total < 9 || total > 12 || run.digits[(run.from[first] ?? 0) + 1] === 0) return 0;
  if (sizeOf(run, first) === 1) {
    // `0 532 123 45 67`: but not `0.5`, nor an ISBN.
    if (joints !== BY_SPACE && joints !== (BY_SPACE | BY_PARENTHESIS)) return 0;
    if (total < 10) return 0;
  }
  for (let group = first + 1; group < after; group += 1) if (sizeOf(run, group) < 2) return 0;
  if (
    !isUniform(joints) ||
    shape === 3333 ||
    isCounting(run, first, after) ||
    isDateLike(run, first, after, joints)
  )
    return 0;
  // A postcode and a house number look like this; so do insurance numbers of nine digits.
  if ((shape === 54 && joints === BY_SPACE) || shape === 333 || shape === 324) return 0;
  // `012.5 345 678`: a first group that is followed by one dot only.
  if ((joints & BY_DOT) !== 0 && after - first < 3) return 0;
  if (after - first === 2 && sizeOf(run, first) === 2 && joints === BY_SLASH) return 0;
  return isNational(run, first, after, KIND_MOBILE | KIND_FIXED) || isTollFree(run, first) ? 0.7 : 0;
}

/** `01 02 03 04 05` */
function isCounting(run: NumberRun, first: number, after: number): boolean {
  for (let group = first + 1; group < after; group += 1) {
    if (numberAt(run, group) !== numberAt(run, group - 1) + 1) return false;
  }
  return true;
}

function isTollFree(run: NumberRun, first: number): boolean {
  const from = run.from[first] ?? 0;
  return run.digits[from + 1] === 8 && (run.digits[from + 2] ?? 9) <= 1 && run.digits[from + 3] === 0;
}

/** Whether a word could make a telephone number of it: no date, amount, address or range of years. */
export function isPossible(run: NumberRun, first: number, after: number, form: Shape): boolean {
  const { shape, joints } = form;
  if (isDateLike(run, first, after, joints)) return false;
  // Four short groups with dots are an IP address; one dot makes a decimal number.
  if (joints === BY_DOT && (after - first === 2 || (after - first === 4 && shape <= 3333))) return false;
  for (let group = first + 1; group < after; group += 1) if (sizeOf(run, group) < 2) return false;
  // `1939-1945`, and the form of a US social security number.
  if (shape === 44 && isYear(run, first) && isYear(run, first + 1)) return false;
  return shape !== 324 || joints !== BY_HYPHEN;
}

/** 0, or how sure it is with a word beside it, if it is possible at all. */
export function scoreByWord(
  run: NumberRun,
  first: number,
  after: number,
  form: Shape,
  word: PhoneWord,
): number {
  const { shape, joints, total } = form;
  if (word === LABELLED) {
    if (sizeOf(run, first) === 1 && (run.digits[run.from[first] ?? 0] ?? 9) > 1) return 0;
    return isNational(run, first, after, 7) ? 0.85 : 0.65;
  }
  if (word !== HINT || total < 9 || (joints === BY_SPACE && shape === 54)) return 0;
  if (joints === BY_SLASH && after - first > 2) return 0;
  return isNational(run, first, after, KIND_MOBILE | KIND_FIXED) ? 0.6 : 0;
}

/** Whether the window is a number of one of the countries, with its national prefix where there is one. */
function isNational(run: NumberRun, first: number, after: number, kinds: number): boolean {
  const from = run.from[first] ?? 0;
  const to = run.from[after] ?? 0;
  return CODES.some((code) => (nationalKind(run, from, to, code) & kinds) !== 0);
}

function nationalKind(run: NumberRun, from: number, to: number, code: number): number {
  const plan = planOf(code);
  if (plan === undefined) return 0;
  const { prefix } = plan;
  const hasPrefix = prefix.length > 0 && prefix.every((digit, index) => run.digits[from + index] === digit);
  if (hasPrefix) return kindOf(plan, run.digits, from + prefix.length, to);
  if (prefix[0] !== 0 || run.digits[from] === 0) return kindOf(plan, run.digits, from, to);
  return WITHOUT_PREFIX.includes(code) ? kindOf(plan, run.digits, from, to) & KIND_MOBILE : 0;
}

/** Chinese mobile numbers have eleven digits without a prefix; beside Chinese text they are nothing else. */
function isChinese(text: Text, run: NumberRun, first: number): boolean {
  const from = run.from[first] ?? 0;
  const start = run.starts[first] ?? 0;
  if ((nationalKind(run, from, from + 11, 86) & KIND_MOBILE) === 0) return false;
  for (let at = start - 1; at >= Math.max(text.start, start - 6); at -= 1) {
    if (isUnspaced(text.bytes, at) && !isBoundary(text.bytes, at)) return true;
  }
  return false;
}

function isBareMobile(run: NumberRun, from: number, total: number): boolean {
  if (total < 10 || total > 12) return false;
  return BARE_MOBILE.some((code) => (nationalKind(run, from, from + total, code) & KIND_MOBILE) !== 0);
}

/** One kind of separator throughout; a parenthesis, or a slash after the first group, may come with it. */
function isUniform(joints: number): boolean {
  const kinds = joints & (BY_SPACE | BY_HYPHEN | BY_DOT);
  if ((joints & BY_PARENTHESIS) !== 0) return (kinds & (kinds - 1)) === 0 || kinds === (BY_SPACE | BY_HYPHEN);
  if ((joints & BY_SLASH) !== 0) return (kinds & (kinds - 1)) === 0;
  return (kinds & (kinds - 1)) === 0 || kinds === (BY_SPACE | BY_HYPHEN);
}

function isYear(run: NumberRun, group: number): boolean {
  if (sizeOf(run, group) !== 4) return false;
  const century = numberAt(run, group) / 100;
  return century >= 15 && century < 21;
}

function numberAt(run: NumberRun, group: number): number {
  let value = 0;
  for (let at = run.from[group] ?? 0; at < (run.from[group + 1] ?? 0); at += 1)
    value = value * 10 + (run.digits[at] ?? 0);
  return value;
}

/** Three neighbouring groups that are day, month and year in some order. */
function isDateLike(run: NumberRun, first: number, after: number, joints: number): boolean {
  for (let group = first; group + 3 <= after; group += 1) {
    const shape = shapeOf(run, group, group + 3);
    const isIso = shape === 422 && isYear(run, group);
    const isUsual =
      (shape === 224 || shape === 114 || shape === 124 || shape === 214) && isYear(run, group + 2);
    if (isIso && numberAt(run, group + 1) <= 12 && numberAt(run, group + 2) <= 31) return true;
    if (isUsual && joints !== BY_SPACE && numberAt(run, group) <= 31 && numberAt(run, group + 1) <= 31)
      return true;
  }
  return false;
}
