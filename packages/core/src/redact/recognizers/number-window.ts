/**
 * **Windows** of a number run: groups that might be one number
 *
 * How digits are grouped and joined, and what stands around them, tells telephone numbers, cards and
 * accounts from dates, amounts and identifiers.
 */
import { isBoundary, isDigit } from "../scan/bytes.ts";
import type { NumberRun } from "../scan/number-run.ts";
import type { Text } from "../scan/text.ts";

const SPACE = 0x20;
const OPEN = 0x28;
const CLOSE = 0x29;
const HYPHEN = 0x2d;
const COMMA = 0x2c;
const DOT = 0x2e;
const SLASH = 0x2f;

/** What joins two groups, as bits; several when several are used. */
export const BY_SPACE = 1;
export const BY_HYPHEN = 2;
export const BY_DOT = 4;
export const BY_SLASH = 8;
export const BY_PARENTHESIS = 16;
/** Apart: `100 - 200`, or two spaces. One number does not go across it. */
export const APART = 32;

/** What joins the group before `group` to it. */
export function joint(text: Text, run: NumberRun, group: number): number {
  let by = 0;
  let spaces = 0;
  const to = run.starts[group] ?? 0;
  for (let at = run.ends[group - 1] ?? 0; at < to; at += 1) {
    const byte = text.bytes[at];
    if (byte === SPACE) {
      by |= BY_SPACE;
      spaces += 1;
    } else if (byte === HYPHEN) by |= BY_HYPHEN;
    else if (byte === DOT) by |= BY_DOT;
    else if (byte === SLASH) by |= BY_SLASH;
    else by |= BY_PARENTHESIS;
  }
  if (spaces > 1 || (spaces === 1 && (by & BY_DOT) !== 0)) by |= APART;
  return by;
}

export function sizeOf(run: NumberRun, group: number): number {
  return (run.from[group + 1] ?? 0) - (run.from[group] ?? 0);
}

/** Sizes as a decimal number: 3-3-4 is 334. Groups of more than nine digits count as nine. */
export function shapeOf(run: NumberRun, first: number, after: number): number {
  let shape = 0;
  for (let group = first; group < after; group += 1) shape = shape * 10 + Math.min(9, sizeOf(run, group));
  return shape;
}

/** Whether the group stands in parentheses. */
export function isEnclosed({ bytes }: Text, run: NumberRun, group: number): boolean {
  return bytes[(run.starts[group] ?? 0) - 1] === OPEN && bytes[run.ends[group] ?? 0] === CLOSE;
}

/** Where the window begins with its parenthesis. */
export function startOf(text: Text, run: NumberRun, first: number): number {
  const start = run.starts[first] ?? 0;
  return start > text.start && isEnclosed(text, run, first) ? start - 1 : start;
}

/** More digits than a part of an amount has: a comma beside them separates values, `[4111…,5500…]`. */
function hasManyDigits(bytes: Uint8Array, from: number, step: 1 | -1): boolean {
  for (let index = 0; index < 7; index += 1) if (!isDigit(bytes[from + index * step])) return false;
  return true;
}

const REFUSED_BEFORE = new Uint8Array(256);
for (const byte of new TextEncoder().encode("+#$_@%&^~")) REFUSED_BEFORE[byte] = 1;

/** Whether a number may begin at `start`: not inside an identifier, a path, an amount or a chain of digits. */
export function opens({ bytes, start: from }: Text, start: number): boolean {
  if (start <= from) return true;
  const byte = bytes[start - 1] ?? 0;
  if (!isBoundary(bytes, start - 1)) return isUnspaced(bytes, start - 1);
  if (isCurrency(bytes, start - 1)) return false;
  if (REFUSED_BEFORE[byte] === 1) return false;
  // `$ 415`, `€ 415`, `£ 415`
  if (byte === SPACE) return !isCurrency(bytes, start - 2);
  if (byte === DOT || byte === HYPHEN || byte === SLASH || byte === COMMA || byte === 0x3a) {
    if (start - 1 <= from) return true;
    if (byte === 0x3a) return !isDigit(bytes[start - 2]);
    if (byte === COMMA) return !isDigit(bytes[start - 2]) || hasManyDigits(bytes, start, 1);
    return isBoundary(bytes, start - 2) && bytes[start - 2] !== byte;
  }
  return true;
}

function isCurrency(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  if (byte === 0x24) return true;
  if (byte === 0xac) return bytes[at - 1] === 0x82 && bytes[at - 2] === 0xe2;
  return (byte === 0xa3 || byte === 0xa5) && bytes[at - 1] === 0xc2;
}

/** Han, kana and Hangul are written without spaces: a number may stand right beside them. */
export function isUnspaced(bytes: Uint8Array, at: number): boolean {
  let lead = at;
  while (lead > at - 3 && ((bytes[lead] ?? 0) & 0xc0) === 0x80) lead -= 1;
  const byte = bytes[lead] ?? 0;
  return byte >= 0xe3 && byte <= 0xed;
}

/** Whether a number may end at `end`. */
export function closes({ bytes, end: limit }: Text, end: number): boolean {
  if (end >= limit) return true;
  const byte = bytes[end] ?? 0;
  if (byte === 0x40 || byte === 0x5f || byte === 0x25) return false;
  if (byte === COMMA && hasManyDigits(bytes, end - 1, -1)) return true;
  if (byte === 0x3a || byte === COMMA || byte === DOT || byte === HYPHEN || byte === SLASH) {
    return !isDigit(bytes[end + 1]) || end + 1 >= limit;
  }
  return isBoundary(bytes, end) || isUnspaced(bytes, end);
}
