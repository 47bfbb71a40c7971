/**
 * Random-looking values that are assigned to something secret: a token, a key, a credential, or
 * anything named after a service that gives out keys.
 *
 * Asked at tokens of letters and digits, not at names: names such as "key" stand everywhere, values
 * that look like chance do not.
 */
import { asciiOf, is } from "../../scan/bytes.ts";
import type { NumberRun } from "../../scan/number-run.ts";
import type { Text } from "../../scan/text.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { outerStart, SHORTEST_TOKEN, valueEnd, valueStart } from "./assigned-value.ts";
import { type Assignment, readAssignment } from "./assignment.ts";
import { isFiller } from "./filler.ts";
import { type NameWords, readName } from "./name-words.ts";
import { isPlaceholder } from "./placeholder.ts";
import { looksRandom, newTraits, readTraits, type Traits } from "./randomness.ts";
import { isTagName } from "./tag-name.ts";

const SHORTEST = 8;
/** Fewest characters of what carries a secret's name, by what stands between. */
const FEWEST = { sign: 10, list: 12, space: 16 } as const;
/** How many parts with `=` between them may stand before the one that was found. */
const MAX_PARTS = 4;
const LONG_NAME = 16;
const SLASH = 0x2f;

const assignment: Assignment = { nameStart: 0, nameEnd: 0, before: 0, how: "sign", isQuoted: false };
const name: NameWords = {
  isSecret: false,
  isClear: false,
  isKey: false,
  isService: false,
  isNamedAfter: false,
};
const traits = newTraits();
const nameTraits = newTraits();

export const assignedSecret: Recognizer = {
  name: "assigned-secret",
  types: ["API_KEY", "HIGH_ENTROPY"],
  token: { min: SHORTEST_TOKEN, max: Number.MAX_SAFE_INTEGER },
  atToken(text: Text, tokenStart: number, tokenEnd: number, emit: Emit): void {
    const { bytes } = text;
    let start = valueStart(text, tokenStart);
    // `//host/path` is what follows the name of a protocol.
    if (start <= text.start || (bytes[start] === SLASH && bytes[start + 1] === SLASH)) return;
    const end = valueEnd(text, start, tokenEnd);
    if (end - start < SHORTEST) return;
    const isPart = isRandomPart(bytes, tokenStart, tokenEnd);
    for (let count = 0; count < MAX_PARTS && start > text.start; count += 1) {
      if (judge(text, start, end, isPart, emit)) return;
      start = outerStart(text, start);
    }
  },
  // The IDs some services give with their keys are numbers.
  digits: { min: 15, max: 20 },
  atNumber(text: Text, run: NumberRun, emit: Emit): void {
    const start = run.starts[0] ?? 0;
    const end = run.ends[0] ?? 0;
    if (run.count !== 1 || start <= text.start || isFiller(text.bytes, start, end)) return;
    if (is(text.bytes, end, 7) || !isNamed(text, start)) return;
    if (name.isService && name.isNamedAfter && assignment.how === "sign")
      emit("API_KEY", start, end, 0.7, "context");
  },
};

/** Reports the value if it looks like chance and is assigned to a secret. */
function judge(text: Text, start: number, end: number, isPart: boolean, emit: Emit): boolean {
  const { bytes } = text;
  const isUuid = end - start === 36 && uuidAt(bytes, start);
  readTraits(bytes, start, end, traits);
  const isRandom = isUuid || isPart || looksRandom(traits);
  if ((!isRandom && !isNearlyRandom(traits)) || !isNamed(text, start)) return false;
  if (!isRandom && !(name.isSecret && name.isNamedAfter)) return false;
  if (!isLongEnough(end - start, isUuid)) return false;
  if (isPlaceholder(bytes, start, end) || isAlgorithm(bytes, start, end)) return false;
  if (name.isService) emit("API_KEY", start, end, 0.85, "context");
  else emit("HIGH_ENTROPY", start, end, name.isSecret ? 0.8 : 0.6, "context");
  return true;
}

/** Whether what begins at `start` is assigned to something that may be secret; reads its name. */
function isNamed(text: Text, start: number): boolean {
  if (!readAssignment(text, start, assignment)) return false;
  const { nameStart, nameEnd } = assignment;
  if (isTagName(text.bytes, nameStart)) return false;
  // Another key, not a name: in one as long some small word stands by chance.
  if (nameEnd - nameStart >= LONG_NAME) {
    readTraits(text.bytes, nameStart, nameEnd, nameTraits);
    if (looksRandom(nameTraits)) return false;
  }
  readName(text.bytes, assignment.before, nameStart, nameEnd, name);
  return name.isSecret || name.isKey || name.isService;
}

/** Enough for a secret that is named after its service: short, or with few digits. */
function isNearlyRandom({ size, digits, wordiness, distinct, steps }: Traits): boolean {
  return size >= 12 && digits > 0 && wordiness < 6.2 && distinct >= 8 && steps * 3 < size;
}

function isLongEnough(size: number, isUuid: boolean): boolean {
  // A UUID is an identifier, unless its name says clearly that it is none.
  if (name.isSecret && isUuid) return name.isClear;
  if (name.isSecret) return size >= FEWEST[assignment.how];
  if (name.isService) {
    if (isUuid) return name.isClear && name.isNamedAfter && assignment.how === "sign";
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
