/**
 * Handles in talk: `thanks @jane_doe`. What looks the same in programs is not one: decorators and
 * annotations, scopes of packages (`@scope/name`), variables of SQL and Ruby, rules of style sheets.
 */
import { ALNUM, CLASS, is, isDigit, LETTER, WORD } from "../../scan/bytes.ts";
import { HARD, type Text } from "../../scan/text.ts";
import { wordOf } from "../government/form/word-of.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { ANNOTATIONS } from "./annotations.ts";
import { JSON_LD_KEYWORDS } from "./json-ld-keywords.ts";

const MIN = 3;
const MAX = 32;
const SPACE = 0x20;
const AT = 0x40;
const MAX_CHAIN = 160;
const LINE = 0x0a;
const UNDERSCORE = 0x5f;
const HYPHEN = 0x2d;
const DOT = 0x2e;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** What a handle may follow: space, quotes, brackets and the like; not a path, an address, a variable. */
const BEFORE = new Uint8Array(256);
for (const byte of new TextEncoder().encode(" \t\r\n\"'`(,;:!?>*.[")) BEFORE[byte] = 1;
/** What makes it a piece of a program: calls, members, assignments, paths. */
const CODE = new Uint8Array(256);
for (const byte of new TextEncoder().encode("(/={[<@\\|&$%+^~")) CODE[byte] = 1;

export const handle: Recognizer = {
  name: "handle",
  types: ["USERNAME"],
  literals: [{ text: "@" }],
  atLiteral(text: Text, at: number, from: number, _literal: number, emit: Emit): void {
    const { bytes } = text;
    const byte = bytes[from] ?? HARD;
    if (((CLASS[byte] ?? 0) & ALNUM) === 0 && byte !== UNDERSCORE) return;
    if (at > text.start && BEFORE[bytes[at - 1] ?? HARD] !== 1) return;
    // `.@name` begins a reply that all may read; `john...@name` is the rest of an address.
    if (at > text.start + 1 && bytes[at - 1] === DOT && BEFORE[bytes[at - 2] ?? HARD] !== 1) return;
    if (at > text.start + 1 && bytes[at - 1] === DOT && bytes[at - 2] === DOT) return;
    let end = from;
    let letters = 0;
    while (
      end < text.end &&
      end - from <= MAX &&
      isPart(bytes, end) &&
      (end + 1 < text.end || is(bytes, end, ALNUM) || bytes[end] === UNDERSCORE)
    ) {
      if (is(bytes, end, LETTER)) letters += 1;
      end += 1;
    }
    if (end - from < MIN || end - from > MAX || letters < 2 || (end < text.end && is(bytes, end, WORD)))
      return;
    if (isProgram(text, at, end)) return;
    const name = wordOf(bytes, from, end);
    if (ANNOTATIONS.has(name) || isDomain(name)) return;
    if (isQuoted(text, at, end) && JSON_LD_KEYWORDS.has(name)) return;
    emit("USERNAME", at, end, isDigit(bytes[from]) ? 0.5 : 0.8, "pattern");
  },
};

/** Letters, digits, underscores; a dot or hyphen only between two of them. */
function isPart(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  if (byte === DOT || byte === HYPHEN) return is(bytes, at + 1, ALNUM) && is(bytes, at - 1, ALNUM);
  return byte === UNDERSCORE || is(bytes, at, ALNUM);
}

function isProgram({ bytes, start, end: limit }: Text, at: number, end: number): boolean {
  const next = end < limit ? (bytes[end] ?? HARD) : LINE;
  if (
    CODE[next] === 1 ||
    (next === DOT && end + 1 < limit && (is(bytes, end + 1, WORD) || bytes[end + 1] === UNDERSCORE))
  )
    return true;
  // `@a = 1`, `@a += 1`, `WHERE id = @a`.
  let after = end;
  while (after < limit && bytes[after] === SPACE) after += 1;
  if (after > end && (bytes[after] === 0x3d || bytes[after] === 0x7b || bytes[after + 1] === 0x3d))
    return true;
  let before = at - 1;
  while (before >= start && (bytes[before] === SPACE || bytes[before] === 0x09)) before -= 1;
  const previous = before < start ? LINE : (bytes[before] ?? HARD);
  if (previous === 0x3d || previous === 0x2b || previous === 0x7b || previous === 0x7d || previous === 0x3b)
    return true;
  if (previous === LINE && after > end && isDeclaration(bytes, after, limit)) return true;
  // Behind a comment's sign it is a tag; alone on its line, a decorator.
  return previous === 0x2a || previous === 0x2f || (previous === LINE && (next === LINE || next === 0x0d));
}

/** `@final export class`: what a decorator at the beginning of a line stands before. */
const DECLARES: ReadonlySet<string> = new Set(
  "class export const function def abstract public private protected static async func fun var let val interface enum struct".split(
    " ",
  ),
);

function isDeclaration(bytes: Uint8Array, from: number, limit: number): boolean {
  const stop = Math.min(limit, from + MAX_CHAIN);
  let at = from;
  // Decorators stand side by side; so do those whom a message answers.
  while (at < stop && (bytes[at] === AT || bytes[at] === SPACE)) {
    const isName = bytes[at] === AT;
    at += 1;
    while (isName && at < stop && isPart(bytes, at)) at += 1;
  }
  if (at >= limit || bytes[at] === LINE) return at > from;
  let end = at;
  while (end < stop && is(bytes, end, LETTER)) end += 1;
  return DECLARES.has(wordOf(bytes, at, end));
}

/** A whole string of JSON, also in JSON that is in a string itself. */
function isQuoted({ bytes, start, end: limit }: Text, at: number, end: number): boolean {
  return (
    at > start && bytes[at - 1] === QUOTE && end < limit && (bytes[end] === QUOTE || bytes[end] === BACKSLASH)
  );
}

/** `@gmail.com` is a part of addresses, not a person: the last part is as short as a domain's. */
function isDomain(name: string): boolean {
  return /\.(?:[a-z]{2,3}|info|email|online|mobi)$/.test(name);
}
