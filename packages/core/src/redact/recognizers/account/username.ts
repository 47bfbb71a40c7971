/** User names by their label: `username: jdoe82`, `mein Benutzername ist jdoe82`, `"login":"jdoe82"`. */
import { ALNUM, CLASS, is, isDigit, WORD } from "../../scan/bytes.ts";
import { HARD, type Text } from "../../scan/text.ts";
import { wordOf } from "../government/form/word-of.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { NOT_NAMES } from "./not-names.ts";

/** What follows these is a name. */
const LABELS = [
  "username",
  "user name",
  "user_name",
  "user-name",
  "login name",
  "loginname",
  "screen name",
  "screen_name",
  "nickname",
  "gamertag",
  "benutzername",
  "benutzerkennung",
  "nutzername",
  "anmeldename",
  "nom d'utilisateur",
  "nombre de usuario",
  "nome de usuário",
  "nome de utilizador",
  "nome utente",
  "gebruikersnaam",
  "psn id",
  "my handle",
  "github handle",
  "twitter handle",
];
/** What follows these may be anything (`Usuario: Hola`, `Twitter: photos`), and must look like a name. */
const HINTS = [
  "user id",
  "userid",
  "user_id",
  "discord",
  "telegram",
  "instagram",
  "insta",
  "snapchat",
  "skype",
  "identifiant",
  "mon pseudo",
  "son pseudo",
  "votre pseudo",
  "usuario",
  "usuário",
  "login",
];
const MIN = 3;
const MAX = 32;
const MAX_GAP = 20;
/** A line's end, `, . ? ; ) #`, and the border of the document: no value of this label follows. */
const ENDS: ReadonlySet<number> = new Set([HARD, 0x0a, 0x2c, 0x2e, 0x3f, 0x3b, 0x29, 0x23]);
const QUOTES = new Set([0x22, 0x27, 0x60]);
const PART = new Uint8Array(256);
for (const byte of new TextEncoder().encode("._-#")) PART[byte] = 1;
/** What a program does with a name: calls, members, templates. */
const CODE = new Uint8Array(256);
for (const byte of new TextEncoder().encode("([{<>$=/\\@%+*")) CODE[byte] = 1;
const VERBS = new Set(["is", "ist", "lautet", "est", "es", "é", "è", "was", "name", "id"]);

export const username: Recognizer = {
  name: "username",
  types: ["USERNAME"],
  literals: [...LABELS, ...HINTS].map((text) => ({ text, ignoreCase: true, wordStart: true, wordEnd: true })),
  atLiteral(text: Text, _start: number, end: number, literal: number, emit: Emit): void {
    const { bytes } = text;
    const limit = Math.min(text.end, end + MAX_GAP);
    let isStrong = false;
    let isSaid = false;
    let quote = HARD;
    let at = end;
    while (at < limit) {
      const byte = bytes[at] ?? HARD;
      if (QUOTES.has(byte)) quote = byte;
      else if (byte === 0x3a || byte === 0x3d) isStrong = true;
      else if (byte === 0x40 && (isStrong || isSaid)) return;
      else if (ENDS.has(byte)) return;
      else if (is(bytes, at, WORD)) {
        const stop = valueEnd(text, at);
        const word = wordOf(bytes, at, stop);
        if (!VERBS.has(word) || isStrong) {
          const isQuoted = quote !== HARD && bytes[at - 1] === quote && bytes[stop] === quote;
          if (isStrong || isSaid)
            report(text, at, stop, word, isStrong && literal < LABELS.length, isQuoted, emit);
          return;
        }
        isSaid = true;
        at = stop;
        continue;
      } else if (CODE[byte] === 1 && byte !== 0x2a && byte !== 0x3e) return;
      at += 1;
    }
  },
};

function report(
  text: Text,
  start: number,
  end: number,
  word: string,
  isStrong: boolean,
  isQuoted: boolean,
  emit: Emit,
): void {
  const { bytes } = text;
  const size = end - start;
  if (size < MIN || size > MAX || NOT_NAMES.has(word)) return;
  const next = end < text.end ? bytes[end] : HARD;
  if (next !== undefined && CODE[next] === 1) return;
  let hasSign = false;
  let hasLetter = false;
  for (let at = start; at < end; at += 1) {
    if (isDigit(bytes[at]) || PART[bytes[at] ?? HARD] === 1) hasSign = true;
    else hasLetter = true;
  }
  if (!hasLetter) return;
  // `self.name`, `os.environ`: the members of things, not of people.
  const head = word.split(".")[0] ?? "";
  if (!isQuoted && word.includes(".") && (NOT_NAMES.has(head) || isAssigned(bytes, start))) return;
  // In prose a plain word may be any word; after a colon it is the value.
  if (!isStrong && !hasSign && !isQuoted) return;
  const score = isQuoted ? 0.85 : hasSign ? 0.8 : 0.55;
  emit("USERNAME", start, end, score, "context");
}

/** `name = handler.username` */
function isAssigned(bytes: Uint8Array, start: number): boolean {
  return bytes[start - 1] === 0x3d || (bytes[start - 1] === 0x20 && bytes[start - 2] === 0x3d);
}

function valueEnd({ bytes, end }: Text, from: number): number {
  let at = from;
  while (at < end && at - from <= MAX && isPart(bytes[at])) at += 1;
  while (at > from && PART[bytes[at - 1] ?? HARD] === 1) at -= 1;
  return at;
}

function isPart(byte: number | undefined): boolean {
  return byte !== undefined && (PART[byte] === 1 || ((CLASS[byte] ?? 0) & (ALNUM | 8)) !== 0);
}
