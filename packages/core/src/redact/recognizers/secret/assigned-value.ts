/**
 * A token of letters and digits -> the **value** it is in: where that begins and ends.
 *
 * Values go on across `-`, `_`, `/` and the like, and some alphabets have `=`, which also stands
 * between a name and its value. What looks like chance is of the value, what looks like words is a name.
 */
import { ALNUM, CLASS, DIGIT, LOWER, UPPER } from "../../scan/bytes.ts";
import type { Text } from "../../scan/text.ts";
import { isQuote } from "./assignment.ts";
import { newTraits, readTraits } from "./randomness.ts";

/** Tokens with fewer bytes are not asked about. */
export const SHORTEST_TOKEN = 6;
/** Of a part before `=` that is to be taken for chance. */
const SHORTEST_PART = 5;
/** How far before the token its value may begin. */
const MAX_BACK = 128;

/** Inside a value: what base64, base64url and the tokens of clouds are made of. */
const VALUE = new Uint8Array(256);
for (let byte = 0; byte < 128; byte += 1) if (((CLASS[byte] as number) & ALNUM) !== 0) VALUE[byte] = 1;
for (const byte of new TextEncoder().encode("_-+/.~%")) VALUE[byte] = 1;

const traits = newTraits();

/** Where the value begins that the token is in; -1 if an earlier token of it was asked about, or it is too far. */
export function valueStart({ bytes, start: first }: Text, tokenStart: number): number {
  const limit = Math.max(first, tokenStart - MAX_BACK);
  let at = tokenStart;
  let run = 0;
  let classes = 0;
  while (at > limit && VALUE[bytes[at - 1] as number] === 1) {
    at -= 1;
    const here = CLASS[bytes[at] as number] as number;
    if ((here & ALNUM) !== 0) {
      run += 1;
      classes |= here;
      const isMixed = (classes & DIGIT) !== 0 && (classes & (UPPER | LOWER)) !== 0;
      if (run >= SHORTEST_TOKEN && isMixed) return -1;
    } else {
      run = 0;
      classes = 0;
    }
    if (at > limit && bytes[at - 1] === EQUALS) {
      const part = partStart(bytes, at - 1, limit);
      if (part >= 0) {
        at = part;
        if (hasToken(bytes, part, tokenStart)) return -1;
      }
    }
  }
  return at === limit && at > first ? -1 : at;
}

const EQUALS = 0x3d;

/**
 * Some alphabets have `=` in the middle. What stands before one is the beginning of the value, not
 * the name of it, if it looks like chance.
 * @returns where that beginning starts, or -1
 */
function partStart(bytes: Uint8Array, equals: number, limit: number): number {
  let at = equals;
  while (at > limit && VALUE[bytes[at - 1] as number] === 1) at -= 1;
  return at > limit && isChance(bytes, at, equals) ? at : -1;
}

function isChance(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < SHORTEST_PART) return false;
  readTraits(bytes, start, end, traits);
  return traits.digitRuns > 1 || (traits.digits > 0 && traits.pairs > 0 && traits.wordiness < 5.3);
}

/** Whether a token that was asked about before stands in `[from, to)`. */
function hasToken(bytes: Uint8Array, from: number, to: number): boolean {
  let run = 0;
  let classes = 0;
  for (let at = from; at < to; at += 1) {
    const here = (CLASS[bytes[at] as number] as number) & ALNUM;
    run = here === 0 ? 0 : run + 1;
    classes = here === 0 ? 0 : classes | here;
    if (run >= SHORTEST_TOKEN && (classes & DIGIT) !== 0 && classes !== DIGIT) return true;
  }
  return false;
}

/** Whether the `=` at `at` is within the value, and not the end of a name or padding. */
function goesOn(bytes: Uint8Array, start: number, at: number, limit: number): boolean {
  let next = at;
  while (next < limit && bytes[next] === EQUALS) next += 1;
  const isInside = next < limit && VALUE[bytes[next] as number] === 1;
  return isInside && at - start <= MAX_BACK && isChance(bytes, start, at);
}

/** Where it ends; -1 if it is a name, a call or an address after all. */
export function valueEnd({ bytes, end: limit }: Text, start: number, tokenEnd: number): number {
  let end = tokenEnd;
  while (end < limit) {
    if (VALUE[bytes[end] as number] === 1) end += 1;
    else if (bytes[end] === EQUALS && goesOn(bytes, start, end, limit)) end += 1;
    else break;
  }
  const padding = end;
  while (end < limit && end - padding < 2 && bytes[end] === 0x3d) end += 1;
  const next = end < limit ? bytes[end] : 0x20;
  // A call, an index, an address, a name that is itself assigned to.
  if (next === 0x28 || next === 0x5b || next === 0x40 || next === 0x3d || next === 0x3a) return -1;
  while (end > tokenEnd && (bytes[end - 1] === 0x2e || bytes[end - 1] === 0x25) && !isQuote(next)) end -= 1;
  return end;
}

/**
 * The beginning of what stands before the `=` at which a value seemed to begin, if nothing but parts
 * of a value and `=` stand there; else -1. For values such as `8==mxd...`, whose first part is too short to tell.
 */
export function outerStart({ bytes, start: first }: Text, start: number): number {
  const limit = Math.max(first, start - MAX_BACK);
  let at = start;
  while (at > limit && bytes[at - 1] === EQUALS) at -= 1;
  if (at === start) return -1;
  while (at > limit && VALUE[bytes[at - 1] as number] === 1) at -= 1;
  return at > limit ? at : -1;
}
