/**
 * Tokens -> the **street line** around a number
 *
 * `12 Baker Street`, `Rue de la Paix 4`, `Hauptstr. 5`, `Postfach 12 34`: what kind of street is
 * named where, and on which side the number stands, differs by country. Each form has a base score;
 * the surroundings (`address.ts`) decide the rest.
 */
import { isWord, type Token } from "./token.ts";
import * as kind from "./words/kinds.ts";

export interface Part {
  /** First token and the one after the last. */
  readonly first: number;
  readonly after: number;
  readonly score: number;
}

/** Military post: nothing else has the form, and nothing follows it. */
export const MILITARY = 0.97;
/** A word of the street is listed: this form alone can be an address. */
const CLEAR = 0.75;
/** Listed, but the word is common elsewhere. */
const WEAK = 0.35;
/** House number, name, second number: `6750 Koskikatu 25`. */
const TWO_NUMBERS = 0.3;
/** A name and a number. */
const NAME_NUMBER = 0.2;
/** A number and a name, up to a comma or the end of the line. */
const NUMBER_NAME = 0.1;

const MAX_NAME = 6;
const MAX_BACK = 8;

/** The street line that holds token `at`, beginning as far to the left as a form allows. */
export function streetAround(tokens: readonly Token[], at: number): Part | undefined {
  let best: Part | undefined;
  for (let first = Math.max(0, at - MAX_BACK); first <= at; first += 1) {
    const part = streetFrom(tokens, first);
    if (part === undefined || part.after <= at) continue;
    if (best === undefined || part.score > best.score) best = part;
  }
  return best;
}

function streetFrom(tokens: readonly Token[], first: number): Part | undefined {
  let at = first;
  while (at < first + 2 && isHouse(tokens[at])) at += 1;
  const houses = at - first;
  if (houses > 0 && isWord(tokens[at], kind.REPEAT)) at += 1;
  if (houses > 0 && tokens[at]?.kind === "comma" && isWord(tokens[at + 1], kind.BEFORE | kind.HOUSE_FIRST))
    at += 1;
  return (
    military(tokens, first) ??
    box(tokens, first, at) ??
    before(tokens, first, at, houses) ??
    after(tokens, first, at, houses) ??
    named(tokens, first, at, houses)
  );
}

function isHouse(token: Token | undefined): boolean {
  if (token?.kind !== "number") return false;
  // `12/3/7` in Vienna: house, stairs and door.
  return token.groups < 3 ? token.digits <= 6 : token.groups === 3 && token.digits <= 5;
}

/** `FPO AP 93757`, with the unit or ship on the line before. */
function military(tokens: readonly Token[], first: number): Part | undefined {
  const number = tokens[first + 2];
  if (!isWord(tokens[first], kind.MILITARY) || !isWord(tokens[first + 1], kind.MILITARY_AREA))
    return undefined;
  if (number?.kind !== "number" || number.digits !== 5) return undefined;
  let from = first;
  if (tokens[from - 1]?.kind === "line" || tokens[from - 1]?.kind === "comma") {
    let at = from - 1;
    while (first - at < 9 && isUnitLine(tokens[at - 1])) at -= 1;
    if (at < from - 1) from = at;
  }
  return { first: from, after: first + 3, score: MILITARY };
}

function isUnitLine(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === "number" || token.kind === "comma") return true;
  return token.kind === "word" && (token.capital || (token.kinds & (kind.UNIT | kind.BOX_WEAK)) !== 0);
}

