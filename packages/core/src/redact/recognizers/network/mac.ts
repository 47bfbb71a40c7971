/** Addresses of network interfaces (EUI-48 and EUI-64): `00:1A:...`, `00-1A-...`, `001a.2b3c.4d5e`. */
import { CLASS, HEX, isBoundary } from "../../scan/bytes.ts";
import type { Text } from "../../scan/text.ts";
import type { Emit, Recognizer } from "../recognizer.ts";

const HEX_DIGITS = "0123456789abcdef";
const DOT = 0x2e;

export const mac: Recognizer = {
  name: "mac",
  types: ["MAC"],
  // A separator alone is in every line of JSON and in many words.
  literals: [...HEX_DIGITS].flatMap((digit) => [
    { text: `${digit}:`, ignoreCase: true },
    { text: `${digit}-`, ignoreCase: true },
  ]),
  atLiteral(text: Text, digit: number, _end: number, _literal: number, emit: Emit): void {
    const { bytes } = text;
    const at = digit + 1;
    const separator = bytes[at] ?? 0;
    // Three bytes on there must be the next one; in prose there hardly ever is.
    if (bytes[at + 3] !== separator || bytes[at + 6] !== separator) return;
    const start = at - 2;
    if (start < text.start || (start > text.start && !opens(bytes, start, separator))) return;
    let pairs = 0;
    let next = start;
    let distinct = 0;
    while (next + 2 <= text.end && isPair(bytes, next)) {
      if (bytes[next] !== bytes[start] || bytes[next + 1] !== bytes[start]) distinct += 1;
      pairs += 1;
      if (bytes[next + 2] !== separator || next + 2 >= text.end) break;
      next += 3;
    }
    const end = next + 2;
    const isWhole = (pairs === 6 || pairs === 8) && (end >= text.end || !goesOn(bytes, end, separator));
    // All bytes alike: the broadcast address, or one that was blanked.
    if (isWhole && isPair(bytes, next) && distinct > 0) emit("MAC", start, end, 0.95, "structure");
  },
  token: { min: 4, max: 4 },
  atToken(text: Text, start: number, end: number, emit: Emit): void {
    const { bytes } = text;
    // Called for each group that has a letter and a digit: the first of those reports the whole.
    if (bytes[end] !== DOT && bytes[start - 1] !== DOT) return;
    let first = start;
    while (first - 5 >= text.start && bytes[first - 1] === DOT && isQuad(bytes, first - 5)) first -= 5;
    for (let group = first; group < start; group += 5) if (isMixed(bytes, group)) return;
    if (!isQuad(bytes, first) || bytes[first + 4] !== DOT || !isQuad(bytes, first + 5)) return;
    if (bytes[first + 9] !== DOT || !isQuad(bytes, first + 10)) return;
    const stop = first + 14;
    if (stop > text.end || (stop < text.end && goesOn(bytes, stop, DOT))) return;
    if (first > text.start && (!isBoundary(bytes, first - 1) || bytes[first - 1] === DOT)) return;
    emit("MAC", first, stop, 0.9, "structure");
  },
};

function opens(bytes: Uint8Array, start: number, separator: number): boolean {
  const byte = bytes[start - 1] ?? 0;
  return isBoundary(bytes, start - 1) && byte !== separator && byte !== 0x5f;
}

function isPair(bytes: Uint8Array, at: number): boolean {
  return ((CLASS[bytes[at] ?? 0] ?? 0) & HEX) !== 0 && ((CLASS[bytes[at + 1] ?? 0] ?? 0) & HEX) !== 0;
}

function isQuad(bytes: Uint8Array, at: number): boolean {
  return isPair(bytes, at) && isPair(bytes, at + 2);
}

/** A letter and a digit: what a token is called for. */
function isMixed(bytes: Uint8Array, at: number): boolean {
  let digits = 0;
  for (let index = 0; index < 4; index += 1) if ((bytes[at + index] ?? 0) < 0x3a) digits += 1;
  return digits > 0 && digits < 4;
}

/** Another letter, or the separator and one more group. */
function goesOn(bytes: Uint8Array, end: number, separator: number): boolean {
  return !isBoundary(bytes, end) || (bytes[end] === separator && !isBoundary(bytes, end + 1));
}
