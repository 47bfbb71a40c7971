/** International bank account numbers (ISO 13616): length by country, check digits modulo 97. */
import { ALNUM, CLASS, is, isBoundary, isDigit, lower } from "../../scan/bytes.ts";
import type { Text } from "../../scan/text.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { ibanLength } from "./iban-lengths.ts";

const SPACE = 0x20;
const HYPHEN = 0x2d;
const DOT = 0x2e;

export const iban: Recognizer = {
  name: "iban",
  types: ["IBAN"],
  // `DE89` of a number in groups of four, or the whole of it.
  token: { min: 4, max: 38 },
  atToken(text: Text, start: number, end: number, emit: Emit): void {
    const { bytes } = text;
    let at = start;
    // `IBANDE89...`
    if (end - start > 8 && (bytes[at] ?? 0) % 32 === 9 && !isDigit(bytes[at + 2]) && hasLabel(bytes, at))
      at += 4;
    if (!isDigit(bytes[at + 2]) || !isDigit(bytes[at + 3])) return;
    const [first, second] = [lower(bytes[at] ?? 0), lower(bytes[at + 1] ?? 0)];
    const length = ibanLength(first, second, 0);
    if (length === 0 || (at > text.start && at === start && !isBoundary(bytes, at - 1))) return;
    const stop = check(text, at, length) || check(text, at, ibanLength(first, second, 1));
    if (stop > 0) emit("IBAN", at, stop, 0.99, "checksum");
  },
};

function hasLabel(bytes: Uint8Array, at: number): boolean {
  return (
    lower(bytes[at] ?? 0) === 0x69 &&
    lower(bytes[at + 1] ?? 0) === 0x62 &&
    lower(bytes[at + 2] ?? 0) === 0x61 &&
    lower(bytes[at + 3] ?? 0) === 0x6e
  );
}

/** The end of `length` characters from `start` whose check digits are right; 0 if they are not. */
function check({ bytes, end }: Text, start: number, length: number): number {
  if (length === 0) return 0;
  let at = start;
  let count = 0;
  let joints = 0;
  let rest = 0;
  while (count < length) {
    if (at >= end) return 0;
    const byte = bytes[at] ?? 0;
    if (((CLASS[byte] ?? 0) & ALNUM) !== 0) {
      // The first four characters are counted last.
      if (count >= 4) rest = next(rest, byte);
      count += 1;
      at += 1;
      continue;
    }
    const gap = gapAt(bytes, at);
    if (gap === 0 || joints > 10) return 0;
    joints += 1;
    at += gap;
  }
  if (at < end && !isBoundary(bytes, at)) return 0;
  for (let index = 0; index < 4; index += 1) rest = next(rest, bytes[start + index] ?? 0);
  return rest === 1 ? at : 0;
}

/** Bytes of a separator between groups: a space, a hyphen, a dot, or a space that does not break. */
function gapAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === SPACE || byte === HYPHEN || byte === DOT) return is(bytes, at + 1, ALNUM) ? 1 : 0;
  if (byte === 0xc2 && bytes[at + 1] === 0xa0) return 2;
  return byte === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0xaf ? 3 : 0;
}

function next(rest: number, byte: number): number {
  return isDigit(byte) ? (rest * 10 + byte - 0x30) % 97 : (rest * 100 + lower(byte) - 0x61 + 10) % 97;
}
