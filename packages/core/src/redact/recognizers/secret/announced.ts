/**
 * A name -> the value it **announces**
 *
 * Reads forward from the end of the name: a closing quote or bracket, perhaps a type, a sign or a
 * verb, and then the value, in quotes or not. Over a bounded distance, on one line.
 */
import { asciiOf, is, LETTER, WORD } from "../../scan/bytes.ts";
import { HARD, type Text } from "../../scan/text.ts";

export interface Announced {
  start: number;
  end: number;
  /** `sign`: `=` or `:`. `verb`: "is". `space`: nothing, as in `--password x`. */
  how: "sign" | "verb" | "space";
  isQuoted: boolean;
}

const MAX_GAP = 48;
const MAX_VALUE = 128;
const SPACE = 0x20;
const COLON = 0x3a;
const EQUALS = 0x3d;

const QUOTE = tableOf("\"'`");
/** Between a name and its sign. */
const CLOSING = tableOf("\"'`)]\\*?!");
const SIGN = tableOf("=:>");
/** An unquoted value ends before these. */
const STOP = tableOf("\"'`<>,;|&)]}");
for (let byte = 0; byte <= SPACE; byte += 1) STOP[byte] = 1;

/** "is", in the languages we read; after it comes the value, or a colon and the value. */
const VERBS = new Set("is was ist lautet war es era est était sera è era é foi são waren are be to".split(" "));
/** Types of programming languages, between the name and its `=`. */
const TYPES = new Set("string str char varchar text byte bytes".split(" "));
/** "password for admin: x", "Passwort für das WLAN: x", "password (wifi): x". */
const FOR = new Set("for of on to für fuer vom zum para del de pour du per di do da voor van".split(" "));

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
  const closed = at > from;
  at = skipSpace(bytes, at, limit);
  const sign = skipSigns(bytes, at, limit);
  if (sign > at) {
    out.how = "sign";
    at = skipSpace(bytes, sign, limit);
    at = skipType(bytes, at, limit);
  } else if (bytes[at] === 0x2c && (closed || bytes[at + 1] !== SPACE)) {
    // `define('PASSWORD', 'x')`, `getenv("PASSWORD", "x")`, `password,default:x`.
    at = skipSpace(bytes, at + 1, limit);
    if (QUOTE[bytes[at] as number] !== 1) at = skipWordAndSign(bytes, at, limit);
    if (at < 0) return false;
    out.how = "sign";
  } else if (bytes[at] === 0x7c && bytes[at + 1] === 0x7c) at = skipSpace(bytes, at + 2, limit);
  else {
    at = skipVerb(bytes, from, at, limit, out);
    if (at < 0) return false;
  }
  return readValue(text, at, out);
}

function skipSpace(bytes: Uint8Array, from: number, limit: number): number {
  let at = from;
  while (at < limit && (bytes[at] === SPACE || bytes[at] === 0x09 || (bytes[at] === 0xc2 && bytes[at + 1] === 0xa0))) {
    at += bytes[at] === 0xc2 ? 2 : 1;
  }
  return at;
}

/** `=`, `:`, `:=`, `=>`, `==`, `!=`, `->`, full-width `：`. */
function skipSigns(bytes: Uint8Array, from: number, limit: number): number {
  let at = from;
  if (bytes[at] === 0x2d && bytes[at + 1] === 0x3e) return at + 2;
  if (bytes[at] === 0xef && bytes[at + 1] === 0xbc && bytes[at + 2] === 0x9a) return at + 3;
  while (at < limit && at - from < 3 && SIGN[bytes[at] as number] === 1) at += 1;
  return at;
}

/** `: String = "x"`: past the type and its sign, if there is one. */
function skipType(bytes: Uint8Array, from: number, limit: number): number {
  let at = from;
  while (at < limit && is(bytes, at, LETTER)) at += 1;
  if (at === from || !TYPES.has(asciiOf(bytes, from, at).toLowerCase())) return from;
  const sign = skipSpace(bytes, at, limit);
  return bytes[sign] === EQUALS ? skipSpace(bytes, sign + 1, limit) : from;
}

