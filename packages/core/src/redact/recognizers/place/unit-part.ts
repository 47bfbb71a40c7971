/** Parts of an address inside a building: the flat, the floor, the door, or a box. */
import { isWord, type Token } from "./token.ts";
import * as kind from "./words/kinds.ts";

/** The end of `Apt. 4`, `2nd floor`, `2º B`; 0 if none begins here. */
export function unitFrom(tokens: readonly Token[], at: number, bytes: Uint8Array): number {
  const here = tokens[at];
  if (isWord(here, kind.UNIT | kind.BOX | kind.BOX_WEAK | kind.POST)) {
    let next = at + 1;
    while (isWord(tokens[next], kind.BOX_WEAK | kind.NUMBER_SIGN)) next += 1;
    if (isSign(tokens[next], bytes) && tokens[next + 1]?.kind === "number") next += 1;
    const number = tokens[next];
    if (number?.kind === "number" || number?.kind === "code") return next + 1;
    return isLetter(number) ? next + 1 : 0;
  }
  // `3 OG`, `1. tv`, `2 hoog achter`
  if (here?.kind === "number" && here.digits <= 2) {
    const word = tokens[at + 1]?.kind === "comma" ? at + 2 : at + 1;
    const isNext = tokens[word + 1]?.kind === "number" && !isWord(tokens[word + 2], kind.UNIT);
    if (isWord(tokens[word], kind.UNIT) && !isNext) return doorEnd(tokens, word + 1);
  }
  if (here?.kind === "word" && here.digits > 0 && isWord(tokens[at + 1], kind.UNIT)) return at + 2;
  if (here?.kind === "code" && here.digits === 1 && bytes[here.start + 1] === 0xc2) {
    return doorEnd(tokens, at + 1);
  }
  return 0;
}

/** `étage` of `6 étage`, when the street line has taken the number; `Bajo` needs none. */
export function floorEnd(tokens: readonly Token[], at: number): number {
  if (isWord(tokens[at], kind.DOOR)) return at + 1;
  const isFloor = isWord(tokens[at], kind.UNIT) && tokens[at - 1]?.kind === "number";
  return isFloor ? doorEnd(tokens, at + 1) : 0;
}

function doorEnd(tokens: readonly Token[], at: number): number {
  return isLetter(tokens[at]) || isWord(tokens[at], kind.DOOR) ? at + 1 : at;
}

/** `#` */
function isSign(token: Token | undefined, bytes: Uint8Array): boolean {
  return token?.kind === "comma" && bytes[token.start] === 0x23;
}

/** A capital by itself. */
export function isLetter(token: Token | undefined): boolean {
  return token?.kind === "word" && token.capital && token.end - token.start === 1;
}

/** `III` behind a Dutch house number. */
export function isRoman(token: Token | undefined, bytes: Uint8Array): boolean {
  if (token?.kind !== "word" || token.end - token.start > 4) return false;
  for (let at = token.start; at < token.end; at += 1) {
    if (bytes[at] !== 0x49 && bytes[at] !== 0x56 && bytes[at] !== 0x58) return false;
  }
  return true;
}
