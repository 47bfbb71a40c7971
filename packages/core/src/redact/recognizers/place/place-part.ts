/** City, state and country of an address. */
import { isWord, type Token } from "./token.ts";
import * as kind from "./words/kinds.ts";

export function countryFrom(tokens: readonly Token[], at: number): number {
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
export function regionFrom(tokens: readonly Token[], at: number, bytes: Uint8Array): number {
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
export function cityFrom(tokens: readonly Token[], at: number, bytes: Uint8Array): number {
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
export function isSmallPlace(tokens: readonly Token[], at: number): boolean {
  for (let next = at; next < at + 6; next += 1) {
    const here = tokens[next];
    if (here === undefined || here.kind === "stop" || isWord(here, kind.STOP | kind.LABEL)) return false;
    if (countryFrom(tokens, next) > 0 || (here.kind === "number" && here.digits >= 4)) return true;
  }
  return false;
}