function skipWordAndSign(bytes: Uint8Array, from: number, limit: number): number {
  let at = from;
  while (at < limit && is(bytes, at, LETTER)) at += 1;
  return at > from && (bytes[at] === COLON || bytes[at] === EQUALS) ? skipSpace(bytes, at + 1, limit) : -1;
}

/** A verb, "for x:", or nothing: where the value begins; -1 if nothing announces one. */
function skipVerb(bytes: Uint8Array, name: number, from: number, limit: number, out: Announced): number {
  const end = wordEnd(bytes, from, limit);
  if (end === from || from === name) return from > name ? from : -1;
  const word = decoder.decode(bytes.subarray(from, end)).toLowerCase();
  if (VERBS.has(word)) {
    out.how = "verb";
    let at = skipSpace(bytes, end, limit);
    if (bytes[at] === COLON || bytes[at] === EQUALS) {
      out.how = "sign";
      at = skipSpace(bytes, at + 1, limit);
    }
    return at;
  }
  if (word === "or") return skipSpace(bytes, end, limit);
  if (!FOR.has(word) && bytes[from - 1] !== 0x28) return from;
  for (let at = end; at < limit; at += 1) {
    const byte = bytes[at] as number;
    if (byte === 0x0a || byte === HARD || byte === 0x2e || byte === 0x3b) return -1;
    if (byte === COLON || byte === EQUALS) {
      out.how = "sign";
      return skipSpace(bytes, at + 1, limit);
    }
    if (byte !== SPACE || is(bytes, at + 1, 0)) continue;
    const verb = wordEnd(bytes, at + 1, limit);
    if (verb - at <= 8 && verb - at > 1 && VERBS.has(decoder.decode(bytes.subarray(at + 1, verb)).toLowerCase())) {
      out.how = "verb";
      return skipSpace(bytes, verb, limit);
    }
  }
  return -1;
}

const decoder = new TextDecoder();

function wordEnd(bytes: Uint8Array, from: number, limit: number): number {
  let at = from;
  while (at < limit && is(bytes, at, WORD)) at += 1;
  return at;
}

function readValue({ bytes, end: limit }: Text, from: number, out: Announced): boolean {
  let at = from;
  while (at < limit && bytes[at] === 0x5c) at += 1;
  // `os.environ.get("PASSWORD") or "x"`, `getenv("X") ?? "x"`.
  if (out.how !== "sign" && bytes[at] === 0x3f && bytes[at + 1] === 0x3f) at = skipSpace(bytes, at + 2, limit);
  // b"x", r'x', @"x", L"x"
  const isPrefixed = at + 1 < limit && QUOTE[bytes[at + 1] as number] === 1 && /[brfuLN@]/.test(asciiOf(bytes, at, at + 1));
  if (isPrefixed) at += 1;
  const quote = at < limit && QUOTE[bytes[at] as number] === 1 ? (bytes[at] as number) : 0;
  out.isQuoted = quote !== 0;
  if (quote !== 0) {
    while (bytes[at] === quote) at += 1;
  } else if (bytes[at] === 0x2a && bytes[at + 1] === 0x2a) at += 2;
  const start = at;
  const stop = Math.min(limit, at + MAX_VALUE);
  while (at < stop) {
    const byte = bytes[at] as number;
    if (byte === HARD || byte === 0x0a || byte === 0x0d) break;
    if (quote !== 0 ? byte === quote || byte === 0x22 : STOP[byte] === 1) break;
    at += 1;
  }
  if (at === start || (quote !== 0 && bytes[at] !== quote && bytes[at] !== 0x22)) return false;
  if (quote === 0) at = withoutEnd(bytes, start, at);
  while (quote !== 0 && at > start && bytes[at - 1] === 0x5c) at -= 1;
  out.start = start;
  out.end = at;
  return at > start;
}

/** A full stop or colon at the end is the sentence's; two asterisks are Markdown's. */
function withoutEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start) {
    const byte = bytes[at - 1] as number;
    const isMark = byte === 0x2e || byte === COLON || (byte === 0x2a && bytes[at - 2] === 0x2a);
    if (!isMark) break;
    at -= byte === 0x2a ? 2 : 1;
  }
  return at;
}

