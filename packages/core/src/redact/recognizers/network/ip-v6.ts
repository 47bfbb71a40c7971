/** IP addresses, version 6, in all forms of RFC 4291 section 2.2, with zone and prefix length. */
import { ALNUM, CLASS, HEX, is, isBoundary, isDigit } from "../../scan/bytes.ts";
import { contextWords, hasContext, NEAR } from "../../scan/context.ts";
import type { Text } from "../../scan/text.ts";
import { listed } from "../listed.ts";
import type { Emit, Recognizer } from "../recognizer.ts";

const COLON = 0x3a;
const DOT = 0x2e;
const WORDS = contextWords(
  listed(
    "ip, ips, ipv6, ip6, address, addr, host, listen, bind, src, dst, subnet, route, ping, unspecified",
    "loopback, Adresse, adresse, dirección, indirizzo, endereço, adres, inet6, dns",
  ),
);
/** RFC 4007 section 11: what stands after `%`. */
const MAX_ZONE = 16;

export const ipV6: Recognizer = {
  name: "ip-v6",
  types: ["IP"],
  // A colon alone is in every line of JSON.
  literals: [
    { text: "::" },
    ...[..."0123456789abcdef"].map((digit) => ({ text: `${digit}:`, ignoreCase: true })),
  ],
  atLiteral(text: Text, first: number, _end: number, literal: number, emit: Emit): void {
    const { bytes } = text;
    const at = literal === 0 ? first : first + 1;
    const after = bytes[at + 1] ?? 0;
    // Most colons end here: a group or a second colon must follow.
    if (after !== COLON && ((CLASS[after] ?? 0) & HEX) === 0) return;
    let start = at;
    while (start > text.start && at - start < 5 && is(bytes, start - 1, HEX)) start -= 1;
    if (at - start > 4 || (start === at && after !== COLON)) return;
    if (start > text.start && !opens(text, start, at)) return;
    const found = readAddress(text, start);
    if (found.end === 0) return;
    const end = suffixEnd(text, found.end);
    if (end === 0) return;
    const score = scoreOf(text, start, end, found);
    if (score > 0) emit("IP", start, end, score, "structure");
  },
};

function opens({ bytes }: Text, start: number, at: number): boolean {
  const byte = bytes[start - 1] ?? 0;
  if (byte === COLON || !isBoundary(bytes, start - 1) || byte === DOT || byte === 0x5f) return false;
  // `root@2001:db8::1` is a host; `@a::b` is an instance variable of a program.
  if (byte === 0x40 && !is(bytes, start - 2, ALNUM)) return false;
  // `list[::2]` is a slice; `[::1]` after a scheme is a host.
  const isIndex =
    byte === 0x5b && (is(bytes, start - 2, ALNUM) || bytes[start - 2] === 0x5d || bytes[start - 2] === 0x29);
  return !(isIndex && start === at);
}

interface Address {
  /** 0 if there is none. */
  end: number;
  groups: number;
  /** Whether `::` stands for groups that are zero. */
  compressed: boolean;
  digits: number;
  letters: number;
  /** All groups are of two characters, as in hardware addresses. */
  pairs: boolean;
}

/** Reads groups from `start`; `end` is 0 if they are not an address. */
function readAddress({ bytes, end: limit }: Text, start: number): Address {
  const found: Address = { end: 0, groups: 0, compressed: false, digits: 0, letters: 0, pairs: true };
  let at = start;
  if (bytes[at] === COLON) {
    found.compressed = true;
    at += 2;
  }
  while (at < limit) {
    const group = at;
    while (at < limit && at - group < 5 && is(bytes, at, HEX)) {
      if (isDigit(bytes[at])) found.digits += 1;
      else found.letters += 1;
      at += 1;
    }
    if (at - group > 4) return found;
    if (at === group) break;
    if (bytes[at] === DOT && isDigit(bytes[at + 1])) {
      const stop = dottedEnd(bytes, group, limit);
      if (stop === 0) return found;
      found.groups += 2;
      found.digits += 4;
      found.pairs = false;
      at = stop;
      break;
    }
    if (at - group !== 2) found.pairs = false;
    found.groups += 1;
    if (bytes[at] !== COLON || at >= limit) break;
    if (bytes[at + 1] === COLON) {
      if (found.compressed) return found;
      found.compressed = true;
      at += 2;
    } else if (is(bytes, at + 1, HEX) && at + 1 < limit && found.groups < 8) at += 1;
    else break;
  }
  const isWhole = found.compressed ? found.groups <= 7 : found.groups === 8;
  if (isWhole && !(bytes[at] === COLON && (bytes[at + 1] === COLON || is(bytes, at + 1, HEX))))
    found.end = at;
  return found;
}

/** The end of four numbers up to 255 with dots, or 0. */
function dottedEnd(bytes: Uint8Array, start: number, limit: number): number {
  let at = start;
  for (let part = 0; part < 4; part += 1) {
    let value = 0;
    const from = at;
    while (at < limit && at - from < 4 && isDigit(bytes[at])) {
      value = value * 10 + (bytes[at] ?? 0) - 0x30;
      at += 1;
    }
    if (at === from || value > 255 || at - from > 3) return 0;
    if (part === 3) return bytes[at] === DOT && isDigit(bytes[at + 1]) ? 0 : at;
    if (bytes[at] !== DOT) return 0;
    at += 1;
  }
  return 0;
}

/** With `%eth0` and `/64`; 0 if a word goes on behind. */
function suffixEnd({ bytes, end: limit }: Text, from: number): number {
  let at = from;
  if (at < limit && (!isBoundary(bytes, at) || bytes[at] === 0x5f)) return 0;
  if (bytes[at] === DOT && !isBoundary(bytes, at + 1) && at + 1 < limit) return 0;
  if (bytes[at] === 0x25 && at + 1 < limit && is(bytes, at + 1, ALNUM)) {
    at += 1;
    while (at < limit && at - from <= MAX_ZONE && is(bytes, at, ALNUM)) at += 1;
  }
  if (bytes[at] === 0x2f && isDigit(bytes[at + 1]) && at + 1 < limit) {
    let stop = at + 1;
    let length = 0;
    while (stop < limit && stop - at <= 3 && isDigit(bytes[stop])) {
      length = length * 10 + (bytes[stop] ?? 0) - 0x30;
      stop += 1;
    }
    if (length <= 128 && isBoundary(bytes, stop)) at = stop;
  }
  return at;
}

function scoreOf(
  text: Text,
  start: number,
  end: number,
  { groups, compressed, digits, letters, pairs }: Address,
): number {
  if (!compressed) return pairs && !hasContext(text, start, end, WORDS, NEAR) ? 0.4 : 0.97;
  const hasWord = hasContext(text, start, end, WORDS, NEAR);
  // `a1::b2(` is a call.
  if (groups === 2 && letters > 0 && text.bytes[end] === 0x28) return 0;
  const hasPrefix = text.bytes[start + 2] === 0x2f;
  // `::` alone joins names in many languages.
  if (groups === 0) return hasPrefix ? 0.6 : hasWord ? 0.55 : 0.2;
  if (digits === 0) return hasWord ? 0.7 : groups > 2 && letters > 6 ? 0.5 : 0.2;
  if (groups === 1) return hasWord || text.bytes[start] === COLON ? 0.7 : 0.4;
  return groups === 2 && digits + letters <= 3 && !hasWord ? 0.45 : 0.95;
}
