/**
 * Tokens -> **status of each**: what the tagger has to look at
 *
 * Most words cannot be part of a name: small ones, and the ones that only begin a sentence. They are
 * settled here, by table. What is left is short runs of words; the tagger sees nothing else. The
 * trainer uses the same function, so the model knows no other world.
 */
import { LEX } from "./lexicon.ts";
import { GAP, SHAPE, type Tokens } from "./tokens.ts";

const OUTSIDE = 0;
export const CANDIDATE = 1;
/** May stand inside a name, if there are candidates on both sides. */
export const CONNECTOR = 2;
/** Longer words are data, not language. */
const LONGEST_WORD = 40;
/** A run of the tagger is cut here. */
export const LONGEST_RUN = 48;

const NAME = LEX.first | LEX.last | LEX.place | LEX.placeRare | LEX.organisation;
const ORDINARY = LEX.function | LEX.common | LEX.role | LEX.title | LEX.calendar | LEX.demonym | LEX.product;

/** Names that are taken for one in small letters too. */
const SMALL_NAME = LEX.first | LEX.firstRare | LEX.last | LEX.place;
/** Together: a frequent given name that is an ordinary word in small letters. */
const AMBIGUOUS = LEX.first | LEX.firstRare;

/** The status of token `at`. `codes` holds the lexicon's code of each token, and 0 after the last. */
export function statusOf(tokens: Tokens, codes: Uint16Array, at: number): number {
  const code = codes[at] as number;
  if ((tokens.flags[at] as number) !== 0) return OUTSIDE;
  const shape = tokens.shape[at] as number;
  const gap = tokens.gap[at] as number;
  if (shape === SHAPE.lower) {
    if ((code & LEX.particle) !== 0) return CONNECTOR;
    // `david` is a name in small letters; `rose` and `mark` are not taken for one.
    const isName = (code & SMALL_NAME) !== 0 && (code & ORDINARY) === 0;
    if (isName && (code & AMBIGUOUS) !== AMBIGUOUS) {
      const size = (tokens.end[at] as number) - (tokens.start[at] as number);
      return size > 3 &&
        gap !== GAP.underscore &&
        gap !== GAP.apostrophe &&
        gap !== GAP.dotTight &&
        gap !== GAP.slash
        ? CANDIDATE
        : OUTSIDE;
    }
    return OUTSIDE;
  }
  if (shape === SHAPE.digits || shape === SHAPE.camel) return OUTSIDE;
  if ((tokens.end[at] as number) - (tokens.start[at] as number) > LONGEST_WORD) return OUTSIDE;
  if ((code & LEX.title) !== 0 && shape !== SHAPE.upper) return OUTSIDE;
  if (gap === GAP.at || gap === GAP.underscore) return OUTSIDE;
  // The S of `JOHNSON'S`.
  if (gap === GAP.apostrophe && shape === SHAPE.initial) return OUTSIDE;
  // An ordinary word that only begins a sentence.
  if ((code & LEX.common) !== 0 && (code & NAME) === 0 && shape === SHAPE.capital) {
    const next = at + 1 < tokens.count ? (tokens.shape[at + 1] as number) : SHAPE.lower;
    if (next === SHAPE.lower || next === SHAPE.digits) {
      const before = at > 0 ? (tokens.shape[at - 1] as number) : SHAPE.lower;
      if (gap !== GAP.space && gap !== GAP.hyphen)
        return (code & LEX.function) !== 0 || before !== SHAPE.initial ? OUTSIDE : CANDIDATE;
      if ((code & LEX.function) !== 0 && (before === SHAPE.lower || before === SHAPE.digits)) return OUTSIDE;
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
