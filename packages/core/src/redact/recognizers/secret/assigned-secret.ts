/**
 * Random-looking values that are assigned to something secret: a token, a key, a credential, or
 * anything named after a service that gives out keys.
 *
 * Asked at tokens of letters and digits, not at names: names such as "key" stand everywhere, values
 * that look like chance do not.
 */
import { ALNUM, asciiOf, CLASS, DIGIT, is, LOWER, UPPER } from "../../scan/bytes.ts";
import type { Text } from "../../scan/text.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { type Assignment, isQuote, readAssignment } from "./assignment.ts";
import { type NameWords, readName } from "./name-words.ts";
import { isPlaceholder } from "./placeholder.ts";
import { looksRandom, newTraits, readTraits, type Traits } from "./randomness.ts";

const SHORTEST_TOKEN = 6;
/** How far before the token its value may begin. */
const MAX_BACK = 128;
const SHORTEST = 8;
/** Fewest characters of what carries a secret's name, by what stands between. */
const FEWEST = { sign: 10, list: 12, space: 16 } as const;

/** Inside a value: what base64, base64url and the tokens of clouds are made of. */
const VALUE = new Uint8Array(256);
for (let byte = 0; byte < 128; byte += 1) if (((CLASS[byte] as number) & ALNUM) !== 0) VALUE[byte] = 1;
for (const byte of new TextEncoder().encode("_-+/.~%")) VALUE[byte] = 1;

const assignment: Assignment = { nameStart: 0, nameEnd: 0, before: 0, how: "sign", isQuoted: false };
const name: NameWords = { isSecret: false, isKey: false, isService: false, isNamedAfter: false };
const traits = newTraits();

export const assignedSecret: Recognizer = {
  name: "assigned-secret",
  types: ["API_KEY", "HIGH_ENTROPY"],
  token: { min: SHORTEST_TOKEN, max: Number.MAX_SAFE_INTEGER },
  atToken(text: Text, tokenStart: number, tokenEnd: number, emit: Emit): void {
    const { bytes } = text;
    const start = valueStart(text, tokenStart);
    // `//host/path` is what follows the name of a protocol.
    if (start <= text.start || (bytes[start] === SLASH && bytes[start + 1] === SLASH)) return;
    const end = valueEnd(text, start, tokenEnd);
    if (end - start < SHORTEST) return;
    const isUuid = end - start === 36 && uuidAt(bytes, start);
    if (!isUuid) {
      readTraits(bytes, start, end, traits);
      if (!looksRandom(traits) && !isRandomPart(bytes, tokenStart, tokenEnd)) return;
    }
    if (!readAssignment(text, start, assignment)) return;
    readName(bytes, assignment.before, assignment.nameStart, assignment.nameEnd, name);
    if (!name.isSecret && !name.isKey && !name.isService) return;
    if (
      !isLongEnough(end - start, isUuid) ||
      isPlaceholder(bytes, start, end) ||
      isAlgorithm(bytes, start, end)
    )
      return;
    if (name.isService) emit("API_KEY", start, end, 0.85, "context");
    else emit("HIGH_ENTROPY", start, end, name.isSecret ? 0.8 : 0.6, "context");
  },
};

/** Where the value begins that the token is in; -1 if an earlier token of it was asked about, or it is too far. */
function valueStart({ bytes, start: first }: Text, tokenStart: number): number {
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

const SLASH = 0x2f;
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
  if (end - start < SHORTEST_TOKEN) return false;
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

function valueEnd({ bytes, end: limit }: Text, start: number, tokenEnd: number): number {
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

function isLongEnough(size: number, isUuid: boolean): boolean {
  if (name.isSecret) return isUuid || size >= FEWEST[assignment.how];
  if (name.isService) {
    if (isUuid) return name.isNamedAfter && assignment.how === "sign";
    return (size >= 14 && assignment.how === "sign") || (size >= 20 && assignment.how === "space");
  }
  return !isUuid && size >= 20 && hasAll(traits) && assignment.how === "sign";
}

/** `AWS4-HMAC-SHA256` */
function isAlgorithm(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start <= 24 && /sha-?\d|hmac|aes-?\d|[er]s256|hs256|md5/i.test(asciiOf(bytes, start, end));
}

/** `django-insecure-` and 32 characters of chance: the words before it do not count. */
function isRandomPart(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 16) return false;
  readTraits(bytes, start, end, traits);
  return looksRandom(traits);
}

function hasAll({ digits, uppers, lowers }: Traits): boolean {
  return digits > 0 && uppers > 0 && lowers > 0;
}

function uuidAt(bytes: Uint8Array, start: number): boolean {
  for (let index = 0; index < 36; index += 1) {
    const isDash = index === 8 || index === 13 || index === 18 || index === 23;
    if (isDash ? bytes[start + index] !== 0x2d : !is(bytes, start + index, 32)) return false;
  }
  return true;
}
