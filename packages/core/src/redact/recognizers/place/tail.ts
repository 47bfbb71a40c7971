/**
 * A street line -> how far the address goes on
 *
 * City, state, postcode, country and unit follow in any order, over lines. Words that are merely
 * capitalised count only up to the next part that is known; so a name on the next line stays outside.
 */
import type { Token } from "./read-tokens.ts";
import { isYear } from "./street.ts";
import * as kind from "./words/kinds.ts";

interface Growth {
  /** The token after the last. */
  readonly after: number;
  /** What the parts add to the score. */
  readonly evidence: number;
}

const UNIT_SAYS = 0.4;
const POSTCODE_SAYS = 0.4;
const COUNTRY_SAYS = 0.2;
const REGION_SAYS = 0.15;
const CITY_SAYS = 0.15;
const MAX_WORDS = 6;

export function growRight(tokens: readonly Token[], from: number, bytes: Uint8Array): Growth {
  let after = from;
  let evidence = 0;
  let at = from;
  /** Words since the last known part. */
  let words = 0;
  let isDone = false;
  let hasPostcode = false;
  let hasRegion = false;
  const confirm = (end: number, says: number): void => {
    after = end;
    at = end;
    evidence += says;
    words = 0;
  };
  while (!isDone && at < tokens.length) {
    const next = behindPrefix(tokens, skip(tokens, at), bytes);
    const here = tokens[next];
    if (here === undefined || here.kind === "stop" || isWord(here, kind.MILITARY)) break;
    const unit = unitFrom(tokens, next, bytes);
    if (unit > 0) {
      confirm(unit, UNIT_SAYS);
      continue;
    }
    const country = countryFrom(tokens, next);
    if (country > 0 && (next > at || words > 0 || hasPostcode)) {
      const number = tokens[skip(tokens, country)];
      confirm(country, COUNTRY_SAYS);
      if (!hasPostcode && number?.kind === "number" && isPostcode(tokens, skip(tokens, country))) {
        confirm(skip(tokens, country) + 1, POSTCODE_SAYS - COUNTRY_SAYS);
      }
      isDone = true;
      continue;
    }
    const region = regionFrom(tokens, next, bytes);
    if (region > 0 && (next > at || words > 0)) {
      hasRegion = true;
      confirm(region, REGION_SAYS);
      continue;
    }
    const postcode = hasPostcode ? 0 : postcodeFrom(tokens, next, words > 0 || after > from, next > at);
    if (postcode > 0) {
      hasPostcode = true;
      const isFirst = words === 0 && !hasRegion;
      confirm(postcode, saysLittle(tokens[next], bytes) ? CITY_SAYS : POSTCODE_SAYS);
      if (isFirst) confirm(cityAfter(tokens, at), 0);
      continue;
    }
    if (here.kind !== "word" || (here.kinds & (kind.STOP | kind.LABEL | kind.MONTH)) !== 0) break;
    const isSmall = !here.capital && (here.kinds & kind.PARTICLE) === 0;
    if (words >= MAX_WORDS || (isSmall && words === 0 && next === at)) break;
    if (isSmall && !isSmallPlace(tokens, next)) break;
    words += 1;
    at = next + 1;
  }
  if (words > 0 && !isDone) {
    const city = cityFrom(tokens, after, bytes);
    if (city > 0) return { after: city, evidence: evidence + CITY_SAYS };
  }
  return { after, evidence };
}

/** What stands in front of a street line: a unit, or the postcode and city where they come first. */
export function growLeft(
  tokens: readonly Token[],
  from: number,
  bytes: Uint8Array,
): Growth & { readonly first: number } {
  let first = from;
  let evidence = 0;
  const joint = tokens[first - 1];
  const end = joint?.kind === "comma" || joint?.kind === "line" ? first - 1 : first;
  if (end >= 2 && unitFrom(tokens, end - 2, bytes) === end) {
    first = end - 2;
    evidence += UNIT_SAYS;
  }
  let at = end === first || first !== from ? first : end;
  if (tokens[at - 1]?.kind === "comma" || tokens[at - 1]?.kind === "line") at -= 1;
  let words = 0;
  while (words < 3 && tokens[at - 1]?.kind === "word" && tokens[at - 1]?.capital === true) {
    at -= 1;
    words += 1;
  }
  const number = tokens[at - 1];
  if (
    words > 0 &&
    number?.kind === "number" &&
    number.digits >= 4 &&
    number.digits <= 6 &&
    number.groups === 1
  ) {
    const hasJoint = end < from || tokens[first - 1]?.kind === "comma" || tokens[first - 1]?.kind === "line";
    if (hasJoint && tokens[at - 2]?.kind !== "number")
      return { first: at - 1, after: from, evidence: evidence + POSTCODE_SAYS };
  }
  return { first, after: from, evidence };
}

function skip(tokens: readonly Token[], at: number): number {
  let next = at;
  while (next < at + 3 && (tokens[next]?.kind === "comma" || tokens[next]?.kind === "line")) next += 1;
  return next;
}

function isWord(token: Token | undefined, kinds: number): boolean {
  return token !== undefined && token.kind === "word" && (token.kinds & kinds) !== 0;
}

