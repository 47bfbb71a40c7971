/**
 * Postcodes with letters: the United Kingdom (`SW1A 1AA`), Canada (`K1A 0B1`) and Ireland (`D02 X285`)
 *
 * Found at the first half, which mixes letters and digits. Codes without a space, or in small letters,
 * are also many other things: they need a label, or a field or line of their own.
 */
import { asciiOf, CLASS, DIGIT, is, LOWER, UPPER, WORD } from "../../scan/bytes.ts";
import { HARD, type Text } from "../../scan/text.ts";
import { UK_AREAS, UNIT_LETTERS } from "./words/postcode-words.ts";

interface LetterCode {
  readonly end: number;
  readonly score: number;
}

const SPACE = 0x20;
const HYPHEN = 0x2d;
const UNDERSCORE = 0x5f;
const CLEAR = 0.75;
/** Alone on its line or in its field. */
const ALONE = 0.55;
const UNSURE = 0.4;
/** Longest second half, and the shortest code that is written without a space. */
const LONGEST_HALF = 4;
const SHORTEST_WHOLE = 5;

/** Letters that do not occur in the second half, and in Canada anywhere. */
const BRITISH_INWARD = /^[0-9][ABD-HJLNP-UW-Z]{2}$/;
const BRITISH_OUTWARD = /^([A-Z]{1,2})[0-9][0-9A-Z]?$/;
const CANADIAN = /^[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z][0-9][ABCEGHJ-NPRSTV-Z][0-9]$/;
const IRISH = /^(?:[AC-FHKNPRTV-Y][0-9]{2}|D6W)(?=.*[0-9])(?=.*[A-Z])[0-9AC-FHKNPRTV-Y]{4}$/;

/** The postcode that begins with the token `[start, end)`, if one does. */
export function letterCode(text: Text, start: number, end: number): LetterCode | undefined {
  const { bytes } = text;
  if (!is(bytes, start, UPPER | LOWER) || isInside(text, start - 1)) return undefined;
  const isSplit = end - start < SHORTEST_WHOLE;
  const joint = bytes[end];
  if (isSplit ? joint !== SPACE && joint !== HYPHEN : joint === HYPHEN) return undefined;
  const after = isSplit ? halfEnd(text, end + 1) : end;
  if (isInside(text, after)) return undefined;
  const written = asciiOf(bytes, start, end) + (isSplit ? asciiOf(bytes, end + 1, after) : "");
  const code = written.toUpperCase();
  const isSure = joint === SPACE && isSplit && written === code;
  const first = isSplit ? end - start : undefined;
  if (isBritish(code) && (first ?? code.length - 3) === code.length - 3) {
    if (joint === HYPHEN) return undefined;
    if (isSure && !UNIT_LETTERS.has(code.slice(-2))) return { end: after, score: CLEAR };
    return { end: after, score: isAlone(text, start, after) && written === code ? ALONE : UNSURE };
  }
  if ((first ?? 3) !== 3) return undefined;
  if (CANADIAN.test(code)) return { end: after, score: isSure ? CLEAR : UNSURE };
  if (IRISH.test(code) && joint !== HYPHEN) return { end: after, score: isSure ? ALONE : UNSURE };
  return undefined;
}

function isBritish(code: string): boolean {
  if (!BRITISH_INWARD.test(code.slice(-3))) return false;
  const area = BRITISH_OUTWARD.exec(code.slice(0, -3))?.[1];
  return area !== undefined && UK_AREAS.has(area);
}

/** Something longer goes on at `at`. */
function isInside({ bytes, start, end }: Text, at: number): boolean {
  if (at < start || at >= end) return false;
  return is(bytes, at, WORD) || bytes[at] === UNDERSCORE || bytes[at] === HYPHEN;
}

function halfEnd({ bytes, end }: Text, from: number): number {
  let at = from;
  while (
    at < end &&
    at - from <= LONGEST_HALF &&
    ((CLASS[bytes[at] ?? HARD] ?? 0) & (DIGIT | UPPER | LOWER)) !== 0
  )
    at += 1;
  return at;
}

/** Between quotes, line breaks, tabs or the ends of the document. */
function isAlone({ bytes, start, end }: Text, from: number, to: number): boolean {
  return isEdge(from > start ? bytes[from - 1] : HARD) && isEdge(to < end ? bytes[to] : HARD);
}

function isEdge(byte: number | undefined): boolean {
  return byte === HARD || byte === 0x22 || byte === 0x27 || byte === 0x0a || byte === 0x09;
}
