/** E-mail addresses: RFC 5321 with the local parts people use, and domains with a plausible end. */
import { ALNUM, CLASS, is, isBoundary, isDigit, WIDE } from "../../scan/bytes.ts";
import type { Text } from "../../scan/text.ts";
import { isRandom, LEAST_TOKEN } from "../network/random.ts";
import { isUnspaced } from "../number-window.ts";
import type { Emit, Recognizer } from "../recognizer.ts";

/** RFC 5321 section 4.5.3.1. */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 253;
const DOT = 0x2e;
const COLON = 0x3a;
const SLASH = 0x2f;
const HYPHEN = 0x2d;

const LOCAL = new Uint8Array(256);
for (const byte of new TextEncoder().encode("!#$%&'*+-/=?^_`{|}~.")) LOCAL[byte] = 1;
/** Allowed by the RFC, but far more often a quote, a separator or markup around the address. */
for (const byte of new TextEncoder().encode("!#$&'*/=?^`{|}~")) LOCAL[byte] = 0;

function isLocal(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? 0;
  return LOCAL[byte] === 1 || ((CLASS[byte] ?? 0) & ALNUM) !== 0 || isWideLetter(bytes, at);
}

/** Of a script with spaces: in others the words around an address stand right beside it. */
function isWideLetter(bytes: Uint8Array, at: number): boolean {
  return is(bytes, at, WIDE) && !isBoundary(bytes, at) && !isUnspaced(bytes, at);
}

export const email: Recognizer = {
  name: "email",
  types: ["EMAIL"],
  literals: [{ text: "@" }],
  atLiteral(text: Text, at: number, _end: number, _literal: number, emit: Emit): void {
    const { bytes } = text;
    let start = at;
    while (start > text.start && at - start < MAX_LOCAL && isLocal(bytes, start - 1)) start -= 1;
    while (start < at && (bytes[start] === DOT || bytes[start] === HYPHEN)) start += 1;
    if (start === at || bytes[at - 1] === DOT) return;
    const end = domainEnd(text, at + 1);
    if (end < 0 || isVersion(bytes, at + 1) || isGit(bytes, start, at) || isPassword(text, start, at)) return;
    emit("EMAIL", start, end, 0.99, "structure");
  },
};

/** `name@4.17.21-beta.next`, `icon@2x.png`: a digit, and a second one or an `x` for the density. */
function isVersion(bytes: Uint8Array, from: number): boolean {
  if (!isDigit(bytes[from])) return false;
  let at = from;
  while (isDigit(bytes[at])) at += 1;
  return (bytes[at] === DOT && isDigit(bytes[at + 1])) || (bytes[at] === 0x78 && bytes[at + 1] === DOT);
}

/** `git@host:path` is how repositories are cloned; nobody gets mail there. */
function isGit(bytes: Uint8Array, start: number, at: number): boolean {
  return at - start === 3 && bytes[start] === 0x67 && bytes[start + 1] === 0x69 && bytes[start + 2] === 0x74;
}

/** `scheme://user:password@host`: what stands before the `@` is a password, and `url-credentials` has it. */
function isPassword({ bytes, start: from }: Text, start: number, end: number): boolean {
  // `scheme://token@host`
  if (bytes[start - 1] === SLASH) {
    const isUrl = bytes[start - 2] === SLASH && bytes[start - 3] === COLON;
    return isUrl && end - start >= LEAST_TOKEN && isRandom(bytes, start, end);
  }
  if (bytes[start - 1] !== COLON) return false;
  const limit = Math.max(from, start - MAX_LOCAL - 4);
  for (let at = start - 2; at >= limit; at -= 1) {
    const byte = bytes[at] ?? 0;
    if (byte === SLASH) return bytes[at - 1] === SLASH && bytes[at - 2] === COLON;
    if (byte <= 0x20 || byte === 0x22 || byte === 0x27) return false;
  }
  return false;
}

/** The end of a domain with at least two labels, the last of two or more letters; -1 without one. */
function domainEnd({ bytes, end }: Text, from: number): number {
  let at = from;
  let label = from;
  let labels = 0;
  let last = -1;
  const limit = Math.min(end, from + MAX_DOMAIN);
  while (at <= limit) {
    const byte = at < limit ? bytes[at] : undefined;
    const isIn =
      byte !== undefined &&
      (is(bytes, at, ALNUM) || isWideLetter(bytes, at) || (byte === HYPHEN && at > label));
    if (!isIn) {
      if (at === label) break;
      let stop = at;
      while (bytes[stop - 1] === HYPHEN) stop -= 1;
      labels += 1;
      if (labels > 1 && stop - label >= 2 && !isDigit(bytes[label])) last = stop;
      if (byte !== DOT || stop !== at) break;
      label = at + 1;
    }
    at += 1;
  }
  return last;
}