/** The end of `Apt. 4`, `2nd floor`, `2º B`; 0 if none begins here. */
function unitFrom(tokens: readonly Token[], at: number, bytes: Uint8Array): number {
  const here = tokens[at];
  if (isWord(here, kind.UNIT | kind.BOX | kind.BOX_WEAK | kind.POST)) {
    let next = at + 1;
    while (isWord(tokens[next], kind.BOX_WEAK | kind.NUMBER_SIGN)) next += 1;
    if (tokens[next]?.kind === "comma" && tokens[next + 1]?.kind === "number") next += 1;
    const number = tokens[next];
    if (number?.kind === "number" || number?.kind === "code") return next + 1;
    const isLetter = number?.kind === "word" && number.capital && number.end - number.start === 1;
    return isLetter ? next + 1 : 0;
  }
  if (here?.kind === "word" && here.digits > 0 && isWord(tokens[at + 1], kind.UNIT)) return at + 2;
  if (here?.kind === "code" && here.digits === 1 && bytes[here.start + 1] === 0xc2) {
    const door = tokens[at + 1];
    return door?.kind === "word" && door.capital && door.end - door.start === 1 ? at + 2 : at + 1;
  }
  return 0;
}

function countryFrom(tokens: readonly Token[], at: number): number {
  const here = tokens[at];
  let after = 0;
  if (isWord(here, kind.COUNTRY)) after = at + 1;
  else if (isWord(here, kind.COUNTRY_FIRST) && isWord(tokens[at + 1], kind.COUNTRY_SECOND)) after = at + 2;
  if (after === 0) return 0;
  // `Cyprus (Greek)`
  const inner = tokens[after + 1];
  const isAside =
    tokens[after]?.kind === "comma" && tokens[after + 2]?.kind === "comma" && inner?.kind === "word";
  return isAside && inner.capital && inner.end - inner.start < 8 && inner.kinds === 0 ? after + 3 : after;
}

/** A state by name, or two or three capitals where a state's code stands. */
function regionFrom(tokens: readonly Token[], at: number, bytes: Uint8Array): number {
  const here = tokens[at];
  if (isWord(here, kind.REGION) && here?.capital === true) return at + 1;
  if (here?.kind !== "word" || here.end - here.start > 3 || here.end - here.start < 2) return 0;
  for (let byte = here.start; byte < here.end; byte += 1) if ((bytes[byte] ?? 0) > 0x5a) return 0;
  const next = tokens[at + 1];
  if (next === undefined || next.kind === "line" || next.kind === "comma" || next.kind === "stop")
    return at + 1;
  return next.kind === "number" || next.kind === "code" ? at + 1 : 0;
}

/** Up to three words that end a line or a clause, right behind a comma. */
function cityFrom(tokens: readonly Token[], at: number, bytes: Uint8Array): number {
  if (tokens[at]?.kind !== "comma") return 0;
  let end = at + 1;
  while (
    end < at + 5 &&
    tokens[end]?.kind === "word" &&
    (tokens[end]?.capital || isWord(tokens[end], kind.PARTICLE))
  ) {
    end += 1;
  }
  const next = tokens[end];
  const isEnd = next === undefined || next.kind === "stop" || next.kind === "line" || next.kind === "comma";
  const first = tokens[at + 1];
  // `City: ...` is a label.
  if (next?.kind === "stop" && bytes[next.start] === 0x3a) return 0;
  return end > at + 1 && isEnd && !isWord(first, kind.STOP | kind.LABEL | kind.MONTH) ? end : 0;
}

/** Small letters count where a country or a postcode ends the line. */
function isSmallPlace(tokens: readonly Token[], at: number): boolean {
  for (let next = at; next < at + 6; next += 1) {
    const here = tokens[next];
    if (here === undefined || here.kind === "stop" || isWord(here, kind.STOP | kind.LABEL)) return false;
    if (countryFrom(tokens, next) > 0 || (here.kind === "number" && here.digits >= 4)) return true;
  }
  return false;
}

/** The end of the postcode that begins here; 0 if none does. */
function postcodeFrom(tokens: readonly Token[], at: number, hasPlace: boolean, hasJoint: boolean): number {
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

/** `SW1A1AA` or `D10115`; what is shorter may be anything. */
function isWhole(token: Token): boolean {
  const size = token.end - token.start;
  return size >= 6 && size <= 7;
}

/** At the number of `D-10115`, or where it was. */
function behindPrefix(tokens: readonly Token[], at: number, bytes: Uint8Array): number {
  const [code, joint, number] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (code?.kind !== "word" || !code.capital || code.end - code.start > 2) return at;
  const isJoined = joint?.kind === "comma" && joint.start === code.end && bytes[joint.start] === 0x2d;
  return isJoined && number?.kind === "number" && number.start === joint.end && number.digits >= 4
    ? at + 2
    : at;
}

/** The end of the city that begins at `at`, or `at`. */
function cityAfter(tokens: readonly Token[], at: number): number {
  const first = tokens[at];
  if (first?.kind !== "word" || isWord(first, kind.STOP | kind.LABEL | kind.MONTH)) return at;
  if (!first.capital && !isWord(first, kind.CITY)) return at;
  let last = at + 1;
  while (last < at + 4) {
    const here = tokens[last];
    if (here?.kind !== "word" || !(here.capital || isWord(here, kind.PARTICLE))) break;
    if (isWord(here, kind.STOP | kind.LABEL | kind.COUNTRY) && !isWord(here, kind.PARTICLE)) break;
    last += 1;
  }
  while (last > at + 1 && tokens[last - 1]?.capital !== true) last -= 1;
  return last;
}

/** Three digits and years stand behind many words. */
function saysLittle(token: Token | undefined, bytes: Uint8Array): boolean {
  return token?.kind === "number" && (token.digits === 3 || isYear(token, bytes));
}

function isPostcode(tokens: readonly Token[], at: number): boolean {
  const here = tokens[at];
  if (here === undefined || here.groups > 2 || here.digits < 3 || here.digits > 9) return false;
  // A house number with a slash.
  if (here.groups === 2 && here.digits < 5) return false;
  // Three numbers in a row are a telephone number.
  return !(tokens[at + 1]?.kind === "number" && tokens[at + 2]?.kind === "number");
}