function box(tokens: readonly Token[], first: number, from: number): Part | undefined {
  let at = from;
  let strong = false;
  while (isWord(tokens[at], kind.BOX | kind.BOX_WEAK | kind.POST) && at < from + 3) {
    if (isWord(tokens[at], kind.BOX)) strong = true;
    if (isWord(tokens[at], kind.POST) && isWord(tokens[at + 1], kind.BOX_WEAK)) strong = true;
    at += 1;
  }
  if (at === from) return undefined;
  if (isWord(tokens[at], kind.NUMBER_SIGN)) at += 1;
  if (!isHouse(tokens[at])) return undefined;
  at += 1;
  // Box numbers are written in groups of two or three.
  while (strong && isHouse(tokens[at]) && (tokens[at]?.digits ?? 9) <= 3) at += 1;
  return { first, after: at, score: strong ? CLEAR + 0.1 : NAME_NUMBER };
}

/** `26 rue des Lilas`, `Avda. Rio Nalon 58`, `Via Roma, 12`. */
function before(tokens: readonly Token[], first: number, from: number, houses: number): Part | undefined {
  const type = tokens[from];
  if (!isWord(type, kind.BEFORE | kind.BEFORE_WEAK)) return undefined;
  const isWeak = !isWord(type, kind.BEFORE);
  if (isHouse(tokens[from + 1])) return numbered(tokens, first, from + 2);
  const name = nameFrom(tokens, from + 1, true);
  if (name.after === from + 1) return undefined;
  let at = name.after;
  if (tokens[at]?.kind === "comma") at += 1;
  if (isWord(tokens[at], kind.NUMBER_SIGN)) at += 1;
  // Behind a comma five digits are a postcode.
  const isNumbered =
    isHouse(tokens[at]) && (at === name.after || (houses === 0 && (tokens[at]?.digits ?? 9) < 5));
  const isNamed = isWord(type, kind.BEFORE) && type?.capital === true && name.capitals > 0;
  const isLed =
    houses > 0 && (isNamed || isWord(type, kind.HOUSE_FIRST) || tokens[from - 1]?.kind === "comma");
  // `Intrarea Studioului, Bloc 79`
  const isBlock = isNamed && at > name.after && isWord(tokens[at], kind.UNIT) && isHouse(tokens[at + 1]);
  if (isBlock) return { first, after: at + 2, score: CLEAR };
  if (!isNumbered && !isLed) return undefined;
  if (name.capitals === 0 && houses === 0 && (type?.capital === true || name.after > from + 2))
    return undefined;
  const small = name.capitals === 0 ? 0.2 : isWeak && type?.capital !== true ? 0.1 : 0;
  const isInitial = isWeak && type !== undefined && type.end - type.start === 2;
  const base = isInitial ? WEAK : isWeak ? WEAK + 0.2 : CLEAR;
  return { first, after: isNumbered ? at + 1 : name.after, score: base - small };
}

/** `Calle 13 No. 45-67`: streets have numbers too, and the house says at which crossing it stands. */
function numbered(tokens: readonly Token[], first: number, at: number): Part | undefined {
  let next = at;
  if (tokens[next]?.kind === "comma") next += 1;
  const isSigned = isWord(tokens[next], kind.NUMBER_SIGN) || next > at;
  if (isWord(tokens[next], kind.NUMBER_SIGN)) next += 1;
  const house = tokens[next];
  if (!isSigned || house?.kind !== "number" || house.groups !== 2) return undefined;
  return { first, after: next + 1, score: CLEAR };
}

