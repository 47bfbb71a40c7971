/**
 * Postcodes with letters: the United Kingdom (`SW1A 1AA`), Canada (`K1A 0B1`) and Ireland (`D02 X285`)
 *
 * Found at the first half, which mixes letters and digits. Codes without a space, or in small letters,
 * are also many other things, and need a label.
 */
import { asciiOf, CLASS, DIGIT, is, LOWER, UPPER, WORD } from "../../scan/bytes.ts";
import { HARD, type Text } from "../../scan/text.ts";
import { UK_AREAS, UNIT_LETTERS } from "./words/postcode-words.ts";

export interface LetterCode {
  readonly end: number;
  readonly score: number;
}

const SPACE = 0x20;
const HYPHEN = 0x2d;
const CLEAR = 0.75;
const UNSURE = 0.4;

/** Letters that do not occur in the second half, and in Canada anywhere. */
const NOT_INWARD = /[CIKMOV]/;
const NOT_CANADA = /[DFIOQU]/;
const NOT_FIRST = /[WZ]/;

/** The postcode that begins with the token `[start, end)`, if one does. */
export function letterCode(
  { bytes, start: from, end: limit }: Text,
  start: number,
  end: number,
): LetterCode | undefined {
  const size = end - start;
  if (!is(bytes, start, UPPER | LOWER)) return undefined;
  if (
    start > from &&
    (bytes[start - 1] === HYPHEN || bytes[start - 1] === 0x5f || is(bytes, start - 1, WORD))
  )
    return undefined;
  const isOne = size >= 5;
  const joint = bytes[end];
  if (isOne ? joint === HYPHEN : size > 4 || (joint !== SPACE && joint !== HYPHEN)) return undefined;
  let after = isOne ? end : end + 1;
  if (!isOne)
    while (
      after < limit &&
      after < end + 6 &&
      ((CLASS[bytes[after] ?? HARD] ?? 0) & (DIGIT | UPPER | LOWER)) !== 0
    )
      after += 1;
  if (after < limit && (is(bytes, after, WORD) || bytes[after] === 0x5f)) return undefined;
  const split = isOne ? end - 3 : end;
  const first = asciiOf(bytes, start, split);
  const second = asciiOf(bytes, isOne ? split : end + 1, after);
  const one = first.toUpperCase();
  const two = second.toUpperCase();
  const isSure = !isOne && joint === SPACE && first === one && second === two;
  if (isBritish(one, two)) {
    if (joint === HYPHEN) return undefined;
    return { end: after, score: isSure && !UNIT_LETTERS.has(two.slice(1)) ? CLEAR : UNSURE };
  }
  if (isCanadian(one, two)) return { end: after, score: isSure ? CLEAR : UNSURE };
  return undefined;
}

function isBritish(outward: string, inward: string): boolean {
  if (!/^[0-9][A-Z]{2}$/.test(inward) || NOT_INWARD.test(inward)) return false;
  const area = /^([A-Z]{1,2})[0-9](?:[0-9]|[A-Z])?$/.exec(outward)?.[1];
  return area !== undefined && UK_AREAS.has(area);
}

function isCanadian(forward: string, local: string): boolean {
  if (!/^[A-Z][0-9][A-Z]$/.test(forward) || !/^[0-9][A-Z][0-9]$/.test(local)) return false;
  return !NOT_CANADA.test(forward + local) && !NOT_FIRST.test(forward);
}
