/**
 * Words that are no names after all -> **beliefs**
 *
 * The tagger learnt from prose, and takes for a person what it has never seen: names of fields and
 * types, words in capitals, scripts without capitals, broken bytes. What stands alone, and has nothing
 * but the tagger's word for it, must look like a name. Names that context gives are left alone, and
 * what is a person elsewhere in the document comes back by memory.
 */
import { CLASS, DIGIT, is, LETTER, LOWER, WORD } from "../scan/bytes.ts";
import { type Beliefs, FROM_MODEL } from "./beliefs.ts";
import { LEX } from "./lexicon.ts";
import { joins } from "./spans.ts";
import { GAP, SHAPE, type Tokens } from "./tokens.ts";
import { WordSet } from "./word-set.ts";

/** Less is not reported anyway. */
const LEAST = 0.25;
const ORDINARY = LEX.common | LEX.function;
/** An ordinary word is a name only where the tagger is surer than this. */
const DOUBTFUL = 0.5;
/** A rare given name in small letters. */
const SMALL = 0.75;
/** Behind an article. */
const CONVINCED = 0.95;
const SPACE = 0x20;
const QUOTE = 0x22;
const DOT = 0x2e;
const COLON = 0x3a;
const AT = 0x40;
const UNDERSCORE = 0x5f;

/** Directly behind a word: a call, an index, a type's parameters. */
const OPENS = new Uint8Array(256);
for (const byte of new TextEncoder().encode("([<{=")) OPENS[byte] = 1;

/** Words of programs before the name of a thing. */
const DECLARES = new WordSet(
  "class interface extends implements const readonly struct enum typeof def func import",
);

const ARTICLES = new WordSet(
  "the a an this that each every any no der die das ein eine le la les un une el los las il lo",
);
const LINKS = new WordSet("and or und oder et ou y o e en");
/** Before a colon: a person may follow. */
const PERSON_KEYS = new WordSet(
  `name names author authors by from to cc bcc contact signed owner user sender recipient reviewer assignee attn von an
   de para da a autor auteur autore nombre nome nom naam`,
);

export function applyDoubt(tokens: Tokens, beliefs: Beliefs): void {
  const { person, source } = beliefs;
  for (let index = 0; index < beliefs.candidates; index += 1) {
    const at = beliefs.list[index] as number;
    if ((person[at] as number) < LEAST || source[at] !== FROM_MODEL) continue;
    const isNone =
      isBroken(tokens, at) || (!hasCompany(tokens, beliefs, at) && isNoName(tokens, beliefs, at));
    if (isNone) person[at] = 0;
  }
}

/** Whether a word beside it is believed to be of the same name. */
function hasCompany(tokens: Tokens, { person }: Beliefs, at: number): boolean {
  if (at > 0 && (person[at - 1] as number) >= LEAST && joins(tokens, at)) return true;
  return at + 1 < tokens.count && (person[at + 1] as number) >= LEAST && joins(tokens, at + 1);
}

function isNoName(tokens: Tokens, beliefs: Beliefs, at: number): boolean {
  const code = beliefs.codes[at] as number;
  const shape = tokens.shape[at] as number;
  if (shape === SHAPE.alphanumeric) return true;
  const isGiven = (code & LEX.first) !== 0;
  if (hasNoCapitals(tokens, at) || (!isGiven && isOfProgram(tokens, at))) return true;
  switch (shape) {
    case SHAPE.lower:
      return !isGiven && ((code & LEX.firstRare) === 0 || (beliefs.person[at] as number) < SMALL);
    case SHAPE.initial:
      return !isFollowedByDot(tokens, at);
    case SHAPE.upper:
      return !isGiven && (code & ORDINARY) !== 0;
    case SHAPE.capital:
      return !isGiven && (code & LEX.common) !== 0 && isThing(tokens, beliefs, at);
    case SHAPE.mixed:
      return (code & (LEX.first | LEX.last)) === 0 && !isCompound(tokens, at);
    default:
      return false;
  }
}

/** An ordinary word with a capital: `the Board`, `model: Fields`, `Block and Fields`. */
function isThing(tokens: Tokens, { codes, person }: Beliefs, at: number): boolean {
  const belief = person[at] as number;
  if (belief < DOUBTFUL) return true;
  if (at === 0) return false;
  const { gap, hash, shape } = tokens;
  const before = codes[at - 1] as number;
  if (gap[at] === GAP.colon)
    return (
      shape[at - 1] === SHAPE.lower &&
      !PERSON_KEYS.has(hash[at - 1] as number) &&
      (before & (LEX.role | LEX.title)) === 0
    );
  if (gap[at] !== GAP.space) return false;
  if (ARTICLES.has(hash[at - 1] as number)) return belief < CONVINCED;
  return (
    at > 1 &&
    LINKS.has(hash[at - 1] as number) &&
    gap[at - 1] === GAP.space &&
    shape[at - 2] === SHAPE.capital &&
    (person[at - 2] as number) < LEAST &&
    ((codes[at - 2] as number) & (LEX.common | LEX.first)) === LEX.common
  );
}

/** Beside a control character or U+FFFD: bytes that were no text. */
function isBroken({ bytes, start, end }: Tokens, at: number): boolean {
  const from = start[at] as number;
  const to = end[at] as number;
  return (
    isControl(bytes[from - 1] as number) ||
    isControl(bytes[to] as number) ||
    isReplacement(bytes, from - 3) ||
    isReplacement(bytes, to)
  );
}

function isControl(byte: number): boolean {
  return (byte < SPACE && byte !== 0 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || byte === 0x7f;
}

function isReplacement(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
}

/** `OPTED_OUT`, `@param`, `"signal":`, `tally.total`, `new Lexer(`, `class Frame`. */
function isOfProgram(tokens: Tokens, at: number): boolean {
  const { bytes, start, end, gap, hash } = tokens;
  const before = bytes[(start[at] as number) - 1] as number;
  const to = end[at] as number;
  const next = bytes[to] as number;
  const after = bytes[to + 1] as number;
  if (before === AT || before === UNDERSCORE) return true;
  if (next === UNDERSCORE && is(bytes, to + 1, WORD)) return true;
  if (next === QUOTE && before === QUOTE && after === COLON) return true;
  if (next === DOT && is(bytes, to + 1, LOWER)) return true;
  // `Smith(2019)` and `Smith[3]` cite somebody.
  if (OPENS[next] === 1 && ((CLASS[after] as number) & DIGIT) === 0) return true;
  return at > 0 && gap[at] === GAP.space && DECLARES.has(hash[at - 1] as number);
}

/** A word of a script that has no capitals: nothing in it says that it is a name. */
function hasNoCapitals({ bytes, start }: Tokens, at: number): boolean {
  const lead = bytes[start[at] as number] as number;
  return lead >= 0xd7 && lead !== 0xe1 && lead !== 0xe2;
}

function isFollowedByDot({ bytes, end }: Tokens, at: number): boolean {
  return bytes[end[at] as number] === DOT;
}

/** `McAllister`, `DeShawn`, `LaToya`, `O'Neil`: a short beginning, and one hump. */
function isCompound({ bytes, start, end }: Tokens, at: number): boolean {
  const from = start[at] as number;
  const to = end[at] as number;
  let humps = 0;
  let place = 0;
  for (let index = from + 1; index < to; index += 1) {
    if (!is(bytes, index, LETTER) || is(bytes, index, LOWER)) continue;
    humps += 1;
    place = index - from;
  }
  return humps === 1 && place <= 3;
}
