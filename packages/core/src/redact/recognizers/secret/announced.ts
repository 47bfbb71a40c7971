/**
 * A name -> the value it **announces**
 *
 * Reads forward from the end of the name: a closing quote or bracket, perhaps a type, a sign or a
 * verb, and then the value. Over a bounded distance.
 */
import { asciiOf, is, LETTER, WORD } from "../../scan/bytes.ts";
import type { Text } from "../../scan/text.ts";
import { readValue } from "./announced-value.ts";

export interface Announced {
  start: number;
  end: number;
  /**
   * `sign`: `=` or `:`. `verb`: "is", or a dash. `change`: "to". `line`: a sign at the end of the line
   * before. `space`: nothing, as in `--password x`.
   */
  how: "sign" | "verb" | "change" | "line" | "space";
  isQuoted: boolean;
}

const MAX_GAP = 56;
/** Words between a name and its value. */
const MAX_WORDS = 8;
const SPACE = 0x20;
const COLON = 0x3a;
const EQUALS = 0x3d;
const COMMA = 0x2c;
const BAR = 0x7c;
const DASH = 0x2d;
const STAR = 0x2a;
const LINE = 0x0a;

const QUOTE = tableOf("\"'`");
/** Between a name and its sign. */
const CLOSING = tableOf("\"'`)]\\*?!");
const SIGN = tableOf("=:>");

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** "is", in the languages we read; after it comes the value, or a colon and the value. */
const VERBS = setOf("is was ist lautet war es era est était sera è era é foi são waren are be");
/** "is now x". */
const FILLERS = setOf("now currently still jetzt nun ahora maintenant agora adesso ora nu");
/** "has been changed to x": without "to" no value follows. */
const CHANGES = setOf(
  "has been set reset changed updated wurde wird gesetzt geändert zurückgesetzt zu cambiada changé mudada",
);
const TOWARDS = setOf("to auf naar");
/** "password for admin: x", "Passwort für das WLAN ist x". */
const FOR = setOf("for of on für fuer vom zum para del de pour du per di do da voor van");
/** Types of programming languages, between the name and its `=`. */
const TYPES = setOf("string str char varchar text byte bytes");

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const byte of new TextEncoder().encode(characters)) table[byte] = 1;
  return table;
}

/** Writes into `out` where the value stands that the name which ends at `from` announces. */
export function readAnnounced(text: Text, from: number, out: Announced): boolean {
  const { bytes } = text;
  const limit = Math.min(text.end, from + MAX_GAP);
  let at = from;
  out.how = "space";
  while (at < limit && CLOSING[bytes[at] as number] === 1) at += 1;
  const isClosed = at > from;
  at = skipSpace(bytes, at, limit);
  const sign = skipSigns(bytes, at, limit);
  if (sign > at) at = afterSign(bytes, sign, limit, out);
  else if (bytes[at] === COMMA && (isClosed ? isSetting(text, from) : bytes[at + 1] !== SPACE)) {
    // `define('PASSWORD', 'x')`, `getenv("PASSWORD", "x")`, `password,default:x`.
    at = skipSpace(bytes, at + 1, limit);
    if (QUOTE[bytes[at] as number] !== 1) at = skipWordAndSign(bytes, at, limit);
    out.how = "sign";
  } else if (bytes[at] === BAR && (!isClosed || bytes[at + 1] === BAR)) {
    // `getenv("X") || "x"`, or the next cell of a table.
    out.how = bytes[at + 1] === BAR ? "space" : "verb";
    at = skipSpace(bytes, bytes[at + 1] === BAR ? at + 2 : at + 1, limit);
  } else if (at > from) at = readClause(bytes, at, limit, out);
  else return false;
  return at >= 0 && readValue(text, at, out);
}

function skipSpace(bytes: Uint8Array, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    if (bytes[at] === SPACE || bytes[at] === 0x09) at += 1;
    else if (bytes[at] === 0xc2 && bytes[at + 1] === 0xa0) at += 2;
    else break;
  }
  return at;
}

/** `=`, `:`, `:=`, `=>`, `==`, `!=`, `->`, full-width `：`. */
function skipSigns(bytes: Uint8Array, from: number, limit: number): number {
  let at = from;
  if (bytes[at] === DASH && bytes[at + 1] === 0x3e) return at + 2;
  if (bytes[at] === 0xef && bytes[at + 1] === 0xbc && bytes[at + 2] === 0x9a) return at + 3;
  while (at < limit && at - from < 3 && SIGN[bytes[at] as number] === 1) at += 1;
  return at;
}

/** Past Markdown's asterisks, a type, a tag, or the end of the line. */
function afterSign(bytes: Uint8Array, from: number, limit: number, out: Announced): number {
  out.how = "sign";
  let at = from;
  while (at < limit && bytes[at] === STAR) at += 1;
  at = skipSpace(bytes, at, limit);
  const line = skipLine(bytes, at, limit);
  if (line > at) {
    out.how = "line";
    // Perhaps an empty one between; in a JSON string a carriage return is shown as one.
    return skipLine(bytes, line, limit);
  }
  return skipTag(bytes, skipType(bytes, at, limit), limit);
}

