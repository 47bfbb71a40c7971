/**
 * Tokens -> **status of each**: what the tagger has to look at
 *
 * Most words cannot be part of a name: small ones, and the ones that only begin a sentence. They are
 * settled here, by table. What is left is short runs of words; the tagger sees nothing else. The
 * trainer uses the same function, so the model knows no other world.
 */
import { LEX } from "./lexicon.ts";
import { GAP, SHAPE, type Tokens } from "./tokens.ts";

export const OUTSIDE = 0;
export const CANDIDATE = 1;
/** May stand inside a name, if there are candidates on both sides. */
export const CONNECTOR = 2;
/** A run of the tagger is cut here. */
export const LONGEST_RUN = 48;

const NAME = LEX.first | LEX.firstRare | LEX.last | LEX.lastRare | LEX.place | LEX.placeRare | LEX.organisation;
const ORDINARY = LEX.function | LEX.common | LEX.role | LEX.title | LEX.calendar | LEX.demonym | LEX.product;

/** The status of token `at`. `codes` holds the lexicon's code of each token, and 0 after the last. */
export function statusOf(tokens: Tokens, codes: Uint16Array, at: number): number {
  const code = codes[at] as number;
  if ((tokens.flags[at] as number) !== 0) return OUTSIDE;
  const shape = tokens.shape[at] as number;
  const gap = tokens.gap[at] as number;
  if (shape === SHAPE.lower) {
    if ((code & LEX.particle) !== 0) return CONNECTOR;
    // `david` is a name in small letters; `rose` and `mark` are not taken for one.
    if ((code & (LEX.first | LEX.place)) !== 0 && (code & ORDINARY) === 0) {
      return (tokens.end[at] as number) - (tokens.start[at] as number) > 3 && gap !== GAP.underscore && gap !== GAP.apostrophe
        ? CANDIDATE
        : OUTSIDE;
    }
    return OUTSIDE;
  }
  if (shape === SHAPE.digits || shape === SHAPE.camel) return OUTSIDE;
  if ((code & LEX.title) !== 0 && shape !== SHAPE.upper) return OUTSIDE;
  if (gap === GAP.at || gap === GAP.underscore) return OUTSIDE;
  if ((code & LEX.function) !== 0 && (code & NAME) === 0) {
    const next = at + 1 < tokens.count ? (tokens.shape[at + 1] as number) : SHAPE.lower;
    const before = at > 0 ? (tokens.shape[at - 1] as number) : SHAPE.lower;
    if (next === SHAPE.lower || next === SHAPE.digits) {
      if (gap !== GAP.space || before === SHAPE.lower || before === SHAPE.digits) return OUTSIDE;
    }
  }
  return CANDIDATE;
}

/** The token after the run that begins with candidate `at`. */
export function runEnd(tokens: Tokens, status: Uint8Array, at: number): number {
  let end = at + 1;
  while (end < tokens.count && end - at < LONGEST_RUN) {
    if (tokens.gap[end] === GAP.hard) break;
    if (status[end] === CANDIDATE) {
      end += 1;
      continue;
    }
    if (status[end] !== CONNECTOR) break;
    let ahead = end + 1;
    while (ahead < tokens.count && ahead - end < 3 && status[ahead] === CONNECTOR) ahead += 1;
    if (ahead >= tokens.count || status[ahead] !== CANDIDATE || tokens.gap[ahead] === GAP.hard) break;
    end = ahead + 1;
  }
  return end;
}
