/** User names in paths: `/home/name/`, `/Users/name/`, `C:\Users\name\`. The name alone is the finding. */
import { ALNUM, CLASS } from "../../scan/bytes.ts";
import { HARD, type Text } from "../../scan/text.ts";
import { wordOf } from "../government/form/word-of.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { NOT_NAMES } from "./not-names.ts";

const MAX = 32;
const MIN = 2;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const NAME = new Uint8Array(256);
for (const byte of new TextEncoder().encode("._-")) NAME[byte] = 1;

export const homeFolder: Recognizer = {
  name: "home-folder",
  types: ["USERNAME"],
  literals: ["/home/", "/Users/", "\\Users\\", ":/Users/", "\\Users "].map((text) => ({ text })),
  atLiteral(text: Text, _start: number, end: number, _literal: number, emit: Emit): void {
    const { bytes } = text;
    let from = end;
    // In JSON a backslash is written twice, or shown as one and a space; JSON in JSON has both.
    while (from < text.end && from - end < 8 && (bytes[from] === BACKSLASH || bytes[from] === SPACE))
      from += 1;
    let at = from;
    while (at < text.end && at - from <= MAX && isPart(bytes[at])) at += 1;
    while (at > from && NAME[bytes[at - 1] ?? HARD] === 1) at -= 1;
    if (at - from < MIN || at - from > MAX) return;
    // Something below it, or the end of the path: not `/home/page?id=1`.
    const next = at < text.end ? bytes[at] : SPACE;
    const isPath = next === 0x2f || next === BACKSLASH || (next === SPACE && bytes[at + 1] === BACKSLASH);
    if (
      !isPath &&
      CLASS[next ?? HARD] !== 16 &&
      next !== 0x22 &&
      next !== 0x27 &&
      next !== 0x60 &&
      next !== 0x3a
    )
      return;
    if (!isPath && hasDot(bytes, from, at)) return;
    if (NOT_NAMES.has(wordOf(bytes, from, at))) return;
    emit("USERNAME", from, at, isPath ? 0.85 : 0.6, "context");
  },
};

/** `/home/index.js` is a file. */
function hasDot(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] === 0x2e) return true;
  return false;
}

function isPart(byte: number | undefined): boolean {
  return byte !== undefined && (NAME[byte] === 1 || ((CLASS[byte] ?? 0) & (ALNUM | 8)) !== 0);
}
