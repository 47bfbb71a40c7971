/** The postcode of an address, where a street line or a city is known, and the city behind it. */
import { isWord, isYear, type Token } from "./token.ts";
import * as kind from "./words/kinds.ts";

/** The end of the postcode that begins here; 0 if none does. */
export function postcodeFrom(
  tokens: readonly Token[],
  at: number,
  hasPlace: boolean,
  hasJoint: boolean,
): number {
  const here = tokens[at];
  const next = tokens[at + 1];
  if (here === undefined) return 0;
  if (here.kind === "code" && here.end - here.start <= 4 && here.capital) {
    // `SW1A 1AA`, `K1A 0B1`
    const inward = next?.kind === "code" || next?.kind === "number";
    if (inward && next.end - next.start === 3 && next.start === here.end + 1) return at + 2;
  }
  if (here.kind === "code" && isWhole(here) && here.capital && hasJoint) return at + 1;
  if (here.kind !== "number" || !isPostcode(tokens, at)) return 0;
  let end = at + 1;
  if (here.digits === 3 && next?.kind === "number" && next.digits === 2 && next.groups === 1) end = at + 2;
  // `1015 BS`
  if (here.digits === 4 && next?.kind === "word" && next.capital && next.end - next.start === 2) end = at + 2;
  if (here.digits === 3 && end === at + 1 && !hasPlace) return 0;
  if (hasPlace) return end;
  // The city follows: `10115 Berlin`.
  const after = cityAfter(tokens, end);
  return after > end ? after : 0;
}

/** At the number of `D-10115`, or where it was. */
export function behindPrefix(tokens: readonly Token[], at: number, bytes: Uint8Array): number {
  const [code, joint, number] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (code?.kind !== "word" || !code.capital || code.end - code.start > 2) return at;
  const isJoined = joint?.kind === "comma" && joint.start === code.end && bytes[joint.start] === 0x2d;
  return isJoined && number?.kind === "number" && number.start === joint.end && number.digits >= 4
    ? at + 2
    : at;
}

/** The end of the city that begins at `at`, or `at`. */
export function cityAfter(tokens: readonly Token[], at: number): number {
  const first = tokens[at];
  if (first?.kind !== "word" || isWord(first, kind.STOP | kind.LABEL | kind.MONTH)) return at;
  if (!first.capital && !isWord(first, kind.CITY)) return at;
  let last = at + 1;
  while (last < at + 6) {
    const here = tokens[last];
    if (here?.kind !== "word" || !(here.capital || isWord(here, kind.PARTICLE))) break;
    if (isWord(here, kind.STOP | kind.LABEL | kind.COUNTRY) && !isWord(here, kind.PARTICLE)) break;
    last += 1;
  }
  while (last > at + 1 && tokens[last - 1]?.capital !== true) last -= 1;
  return last;
}

/** Three digits and years stand behind many words. */
export function saysLittle(tokens: readonly Token[], at: number, bytes: Uint8Array): boolean {
  const [number, next] = [tokens[at], tokens[at + 1]];
  if (number?.kind !== "number" || next === undefined) return false;
  // `110 00` and `1015 BS` are neither.
  if (next.kind === "number" || (next.kind === "word" && next.end - next.start === 2)) return false;
  return number.digits === 3 || isYear(number, bytes);
}

/** A number that can be a postcode where one is expected. */
export function isPostcode(tokens: readonly Token[], at: number): boolean {
  const here = tokens[at];
  if (here === undefined || here.groups > 2 || here.digits < 3 || here.digits > 9) return false;
  // A house number with a slash.
  if (here.groups === 2 && here.digits < 5) return false;
  // Three numbers in a row are a telephone number.
  return !(tokens[at + 1]?.kind === "number" && tokens[at + 2]?.kind === "number");
}

/** `SW1A1AA` or `D10115`; what is shorter may be anything. */
function isWhole(token: Token): boolean {
  const size = token.end - token.start;
  return size >= 6 && size <= 7;
}