/** `12 Baker Street`, `Luite tee 87`, `3 Brucker Bundesstrasse 31`. */
function after(tokens: readonly Token[], first: number, from: number, houses: number): Part | undefined {
  // `in der Langen Straße 12`: the article stays outside.
  if (houses === 0 && isWord(tokens[from], kind.PARTICLE) && tokens[from]?.capital === false)
    return undefined;
  const name = nameFrom(tokens, from, true);
  for (let at = name.after - 1; at >= from; at -= 1) {
    const type = tokens[at];
    if (!isWord(type, kind.STREET)) continue;
    const hasName = at > from;
    if (houses > 0 && hasName && isWord(type, kind.AFTER | kind.AFTER_WEAK)) {
      const small = type?.capital === true || name.capitals > 0 ? 0 : 0.2;
      if (small > 0 && tokens.slice(from, at).some((one) => isWord(one, kind.PARTICLE))) return undefined;
      const end =
        isWord(tokens[at + 1], kind.DIRECTION) && tokens[at + 1]?.capital === true ? at + 2 : at + 1;
      const second = isHouse(tokens[end]) ? 0.1 : 0;
      const base = isWord(type, kind.AFTER) ? CLEAR : WEAK;
      return { first, after: second > 0 ? end + 1 : end, score: base + second - small };
    }
    const isCompound = isWord(type, kind.COMPOUND | kind.COMPOUND_WEAK);
    if (!isCompound && !(hasName && isWord(type, kind.BACK | kind.BACK_WEAK))) continue;
    let end = at + 1;
    if (tokens[end]?.kind === "comma" && isHouse(tokens[end + 1]) && houses === 0) end += 1;
    if (isWord(tokens[end], kind.NUMBER_SIGN)) end += 1;
    if (!isHouse(tokens[end])) continue;
    if (isCompound && houses === 0 && at > from && !isAdjective(tokens, from, at)) continue;
    const isClear = isWord(type, kind.COMPOUND | kind.BACK);
    const small = isCompound
      ? type?.capital === true
        ? 0
        : isWord(type, kind.SHORT)
          ? 0.3
          : 0.2
      : name.capitals > 0
        ? 0
        : 0.3;
    return { first, after: end + 1, score: (isClear ? CLEAR : WEAK) + (houses > 0 ? 0.1 : 0) - small };
  }
  return undefined;
}

/** At most two words before a compound belong to it when no house number says where it begins. */
function isAdjective(tokens: readonly Token[], from: number, at: number): boolean {
  return (
    at - from <= 2 && tokens.slice(from, at).every((one) => one.capital && (one.kinds & kind.LABEL) === 0)
  );
}

/** Names that no list knows, told by their numbers: `6750 Koskikatu 25`. */
function named(tokens: readonly Token[], first: number, from: number, houses: number): Part | undefined {
  const name = nameFrom(tokens, from, false);
  let end = name.after;
  const words = tokens.slice(from, end);
  if (words.length > 4 || words.some((one) => isWord(one, kind.MONTH | kind.UNIT))) return undefined;
  if (!words.some((one) => one.capital && one.digits === 0 && one.end - one.start >= 4)) return undefined;
  const number = tokens[end];
  if (isHouse(number) && number !== undefined && number.digits <= 4 && number.groups < 3) end += 1;
  else if (houses === 0) return undefined;
  else if (number?.kind === "comma" || number?.kind === "line")
    return { first, after: end, score: NUMBER_NAME };
  else if (!isWord(number, kind.UNIT)) return undefined;
  if (isWord(tokens[end], kind.MONTH)) return undefined;
  return { first, after: end, score: houses > 0 ? TWO_NUMBERS : NAME_NUMBER };
}

/**
 * Words that can be a street's name: capitals with particles between them.
 * @param small whether words in small letters will do
 */
function nameFrom(
  tokens: readonly Token[],
  from: number,
  small: boolean,
): { readonly after: number; readonly capitals: number } {
  let at = from;
  let capitals = 0;
  let last = from;
  while (at < from + MAX_NAME) {
    const here = tokens[at];
    if (here?.kind !== "word" || (here.kinds & kind.LABEL) !== 0) break;
    const isParticle = (here.kinds & kind.PARTICLE) !== 0;
    if ((here.kinds & kind.STOP) !== 0 && !(isParticle && !here.capital)) break;
    if ((here.kinds & kind.UNIT) !== 0 && at > from && tokens[at + 1]?.kind === "number") break;
    const isName = here.capital || (here.kinds & kind.STREET) !== 0;
    if (!isName && !isParticle && !(small && capitals === 0 && at < from + 3)) break;
    if (here.capital) capitals += 1;
    at += 1;
    if (!isParticle || here.capital) last = at;
  }
  return { after: last, capitals };
}
