/**
 * Dates of birth: a date that a word before it (sometimes behind it) says somebody was born on. Other
 * dates are left alone, and so are those of people long dead.
 */
import { asciiOf, is, isBoundary, SPACE, UPPER, WORD } from "../../scan/bytes.ts";
import { HARD, type Text } from "../../scan/text.ts";
import { wordOf } from "../government/form/word-of.ts";
import type { Emit, Literal, Recognizer } from "../recognizer.ts";
import { isBirthYear } from "./birth-year.ts";
import { isBygone, mayBegin, readDate } from "./read-date.ts";

/** Name a field: the date follows at once. */
const LABELS = [
  "dob",
  "d.o.b",
  "birthdate",
  "birth date",
  "birth_date",
  "date of birth",
  "dateofbirth",
  "date_of_birth",
  "birthday",
  "birth day",
  "bday",
  "geburtsdatum",
  "geburtstag",
  "geb.-datum",
  "gebdat",
  "date de naissance",
  "datenaissance",
  "anniversaire",
  "fecha de nacimiento",
  "fecha nacimiento",
  "fechanacimiento",
  "fecha_nacimiento",
  "cumpleaños",
  "f. nac",
  "fecha de nac",
  "data de nascimento",
  "datanascimento",
  "data_nascimento",
  "data nasc",
  "aniversário",
  "data di nascita",
  "datanascita",
  "data_nascita",
  "compleanno",
  "geboortedatum",
  "verjaardag",
  "geb.datum",
  "födelsedatum",
  "fødselsdato",
  "data urodzenia",
  "syntymäaika",
  "birth on",
];
/** Tell of a birth: a place may stand between. */
const VERBS = [
  "born",
  "geboren",
  "geb.",
  "né le",
  "née le",
  "né à",
  "née à",
  "né(e) le",
  "nacido el",
  "nacida el",
  "nací el",
  "nació el",
  "nacido en",
  "nacida en",
  "nascido em",
  "nascida em",
  "nasci em",
  "nasceu em",
  "nascido a",
  "nasceu a",
  "nasci no dia",
  "nato il",
  "nata il",
  "nato a",
  "nata a",
  "nacque il",
  "sono nato",
  "sono nata",
  "geboren op",
];

/** How far a date may stand behind the one and the other. */
const LABEL_REACH = 24;
const VERB_REACH = 64;
const BACK_REACH = 24;
/** Words that turn to something else: nothing behind them tells of a birth. */
const TURNS = new Set([
  "died",
  "dies",
  "married",
  "gestorben",
  "verheiratet",
  "mort",
  "morte",
  "décédé",
  "décédée",
  "murió",
  "fallecido",
  "faleceu",
  "morto",
  "morta",
  "overleden",
  "founded",
  "gest",
  "issued",
  "expires",
  "since",
  "joined",
]);
const MAX_WORDS = 3;
const COMMA = 0x2c;
const OPEN = 0x5b;
/** End what is told: `;`, `?`, `!`, and the border of the document. */
const ENDS: ReadonlySet<number> = new Set([HARD, 0x3b, 0x3f, 0x21]);
const SENTENCE = 0x2e;
const LINE = 0x0a;
/** A line break ends what is told, unless it only wraps the line: `born on` and, below, the date. */
const MAX_WORDS_BEFORE_LINE = 2;
/** A year says less than a date: below what a profile acts on unless told so. */
const YEAR_ALONE = 0.4;

export const dateOfBirth: Recognizer = {
  name: "date-of-birth",
  types: ["DATE_OF_BIRTH"],
  literals: [...LABELS, ...VERBS].map(
    (text): Literal => ({ text, ignoreCase: true, wordStart: true, ...(isWord(text) && { wordEnd: true }) }),
  ),
  atLiteral(text: Text, start: number, end: number, literal: number, emit: Emit): void {
    const isLabel = literal < LABELS.length;
    if (isLabel ? !afterLabel(text, end, emit) : !afterVerb(text, end, emit)) {
      if (isLabel) before(text, start, emit);
    }
  },
};