/** Past the end of a line and the spaces of the next one; `from` where no line ends. */
function skipLine(bytes: Uint8Array, from: number, limit: number): number {
  const at = bytes[from] === 0x0d ? from + 1 : from;
  return bytes[at] === LINE ? skipSpace(bytes, at + 1, limit) : from;
}

/** `: String = "x"`: past the type and its sign, if there is one. */
function skipType(bytes: Uint8Array, from: number, limit: number): number {
  const at = wordEnd(bytes, from, limit);
  if (at === from || at - from > 8 || !TYPES.has(asciiOf(bytes, from, at).toLowerCase())) return from;
  const sign = skipSpace(bytes, at, limit);
  return bytes[sign] === EQUALS ? skipSpace(bytes, sign + 1, limit) : from;
}

/** `<b>x</b>` */
function skipTag(bytes: Uint8Array, from: number, limit: number): number {
  if (bytes[from] !== 0x3c) return from;
  const end = wordEnd(bytes, from + 1, Math.min(limit, from + 10));
  return end > from + 1 && bytes[end] === 0x3e && is(bytes, end + 1, WORD) ? end + 1 : from;
}

function skipWordAndSign(bytes: Uint8Array, from: number, limit: number): number {
  let at = from;
  while (at < limit && is(bytes, at, LETTER)) at += 1;
  return at > from && (bytes[at] === COLON || bytes[at] === EQUALS) ? skipSpace(bytes, at + 1, limit) : -1;
}

/** The words between a name and its value: where the value begins; -1 if these words announce none. */
function readClause(bytes: Uint8Array, from: number, limit: number, out: Announced): number {
  let at = from;
  let isOpen = false;
  let needsTo = false;
  const dash = skipDash(bytes, at);
  if (dash > at) {
    out.how = "verb";
    return skipSpace(bytes, dash, limit);
  }
  if (bytes[at] === 0x28) {
    isOpen = true;
    at += 1;
  }
  for (let count = 0; count < MAX_WORDS && at < limit; count += 1) {
    const end = wordEnd(bytes, at, limit);
    const word = end === at ? "" : decoder.decode(bytes.subarray(at, end)).toLowerCase();
    if (out.how !== "verb" && !isOpen && !needsTo && word === "") return at;
    if (VERBS.has(word)) out.how = "verb";
    else if (TOWARDS.has(word) && (needsTo || count === 0)) {
      out.how = "change";
      return skipSpace(bytes, end, limit);
    } else if (CHANGES.has(word)) needsTo = true;
    else if (needsTo) return -1;
    else if (out.how === "verb") {
      if (!FILLERS.has(word)) return at;
    } else if (word === "or" && count === 0) return skipSpace(bytes, end, limit);
    else if (word === "value" && bytes[end] === EQUALS) {
      // `<add key="Password" value="x" />`
      out.how = "sign";
      return end + 1;
    } else if (FOR.has(word)) isOpen = true;
    else if (!isOpen) return at;
    else if (word === "") {
      // Within "for bob@example.com:" other marks than these go by.
      const byte = bytes[at];
      if (byte === LINE || byte === 0 || byte === 0x3b || (byte === 0x2e && bytes[at + 1] === SPACE))
        return -1;
    }
    at = skipSpace(bytes, end === at && word === "" ? at + 1 : end, limit);
    if (bytes[at] === 0x29) at = skipSpace(bytes, at + 1, limit);
    if (bytes[at] === COLON || bytes[at] === EQUALS) return afterSign(bytes, at + 1, limit, out);
  }
  return out.how === "verb" ? at : -1;
}

/** `-`, en or em dash, with a space behind it. */
function skipDash(bytes: Uint8Array, at: number): number {
  if (bytes[at] === DASH && bytes[at + 1] === SPACE) return at + 1;
  const isWide =
    bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && (bytes[at + 2] === 0x93 || bytes[at + 2] === 0x94);
  return isWide ? at + 3 : at;
}

/** Calls that take a name and its value; `hash("password", "salt")` takes two values. */
const SETTINGS = /(?:get|set|put|env|define|add|append|property|header|config|default)\w*\($/i;

/** Whether the quoted name that ends at `end` is the first argument of such a call. */
function isSetting({ bytes, start: first }: Text, end: number): boolean {
  const limit = Math.max(first, end - 64);
  let at = end;
  while (at > limit && bytes[at - 1] !== 0x28 && bytes[at - 1] !== LINE) at -= 1;
  const call = asciiOf(bytes, Math.max(limit, at - 20), at);
  return SETTINGS.test(call) && !asciiOf(bytes, at, end).includes("/");
}

const decoder = new TextDecoder();

function wordEnd(bytes: Uint8Array, from: number, limit: number): number {
  let at = from;
  while (at < limit && is(bytes, at, WORD)) at += 1;
  return at;
}
