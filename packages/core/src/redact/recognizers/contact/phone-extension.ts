/** Extensions behind a telephone number: `x123`, `ext. 45`, `Durchwahl 6`. */
import { isBoundary, isDigit, lower } from "../../scan/bytes.ts";
import type { Text } from "../../scan/text.ts";

const SPACE = 0x20;
const DOT = 0x2e;
const EXTENSIONS = [
  "x",
  "ext",
  "ext.",
  "extension",
  "extn",
  "#",
  ";ext=",
  "durchwahl",
  "poste",
  "int.",
  "ramal",
  "anexo",
]
  .map((word) => new TextEncoder().encode(word))
  .sort((one, other) => other.length - one.length);
const MAX_EXTENSION = 7;

/** The end of an extension that follows the number (`x123`, `ext. 45`), or `end` without one. */
export function withExtension({ bytes, end: limit }: Text, end: number): number {
  let at = end;
  while (at < limit && at - end < 2 && (bytes[at] === SPACE || bytes[at] === 0x2c)) at += 1;
  for (const word of EXTENSIONS) {
    let index = 0;
    while (index < word.length && at + index < limit && lower(bytes[at + index] ?? 0) === word[index])
      index += 1;
    if (index < word.length) continue;
    let digits = at + index;
    while (digits < limit && digits - at - index < 2 && (bytes[digits] === SPACE || bytes[digits] === DOT))
      digits += 1;
    let stop = digits;
    while (stop < limit && isDigit(bytes[stop])) stop += 1;
    if (stop > digits && stop - digits <= MAX_EXTENSION && isBoundary(bytes, stop)) return stop;
  }
  return end;
}
