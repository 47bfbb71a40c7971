/**
 * A street line -> how far the address goes on
 *
 * City, state, postcode, country and unit follow in any order, over lines. Words that are merely
 * capitalised count only up to the next part that is known; so a name on the next line stays outside.
 */
import { cityFrom, countryFrom, isSmallPlace, regionFrom } from "./place-part.ts";
import { behindPrefix, cityAfter, isPostcode, postcodeFrom, saysLittle } from "./postcode-part.ts";
import { isWord, type Token } from "./token.ts";
import { floorEnd, isLetter, isRoman, unitFrom } from "./unit-part.ts";
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
  let hasCity = false;
  const confirm = (end: number, says: number): void => {
    after = end;
    at = end;
    evidence += says;
    words = 0;
  };
  // `5 A 12` in Helsinki: the stairs and the flat.
  if (isLetter(tokens[at]) || isRoman(tokens[at], bytes)) {
    const flat = tokens[at + 1];
    confirm(flat?.kind === "number" && flat.digits < 4 ? at + 2 : at + 1, 0);
  }
  while (!isDone && at < tokens.length) {
    const next = behindPrefix(tokens, skip(tokens, at), bytes);
    const here = tokens[next];
    if (here === undefined || here.kind === "stop" || isWord(here, kind.MILITARY)) break;
    const unit = unitFrom(tokens, next, bytes) || (next === at ? floorEnd(tokens, next) : 0);
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
      hasCity = hasCity || words > 0;
      confirm(region, REGION_SAYS);
      continue;
    }
    const postcode = hasPostcode ? 0 : postcodeFrom(tokens, next, words > 0 || after > from, next > at);
    if (postcode > 0) {
      hasPostcode = true;
      const isFirst = words === 0 && !hasCity;
      confirm(postcode, saysLittle(tokens, next, bytes) ? CITY_SAYS : POSTCODE_SAYS);
      if (isFirst) confirm(cityAfter(tokens, at), 0);
      continue;
    }
    if (here.kind !== "word" || isOutside(here)) break;
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

/** A word that no name of a place holds; `do` in `Braga do Norte` is one of its own. */
function isOutside(token: Token): boolean {
  if ((token.kinds & kind.PARTICLE) !== 0 && !token.capital) return false;
  return (token.kinds & (kind.STOP | kind.LABEL | kind.MONTH)) !== 0;
}

function skip(tokens: readonly Token[], at: number): number {
  let next = at;
  while (next < at + 3 && (tokens[next]?.kind === "comma" || tokens[next]?.kind === "line")) next += 1;
  return next;
}
