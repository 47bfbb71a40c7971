/**
 * Credentials in URLs: `scheme://user:password@host`, and tokens in queries (`?access_token=...`)
 *
 * Only the credential is found; the host and the path say what the text is about and stay.
 */
import { DIGIT, is, LETTER, SPACE } from "../../scan/bytes.ts";
import type { Text } from "../../scan/text.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { isPlaceholder } from "./placeholder.ts";
import { isRandom, LEAST_TOKEN } from "./random.ts";

const COLON = 0x3a;
const AT = 0x40;
const MAX_AUTHORITY = 256;
const MAX_VALUE = 2_048;
const MAX_NAME = 40;
/** Of a password, in characters: `abc` is what one writes to show the form. */
const SHORTEST = 4;

/** Ends of parameter names, with the least a value must have to be a secret. Passwords: see `password`. */
const PARAMETERS: readonly (readonly [string, number])[] = [
  ["token=", 8],
  ["key=", 16],
  ["sig=", 16],
  ["signature=", 16],
  ["secret=", 8],
  ["hmac=", 16],
  ["jwt=", 16],
  ["credential=", 16],
];

/** Ends an authority or a value. */
const STOPS = new Uint8Array(256);
for (const byte of new TextEncoder().encode("\"'`<>()[]{}|\\^,;")) STOPS[byte] = 1;

export const urlCredentials: Recognizer = {
  name: "url-credentials",
  types: ["URL_CREDENTIALS", "API_KEY"],
  literals: [{ text: "://" }, ...PARAMETERS.map(([text]) => ({ text, ignoreCase: true }))],
  atLiteral(text: Text, start: number, end: number, literal: number, emit: Emit): void {
    const parameter = PARAMETERS[literal - 1];
    if (literal === 0) inAuthority(text, start, end, emit);
    else if (parameter !== undefined) inQuery(text, start, end, parameter[1], emit);
  },
};

function inAuthority(text: Text, scheme: number, from: number, emit: Emit): void {
  const { bytes } = text;
  if (scheme <= text.start || !is(bytes, scheme - 1, LETTER | DIGIT)) return;
  const limit = Math.min(text.end, from + MAX_AUTHORITY);
  let colon = 0;
  let at = from;
  let last = 0;
  // A password may hold an `@` that should have been escaped: the last one before the path counts.
  for (; at < limit; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0 || byte === 0x2f || byte === 0x3f || byte === 0x23 || is(bytes, at, SPACE)) break;
    if (byte === 0x22 || byte === 0x27 || byte === 0x60 || byte === 0x3e) break;
    if (byte === COLON && colon === 0) colon = at;
    if (byte === AT) last = at;
  }
  if (last === 0 || last + 1 >= at) return;
  if (colon === 0 || colon > last) {
    // `https://<token>@host`
    if (last - from >= LEAST_TOKEN && isRandom(bytes, from, last))
      emit("URL_CREDENTIALS", from, last, 0.8, "structure");
    return;
  }
  if (
    last - colon - 1 < SHORTEST ||
    isPlaceholder(bytes, colon + 1, last) ||
    isTwice(bytes, from, colon, last)
  )
    return;
  emit("URL_CREDENTIALS", from, last, 0.9, "structure");
}

/** `guest:guest`: what a server comes with, not what someone chose. */
function isTwice(bytes: Uint8Array, from: number, colon: number, end: number): boolean {
  if (colon - from !== end - colon - 1) return false;
  for (let at = from; at < colon; at += 1) if (bytes[at] !== bytes[at + colon + 1 - from]) return false;
  return true;
}

function inQuery(text: Text, start: number, from: number, least: number, emit: Emit): void {
  const { bytes } = text;
  let name = start;
  while (name > text.start && start - name < MAX_NAME && isNameByte(bytes, name - 1)) name -= 1;
  if (name <= text.start) return;
  const before = bytes[name - 1];
  // `&amp;token=`: the entity ends with a semicolon.
  if (before !== 0x3f && before !== 0x26 && before !== 0x3b && before !== 0x23) return;
  const limit = Math.min(text.end, from + MAX_VALUE);
  let end = from;
  while (end < limit) {
    const byte = bytes[end] ?? 0;
    if (byte <= 0x20 || byte >= 0x80 || byte === 0x26 || byte === 0x23 || byte === 0x3f || STOPS[byte] === 1)
      break;
    end += 1;
  }
  while (end > from && (bytes[end - 1] === 0x2e || bytes[end - 1] === 0x3a || bytes[end - 1] === 0x21))
    end -= 1;
  if (end - from < least || isPlaceholder(bytes, from, end)) return;
  if (!isRandom(bytes, from, end)) return;
  emit("API_KEY", from, end, 0.85, "context");
}

function isNameByte(bytes: Uint8Array, at: number): boolean {
  return is(bytes, at, LETTER | DIGIT) || bytes[at] === 0x5f || bytes[at] === 0x2d || bytes[at] === 0x2e;
}
