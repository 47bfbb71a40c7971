/**
 * **Window**: groups of a number run that might be one telephone number
 *
 * How the digits are grouped and joined tells telephone numbers from dates, amounts and addresses.
 */
import { CLASS, is, isDigit, lower, WORD } from "../../scan/bytes.ts";
import type { NumberRun } from "../../scan/number-run.ts";
import type { Text } from "../../scan/text.ts";

const SPACE = 0x20;
const OPEN = 0x28;
const CLOSE = 0x29;
const HYPHEN = 0x2d;
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

const REFUSED_BEFORE = new Uint8Array(256);
for (const byte of new TextEncoder().encode("+#$_@%&^~")) REFUSED_BEFORE[byte] = 1;

/** Whether a number may begin at `start`: not inside an identifier, a path, an amount or a chain of digits. */
export function opens({ bytes, start: from }: Text, start: number): boolean {
  if (start <= from) return true;
  const byte = bytes[start - 1] ?? 0;
  if (((CLASS[byte] ?? 0) & WORD) !== 0) return isSymbolBefore(bytes, start) === "dash";
  if (REFUSED_BEFORE[byte] === 1) return false;
  if (byte === DOT || byte === HYPHEN || byte === SLASH || byte === 0x2c || byte === 0x3a) {
    if (start - 1 <= from) return true;
    if (byte === 0x3a) return !isDigit(bytes[start - 2]);
    if (byte === 0x2c) return !isDigit(bytes[start - 2]);
    return !is(bytes, start - 2, WORD) && bytes[start - 2] !== byte;
  }
  return true;
}

/** The last character before `start` outside ASCII: a currency sign, a dash or quote, or a letter. */
function isSymbolBefore(bytes: Uint8Array, start: number): "dash" | "other" {
  // U+2010 to U+203F: dashes, quotes, bullets (E2 80 xx); U+00A0: a space that does not break.
  if (bytes[start - 3] === 0xe2 && bytes[start - 2] === 0x80) return "dash";
  if (bytes[start - 2] === 0xc2 && bytes[start - 1] === 0xa0) return "dash";
  // U+FF1A and other full-width punctuation, U+3000 to U+303F: Chinese and Japanese labels.
  if (bytes[start - 3] === 0xef && bytes[start - 2] === 0xbc) return "dash";
  return bytes[start - 3] === 0xe3 && bytes[start - 2] === 0x80 ? "dash" : "other";
}

/** Whether a number may end at `end`. */
export function closes({ bytes, end: limit }: Text, end: number): boolean {
  if (end >= limit) return true;
  const byte = bytes[end] ?? 0;
  if (byte === 0x40 || byte === 0x5f || byte === 0x25) return false;
  if (byte === 0x3a || byte === 0x2c || byte === DOT || byte === HYPHEN || byte === SLASH) {
    return !isDigit(bytes[end + 1]) || end + 1 >= limit;
  }
  // Wide characters follow numbers in languages without spaces.
  return ((CLASS[byte] ?? 0) & WORD) === 0 || byte >= 0xe2;
}

const EXTENSIONS = [
  "x",
  "ext",
  "ext.",
  "extension",
  "extn",
  "#",
  ";ext=",
  "durchwahl",
  "poste",
  "int.",
  "ramal",
  "anexo",
]
  .map((word) => new TextEncoder().encode(word))
  .sort((one, other) => other.length - one.length);
const MAX_EXTENSION = 7;

/** The end of an extension that follows the number (`x123`, `ext. 45`), or `end` without one. */
export function withExtension({ bytes, end: limit }: Text, end: number): number {
  let at = end;
  while (at < limit && at - end < 2 && (bytes[at] === SPACE || bytes[at] === 0x2c)) at += 1;
  for (const word of EXTENSIONS) {
    let index = 0;
    while (index < word.length && at + index < limit && lower(bytes[at + index] ?? 0) === word[index])
      index += 1;
    if (index < word.length) continue;
    let digits = at + index;
    while (digits < limit && digits - at - index < 2 && (bytes[digits] === SPACE || bytes[digits] === DOT))
      digits += 1;
    let stop = digits;
    while (stop < limit && isDigit(bytes[stop])) stop += 1;
    if (stop > digits && stop - digits <= MAX_EXTENSION && !is(bytes, stop, WORD)) return stop;
  }
  return end;
}
