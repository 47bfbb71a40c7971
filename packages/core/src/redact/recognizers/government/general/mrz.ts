/**
 * Machine-readable zones of passports, visas and identity cards (ICAO Doc 9303): lines of 30, 36 or 44
 * signs, filled up with `<`, with check digits. The finding is all the lines.
 */
import { asciiOf, CLASS, DIGIT, UPPER } from "../../../scan/bytes.ts";
import { HARD, type Text } from "../../../scan/text.ts";
import type { Emit, Recognizer } from "../../recognizer.ts";
import { icaoCheck } from "../check/icao.ts";

const FILLER = 0x3c;
const SIZES = [44, 36, 30];
/** A line's end may be written as two signs and have spaces beside it. */
const MAX_BREAK = 4;

export const mrz: Recognizer = {
  name: "mrz",
  types: ["PASSPORT", "GOVERNMENT_ID"],
  literals: [{ text: "<<" }],
  atLiteral(text: Text, at: number, end: number, _literal: number, emit: Emit): void {
    const { bytes } = text;
    if (at > text.start && bytes[at - 1] === FILLER) return;
    const start = lineStart(text, at);
    const first = lineEnd(text, end);
    const size = first - start;
    if (!SIZES.includes(size)) return;
    // Asked at each `<<`; only the line's first one answers.
    if (asciiOf(bytes, start, at).includes("<<")) return;
    const second = after(text, first);
    if (lineEnd(text, second) - second !== size) return;
    const third = size === 30 ? after(text, lineEnd(text, second)) : second;
    if (size === 30 && lineEnd(text, third) - third !== size) return;
    const line = asciiOf(bytes, second, second + size);
    const isSound = size === 30 ? isCard(asciiOf(bytes, start, first), line) : isBooklet(line);
    if (!isSound) return;
    const type = bytes[start] === 0x50 || bytes[start] === 0x56 ? "PASSPORT" : "GOVERNMENT_ID";
    emit(type, start, third + size, 0.99, "checksum");
  },
};

/** TD2 and TD3: number, birth and expiry of the second line, each with its check digit. */
function isBooklet(line: string): boolean {
  return fits(line, 0, 9) && fits(line, 13, 6) && fits(line, 21, 6);
}

/** TD1: the number is in the first line; birth and expiry are in the second. The third has the name. */
function isCard(first: string, second: string): boolean {
  return (fits(first, 5, 9) || first[14] === "<") && fits(second, 0, 6) && fits(second, 8, 6);
}

function fits(line: string, from: number, size: number): boolean {
  return icaoCheck(line.slice(from, from + size)) === Number(line[from + size]);
}

function isSign(byte: number | undefined): boolean {
  return byte === FILLER || ((CLASS[byte ?? HARD] ?? 0) & (DIGIT | UPPER)) !== 0;
}

function lineStart({ bytes, start }: Text, from: number): number {
  let at = from;
  while (at > start && from - at < 44 && isSign(bytes[at - 1])) at -= 1;
  return at;
}

function lineEnd({ bytes, end }: Text, from: number): number {
  let at = from;
  while (at < end && at - from <= 44 && isSign(bytes[at])) at += 1;
  return at;
}

function after({ bytes, end }: Text, from: number): number {
  let at = from;
  while (
    at < end &&
    at - from < MAX_BREAK &&
    (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d)
  )
    at += 1;
  return at;
}
