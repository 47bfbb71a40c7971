/**
 * A value -> the **Assignment** it stands in
 *
 * `token = "x"`, `"token": "x"`, `<token>x</token>`, `--token x`, `define('TOKEN', 'x')`, `the token
 * is x`: read backwards from the value, over a bounded distance, to the name it is given to.
 */
import { asciiOf, is, WORD } from "../../scan/bytes.ts";
import { HARD, type Text } from "../../scan/text.ts";

export interface Assignment {
  nameStart: number;
  nameEnd: number;
  /** Where the words before the name begin, on its line. */
  before: number;
  /** `sign`: `=`, `:`, `>` and the like. `list`: a comma or bracket. `space`: nothing but space, or "is". */
  how: "sign" | "list" | "space";
  isQuoted: boolean;
}

const OPEN = 0x28;
const MAX_GAP = 40;
const MAX_NAME = 64;
const MAX_BEFORE = 40;

const QUOTE = new Uint8Array(256);
for (const byte of new TextEncoder().encode("\"'`")) QUOTE[byte] = 1;
const SIGN = new Uint8Array(256);
for (const byte of new TextEncoder().encode("=:>|")) SIGN[byte] = 1;
const LIST = new Uint8Array(256);
for (const byte of new TextEncoder().encode("([,?")) LIST[byte] = 1;
const GAP = new Uint8Array(256);
for (const byte of new TextEncoder().encode(" \t\"'`\\=:>|([,?]){!~+-</*\u00a0")) GAP[byte] = 1;
const NAME = new Uint8Array(256);
for (let byte = 0; byte < 256; byte += 1) NAME[byte] = is(Uint8Array.of(byte), 0, WORD) ? 1 : 0;
for (const byte of new TextEncoder().encode("_-.$@%#")) NAME[byte] = 1;

/** Between name and value: verbs, types, and names that only say "here it is". */
const BETWEEN = new Set(
  "is was are ist lautet es est era e sont string str char const let var val value default content data text byte bytes b r f u l and or with to here".split(
    " ",
  ),
);

export function isQuote(byte: number | undefined): boolean {
  return byte !== undefined && QUOTE[byte] === 1;
}

/** Writes into `out` what the value that begins at `start` is assigned to; false if to nothing. */
export function readAssignment(text: Text, start: number, out: Assignment): boolean {
  const { bytes } = text;
  out.isQuoted = start > text.start && isQuote(bytes[start - 1]);
  let at = start;
  let how: Assignment["how"] = "space";
  for (let step = 0; step < 3; step += 1) {
    const gap = gapBefore(text, at, step > 0);
    if (gap < 0) return false;
    if (step === 0 || how === "space") how = signIn(bytes, gap, at) ?? how;
    if (step === 0 && gap === at) return false;
    let name = gap;
    const limit = Math.max(text.start, gap - MAX_NAME);
    while (name > limit && NAME[bytes[name - 1] as number] === 1) name -= 1;
    if (name === gap || gap - name >= MAX_NAME) return false;
    if (gap - name <= 8 && BETWEEN.has(asciiOf(bytes, name, gap).toLowerCase())) {
      at = name;
      continue;
    }
    out.nameStart = name;
    out.nameEnd = gap;
    out.how = how;
    out.before = lineBefore(text, name);
    return true;
  }
  return false;
}

/**
 * The end of the name before `at`: what stands between is signs and space. A line break only after a
 * sign, or above `value: x`, where `name: TOKEN` stands.
 */
function gapBefore({ bytes, start }: Text, at: number, mayBeBelow: boolean): number {
  let gap = at;
  const limit = Math.max(start, at - MAX_GAP);
  while (gap > limit) {
    const byte = bytes[gap - 1] as number;
    if (byte === 0x0a || byte === 0x0d) {
      let sign = gap - 1;
      while (
        sign > limit &&
        (bytes[sign - 1] === 0x20 || bytes[sign - 1] === 0x09 || bytes[sign - 1] === 0x0d)
      )
        sign -= 1;
      const before = bytes[sign - 1] ?? HARD;
      if (SIGN[before] !== 1 && before !== OPEN && before !== 0x22 && NAME[before] !== 1) return -1;
      if (NAME[before] === 1 && !mayBeBelow) return -1;
      gap = sign;
      continue;
    }
    if (GAP[byte] !== 1) break;
    gap -= 1;
  }
  return gap;
}

function signIn(bytes: Uint8Array, from: number, to: number): "sign" | "list" | undefined {
  let how: "list" | undefined;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (SIGN[byte] === 1) return "sign";
    if (LIST[byte] === 1) how = "list";
  }
  return how;
}

function lineBefore({ bytes, start }: Text, at: number): number {
  const limit = Math.max(start, at - MAX_BEFORE);
  let before = at;
  while (before > limit) {
    const byte = bytes[before - 1];
    if (byte === 0x0a || byte === HARD || byte === 0x3b || byte === 0x7d || byte === 0x7b) break;
    before -= 1;
  }
  while (before > start && before < at && is(bytes, before - 1, WORD) && is(bytes, before, WORD)) before += 1;
  return before;
}
