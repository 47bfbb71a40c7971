/**
 * "pass" at a place -> is it the **name of a password**, and where does it end?
 *
 * `password`, `MYSQLPASS`, `db_pw`, `PasswordConfirmation` are; `passage`, `bypass`, `password_hash`
 * are not.
 */
import { asciiOf, CLASS, DIGIT, is, LETTER, LOWER, UPPER, WORD } from "../../scan/bytes.ts";
import type { Text } from "../../scan/text.ts";
import { ABOUT_PASSWORD, type PasswordWord } from "./password-words.ts";

const MAX_TAIL = 32;
const UNDERSCORE = 0x5f;
const HYPHEN = 0x2d;

const encoder = new TextEncoder();
const restsOf = new Map<PasswordWord, readonly Uint8Array[]>();

/** The offset after the name that `[start, end)` stands in; -1 if it is no password's. */
export function readPasswordName(
  { bytes, start: first, end: limit }: Text,
  start: number,
  end: number,
  word: PasswordWord,
): number {
  let at = restEnd(bytes, end, limit, word);
  if (at < 0 || !mayStart(bytes, first, start, word)) return -1;
  // What follows in the same name.
  const tail = at;
  const stop = Math.min(limit, tail + MAX_TAIL);
  while (at < stop && (is(bytes, at, LETTER | DIGIT) || bytes[at] === UNDERSCORE || bytes[at] === HYPHEN))
    at += 1;
  if (at === stop && stop === tail + MAX_TAIL) return -1;
  if (at > tail && isAbout(bytes, tail, at)) return -1;
  return at;
}

/** The end of the longest rest of the word that stands at `from`; -1 if the word goes on otherwise. */
function restEnd(bytes: Uint8Array, from: number, limit: number, word: PasswordWord): number {
  let rests = restsOf.get(word);
  if (rests === undefined) {
    rests = word.rests.map((rest) => encoder.encode(rest));
    restsOf.set(word, rests);
  }
  for (const rest of rests) {
    const end = from + rest.length;
    if (end > limit || !rest.every((byte, index) => isSame(bytes[from + index] as number, byte))) continue;
    if (end === limit || endsWord(bytes, from - 1, end)) return end;
  }
  return -1;
}

function isSame(byte: number, wanted: number): boolean {
  return byte === wanted || (byte < 0x80 && (byte | 0x20) === wanted && wanted >= 0x61);
}

/** Within a name a new word begins at a capital after small letters, a digit, a mark, or a letter of another script. */
function endsWord(bytes: Uint8Array, last: number, end: number): boolean {
  const next = CLASS[bytes[end] as number] as number;
  if ((next & LETTER) === 0) return true;
  if ((next & UPPER) !== 0) return is(bytes, end - 1, LOWER);
  return (next & LOWER) === 0 && !is(bytes, last, LOWER | UPPER);
}

/** `bypass` and `compass` are words; `MYSQLPASS`, `userPass` and `db_pass` are names. */
function mayStart(bytes: Uint8Array, first: number, start: number, word: PasswordWord): boolean {
  if (start === first || !is(bytes, start - 1, WORD)) return true;
  const before = CLASS[bytes[start - 1] as number] as number;
  const here = CLASS[bytes[start] as number] as number;
  if ((before & DIGIT) !== 0 || (here & 8) !== 0) return true;
  if ((here & UPPER) !== 0 && (before & LOWER) !== 0) return true;
  const isOneWord = (here & LOWER) !== 0 || word.text === "pw";
  if (isOneWord) return word.isWeak !== true && word.isShort !== true;
  // All capitals: BYPASS and COMPASS are the ones that occur.
  return !/(?:BY|COM|TRES|SUR|OVER|UNDER)$/.test(asciiOf(bytes, Math.max(first, start - 5), start));
}

/** The words behind the name's own say that the value is about a password. */
function isAbout(bytes: Uint8Array, from: number, to: number): boolean {
  const tail = asciiOf(bytes, from, to);
  return tail
    .split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/)
    .some((part) => part !== "" && ABOUT_PASSWORD.has(part.toLowerCase()));
}
