/**
 * A value that a password's name announces -> may it be **the password**?
 */
import { asciiOf, is, isDigit, LETTER } from "../../scan/bytes.ts";
import type { Text } from "../../scan/text.ts";
import type { Announced } from "./announced.ts";
import { isPlaceholder } from "./placeholder.ts";
import { newTraits, readTraits } from "./randomness.ts";

const SHORTEST = 4;
const SHORTEST_WORD = 6;
/** After "is", a single word as long is no adjective. */
const LONG_WORD = 16;
const DOT = 0x2e;
const traits = newTraits();

export function isPasswordValue(
  text: Text,
  { start, end, how, isQuoted }: Announced,
  isWeak: boolean,
): boolean {
  const { bytes } = text;
  const size = end - start;
  if (size < SHORTEST || hasSpace(bytes, start, end)) return false;
  readTraits(bytes, start, end, traits);
  const { digits, uppers, lowers, others } = traits;
  const letters = uppers + lowers;
  if (letters + digits === 0 || isPlaceholder(bytes, start, end)) return false;
  if (isPath(bytes, start, end)) return false;
  if (!isQuoted && isCode(text, start, end)) return false;
  const hasMark = others > 0 && hasPasswordMark(bytes, start, end);
  const isMixed = digits > 0 && letters > 0;
  if (isWeak) {
    if (isWide(bytes, start, end)) return false;
    if (how === "space" && !isQuoted) return false;
    if (how === "change" || how === "line" || /secret|oauth/i.test(asciiOf(bytes, start, end))) return false;
    return (isMixed && (size >= 6 || hasMark)) || (hasMark && letters > 0 && uppers > 0);
  }
  if (how === "space" && !isQuoted) {
    const isStrong = isMixed && size >= 8 && (hasMark || (uppers > 0 && lowers > 0));
    return isStrong || (isMixed && size >= 6 && isOption(text, start));
  }
  if (how === "line") return isMixed && size >= 6 && others <= 4;
  if (isMixed || (hasMark && letters > 0))
    return (how !== "verb" && how !== "change") || isQuoted || isMixed || others > 1 || size >= 8;
  if (letters === 0) return digits >= 4 && digits === size && how !== "space" && size <= 16;
  if (traits.size !== letters || traits.distinct < 4) return false;
  if (!isQuoted) return how === "verb" && size >= LONG_WORD;
  return size >= SHORTEST_WORD && (how === "verb" || (how === "sign" && isOddWord()));
}

/** Letters alone: capitals in the middle, or pairs that words do not have. */
function isOddWord(): boolean {
  return (traits.uppers > 1 && traits.lowers > 0 && traits.wordiness < 6) || traits.wordiness < 4.5;
}

function hasSpace(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((bytes[at] as number) <= 0x20) return true;
  return false;
}

/** `projects/example/secrets/database`: two slashes, and words between them. */
function isPath(bytes: Uint8Array, start: number, end: number): boolean {
  let slashes = 0;
  for (let at = start; at < end; at += 1) if (bytes[at] === 0x2f) slashes += 1;
  return slashes >= 2 && traits.wordiness > 5.5;
}

function isWide(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((bytes[at] as number) >= 0x80) return true;
  return false;
}

/** Marks that stand in passwords and not between the parts of a name. */
function hasPasswordMark(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    const isMark =
      byte === 0x21 ||
      byte === 0x23 ||
      byte === 0x24 ||
      byte === 0x25 ||
      byte === 0x26 ||
      byte === 0x2a ||
      byte === 0x2b ||
      byte === 0x40 ||
      byte === 0x5e ||
      byte === 0x7e ||
      (byte === 0x3f && at < end - 1);
    if (isMark) return true;
  }
  return false;
}

/** Calls, paths and names of other values: `getPassword()`, `user.pass1`, `row["x"]`, `./secret1.txt`. */
function isCode({ bytes, end: limit }: Text, start: number, end: number): boolean {
  const next = end < limit ? bytes[end] : 0x20;
  if (next === 0x28 || next === 0x5b) return true;
  const first = bytes[start];
  if (first === 0x2f || first === DOT || first === 0x28 || first === 0x5b) return true;
  // `!isValid`, `a?.b`
  if (first === 0x21 && isIdentifier(bytes, bytes[start + 1] === 0x21 ? start + 2 : start + 1, end))
    return true;
  let dots = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === 0x28 || byte === 0x5b || byte === 0x7b || (byte === 0x3f && bytes[at + 1] === DOT))
      return true;
    if (byte === DOT && is(bytes, at - 1, LETTER) && is(bytes, at + 1, LETTER)) dots += 1;
  }
  if (dots > 0) return true;
  return (
    /pass|pwd|user|param|arg|config|value/i.test(asciiOf(bytes, start, Math.min(end, start + 40))) &&
    isIdentifier(bytes, start, end)
  );
}

function isIdentifier(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    if (!is(bytes, at, LETTER) && !isDigit(bytes[at]) && bytes[at] !== 0x5f) return false;
  }
  return !isDigit(bytes[end - 1]) || end - start > 16;
}

/** `--password x`, `-Password x`: a dash stands before the name. */
function isOption({ bytes, start: first }: Text, start: number): boolean {
  let at = start;
  while (at > first && start - at < 40 && bytes[at - 1] === 0x20) at -= 1;
  while (at > first && start - at < 40 && bytes[at - 1] !== 0x20 && bytes[at - 1] !== 0x0a) at -= 1;
  return bytes[at] === 0x2d;
}
