/**
 * Turkish number plates: province 01 to 81, one to three letters, two to five digits. Much else looks
 * like that, so a word decides.
 */
import { asciiOf, is, isDigit, LETTER, LOWER, WORD } from "../../../scan/bytes.ts";
import { contextWords, hasContext } from "../../../scan/context.ts";
import type { Text } from "../../../scan/text.ts";
import { monthOf } from "../../account/months.ts";
import type { Emit, Recognizer } from "../../recognizer.ts";

const PROVINCES = 81;
const DAYS = 31;
const SPACE = 0x20;
const MAX_LETTERS = 3;
const words = contextWords([
  "plaka",
  "plakası",
  "plakasi",
  "plakalı",
  "plakali",
  "araç",
  "arac",
  "aracın",
  "plate",
  "vehicle",
]);
/** `12 MAY 2020` is a day. */
const MONTHS = /^(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)$/;

export const trPlate: Recognizer = {
  name: "tr-plate",
  types: ["VEHICLE"],
  // Spaced, a plate begins with a run of two digits; in one piece it is a token.
  digits: { min: 2, max: 2 },
  atNumber(text, run, emit) {
    if ((run.ends[0] ?? 0) - (run.starts[0] ?? 0) === 2) attempt(text, run.starts[0] ?? 0, emit);
  },
  token: { min: 6, max: 9 },
  atToken(text, start, _end, emit) {
    if (isDigit(text.bytes[start])) attempt(text, start, emit);
  },
};

function attempt(text: Text, start: number, emit: Emit): void {
  const { bytes, end: limit } = text;
  let at = start + 2;
  const isSpaced = bytes[at] === SPACE;
  if (isSpaced) at += 1;
  const letters = at;
  while (at < limit && at - letters <= MAX_LETTERS && is(bytes, at, LETTER)) at += 1;
  const lettersEnd = at;
  if (lettersEnd === letters || lettersEnd - letters > MAX_LETTERS) return;
  if (isSpaced !== (bytes[at] === SPACE) || !isDigit(bytes[start + 1])) return;
  if (isSpaced) at += 1;
  const digits = at;
  while (at < limit && at - digits <= 5 && isDigit(bytes[at])) at += 1;
  const count = at - digits;
  // Together, letters and digits are three to seven.
  if (count < 2 || count + lettersEnd - letters > 7 || (at < limit && is(bytes, at, WORD))) return;
  const province = Number(asciiOf(bytes, start, start + 2));
  if (!(province >= 1 && province <= PROVINCES)) return;
  const sign = asciiOf(bytes, letters, lettersEnd);
  if (MONTHS.test(sign.toUpperCase())) return;
  // In other languages short forms are plates too (`34 SET 123`), unless a year follows.
  if (count === 4 && province <= DAYS && monthOf(sign.toLowerCase()) > 0) return;
  const isNamed = hasContext(text, start, at, words);
  const bare = is(bytes, letters, LOWER) ? 0.2 : isSpaced ? 0.4 : 0.25;
  emit("VEHICLE", start, at, isNamed ? 0.85 : bare, isNamed ? "context" : "pattern");
}