/** Short words must be whole ones; `geburtstag` may go on (`Geburtstags`, `birthdayDate`). */
function isWord(text: string): boolean {
  return text === "dob" || text === "born" || text === "bday" || / (?:le|el|em|il|en|op|a|à)$/.test(text);
}

/** Signs, and at most two words (`is on`, `war am`), stand between a label and its date. */
function afterLabel(text: Text, from: number, emit: Emit): boolean {
  const { bytes } = text;
  const limit = Math.min(text.end, from + LABEL_REACH);
  let words = 0;
  let at = from;
  // What is left of the label's word: `Geburtsdatums`, `birthDateUtc`.
  while (at < limit && !isBoundary(bytes, at)) at += 1;
  while (at < limit && words <= MAX_WORDS) {
    if (isBoundary(bytes, at)) {
      const byte = bytes[at] ?? HARD;
      if (ENDS.has(byte) || (byte === COMMA && words > 0) || isTag(bytes, at)) return false;
      at += 1;
      continue;
    }
    const end = mayBegin(bytes, at) ? readDate(text, at) : -1;
    if (end > 0) {
      if (!isBygone(text, at, end)) emit("DATE_OF_BIRTH", at, end, 0.95, "context");
      return true;
    }
    while (at < text.end && !isBoundary(bytes, at)) at += 1;
    words += 1;
  }
  return false;
}

function afterVerb(text: Text, from: number, emit: Emit): boolean {
  const { bytes } = text;
  const limit = Math.min(text.end, from + VERB_REACH);
  let words = 0;
  let at = from;
  while (at < limit) {
    if (isBoundary(bytes, at)) {
      if (
        isTag(bytes, at) ||
        endsSentence(bytes, at) ||
        (bytes[at] === LINE && words > MAX_WORDS_BEFORE_LINE)
      )
        return false;
      at += 1;
      continue;
    }
    const end = mayBegin(bytes, at) ? readDate(text, at) : -1;
    if (end > 0) {
      if (!isBygone(text, at, end)) emit("DATE_OF_BIRTH", at, end, 0.9, "context");
      return true;
    }
    const start = at;
    while (at < text.end && !isBoundary(bytes, at)) at += 1;
    words += 1;
    if (isYear(bytes, start, at)) {
      emit("DATE_OF_BIRTH", start, at, YEAR_ALONE, "context");
      return true;
    }
    if (at - start < 12 && TURNS.has(wordOf(bytes, start, at))) return false;
  }
  return false;
}

/** A full stop behind a word of two letters or more (`geb. 12.5.` goes on), and other ends. */
function endsSentence(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  if (byte === undefined || ENDS.has(byte)) return true;
  return byte === SENTENCE && is(bytes, at + 1, SPACE) && is(bytes, at - 1, WORD) && is(bytes, at - 2, WORD);
}

/** `[DATE_OF_BIRTH]`: redacted before; what stands behind it tells of something else. */
function isTag(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === OPEN && is(bytes, at + 1, UPPER);
}

function isYear(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === 4 && isBirthYear(Number(asciiOf(bytes, start, end)));
}

/** `12 May 1987 is my birthday`, `02.03.1990 (Geburtsdatum)`: the date ends right before the label. */
function before(text: Text, label: number, emit: Emit): void {
  const { bytes } = text;
  const from = Math.max(text.start, label - BACK_REACH);
  for (let at = from; at < label; at += 1) {
    if (isBoundary(bytes, at) || !mayBegin(bytes, at)) continue;
    const end = readDate(text, at);
    if (end < 0 || end > label || end - at < 6) continue;
    const between = wordOf(bytes, end, label);
    const isTold = /^[ \t]*(?:\(|is (?:my|his|her|their|the) |ist (?:mein|sein|ihr) |= ?|- )$/.test(between);
    if (isTold && !isBygone(text, at, end)) emit("DATE_OF_BIRTH", at, end, 0.85, "context");
    return;
  }
}
