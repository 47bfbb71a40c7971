/**
 * Words that leave no doubt -> **beliefs**
 *
 * `Mr`, `Frau`, `my name is`, `me llamo`: what follows is a person, whatever the tagger thinks of it,
 * also in small letters. Only phrases that hardly ever introduce anything else are here; the tagger has
 * learnt the others.
 */
import { type Beliefs, FROM_CONTEXT } from "./beliefs.ts";
import { LEX } from "./lexicon.ts";
import { CANDIDATE, CONNECTOR } from "./segments.ts";
import { GAP, SHAPE, type Tokens } from "./tokens.ts";
import { WordSet } from "./word-set.ts";

const CERTAIN = 0.95;
/** A later word of the name must be somewhat believed by the tagger too. */
const GOES_ON = 0.2;
const LONGEST_NAME = 6;

const BEFORE_NAMES = new WordSet(
  `mr mrs ms mx dr messrs herr herrn frau fräulein monsieur madame mademoiselle mme mlle señor señora señorita sra
   srta senhor senhora signor signora sig dott dottoressa meneer mevrouw dhr mevr prof`,
);
const IS = new WordSet("is ist est es é è e är s jest");
const NAME = new WordSet("name nombre nome naam namn nom imię navn");
const OWN = new WordSet("my mein mi meu mon mijn mitt moje mio min her his your dein ihr su son");
/** Letters after the names of lawyers. */
const AFTER_NAMES = new WordSet("lj ljj qc kc esq esquire");
/** Say alone that a name follows. */
const CALLED = new WordSet("heiße heisse llamo chiamo appelle heet heter adım");
const SELF = new WordSet("ich me mi m ik jag benim");

/** Small words inside the name of a person. */
const INSIDE = new WordSet(
  `van der den de del della di da do dos das du la le von zu zum zur ten ter te bin ibn ben al el abu af av san`,
);

const NO_NAME = LEX.function | LEX.common | LEX.role | LEX.calendar | LEX.demonym | LEX.product | LEX.title;
const GIVEN = LEX.first | LEX.firstRare;
const ANY_NAME = GIVEN | LEX.last | LEX.lastRare;

/** Words that may be one of those above, by some bits of their hash: most words are none. */
const TRIGGERS = new Uint8Array(2048);
for (const words of [BEFORE_NAMES, IS, CALLED, AFTER_NAMES]) {
  for (const hash of words.hashes) TRIGGERS[hash & 2047] = 1;
}

export function applyContext(tokens: Tokens, beliefs: Beliefs): void {
  const { count, hash } = tokens;
  for (let at = 0; at < count; at += 1) {
    const word = hash[at] as number;
    if (TRIGGERS[word & 2047] === 1) atTrigger(tokens, beliefs, at, word);
  }
  beliefs.close(count);
}

function atTrigger(tokens: Tokens, beliefs: Beliefs, at: number, word: number): void {
  const { hash } = tokens;
  const hasNext = at + 1 < tokens.count;
  if (at > 0 && tokens.shape[at] !== SHAPE.lower && AFTER_NAMES.has(word)) {
    const gap = tokens.gap[at] as number;
    const isFirst = at === 1 || (beliefs.person[at - 2] as number) < GOES_ON;
    if ((gap === GAP.space || gap === GAP.comma) && beliefs.status[at - 1] === CANDIDATE) {
      mark(beliefs, at - 1, isFirst ? 1 : (beliefs.begins[at - 1] as number));
    }
  } else if (hasNext && BEFORE_NAMES.has(word)) {
    afterTitle(tokens, beliefs, at);
  } else if (hasNext && at > 0 && CALLED.has(word) && SELF.has(hash[at - 1] as number)) {
    introduced(tokens, beliefs, at + 1);
  } else if (
    hasNext &&
    at > 1 &&
    NAME.has(hash[at - 1] as number) &&
    IS.has(word) &&
    OWN.has(hash[at - 2] as number)
  ) {
    introduced(tokens, beliefs, at + 1);
  }
}

function isCapital(shape: number): boolean {
  return shape === SHAPE.capital || shape === SHAPE.upper || shape === SHAPE.initial || shape === SHAPE.mixed;
}

function afterTitle(tokens: Tokens, beliefs: Beliefs, title: number): void {
  const shape = tokens.shape[title] as number;
  const at = title + 1;
  const gap = tokens.gap[at] as number;
  if (gap !== GAP.space && gap !== GAP.dot && gap !== GAP.dotTight) return;
  if (beliefs.status[at] === CONNECTOR) {
    // `Dr. van der Berg`
    if (!INSIDE.has(tokens.hash[at] as number)) return;
    let name = at + 1;
    while (name < tokens.count && name - at < 3 && beliefs.status[name] === CONNECTOR) name += 1;
    if (
      name < tokens.count &&
      beliefs.status[name] === CANDIDATE &&
      tokens.gap[name] === GAP.space &&
      gap !== GAP.dotTight
    ) {
      believe(tokens, beliefs, at, false);
    }
    return;
  }
  if (!isCapital(tokens.shape[at] as number)) {
    // `mr smith`, but not `ms office` or `sig` followed by prose.
    if (shape !== SHAPE.lower || ((beliefs.codes[at] as number) & (LEX.last | LEX.first)) === 0) return;
    if (((beliefs.codes[at] as number) & (LEX.function | LEX.product)) !== 0) return;
  } else if (shape === SHAPE.upper && tokens.shape[at] !== SHAPE.upper) return;
  if (
    ((beliefs.codes[at] as number) & (LEX.title | LEX.role | LEX.product)) !== 0 &&
    ((beliefs.codes[at] as number) & ANY_NAME) === 0
  )
    return;
  believe(tokens, beliefs, at, false);
}

/** What follows `my name is`. */
function introduced(tokens: Tokens, beliefs: Beliefs, at: number): void {
  const gap = tokens.gap[at] as number;
  if (gap !== GAP.space && gap !== GAP.open && gap !== GAP.colon) return;
  const code = beliefs.codes[at] as number;
  if (isCapital(tokens.shape[at] as number)) {
    if ((code & NO_NAME) !== 0 && (code & ANY_NAME) === 0 && (beliefs.person[at] as number) < GOES_ON) return;
  } else if (
    tokens.shape[at] !== SHAPE.lower ||
    ((code & NO_NAME) !== 0 && ((code & GIVEN) === 0 || (code & LEX.function) !== 0))
  ) {
    return;
  }
  believe(tokens, beliefs, at, tokens.shape[at] === SHAPE.lower);
}

/** Believes in the name that begins at `from`. */
function believe(tokens: Tokens, beliefs: Beliefs, from: number, small: boolean): void {
  mark(beliefs, from, 1);
  let last = from;
  for (let at = from + 1; at < tokens.count && at - from < LONGEST_NAME; at += 1) {
    const gap = tokens.gap[at] as number;
    const joins =
      gap === GAP.space ||
      gap === GAP.hyphen ||
      gap === GAP.apostrophe ||
      ((gap === GAP.dot || gap === GAP.dotTight) && tokens.shape[at - 1] === SHAPE.initial);
    if (!joins) break;
    const code = beliefs.codes[at] as number;
    if (beliefs.status[at] === CONNECTOR && gap === GAP.space && INSIDE.has(tokens.hash[at] as number))
      continue;
    const fits =
      isCapital(tokens.shape[at] as number) && beliefs.status[at] === CANDIDATE
        ? gap !== GAP.space ||
          tokens.shape[last] === SHAPE.initial ||
          (beliefs.person[at] as number) >= GOES_ON
        : small && tokens.shape[at] === SHAPE.lower && (code & ANY_NAME) !== 0 && (code & NO_NAME) === 0;
    if (!fits) break;
    for (let between = last + 1; between <= at; between += 1) mark(beliefs, between, 0);
    last = at;
  }
  if (last + 1 < tokens.count) beliefs.begins[last + 1] = 1;
}

function mark(beliefs: Beliefs, at: number, begins: number): void {
  beliefs.person[at] = Math.max(CERTAIN, beliefs.person[at] as number);
  beliefs.place[at] = 0;
  beliefs.organisation[at] = 0;
  beliefs.begins[at] = begins;
  beliefs.source[at] = FROM_CONTEXT;
  if (beliefs.status[at] !== CANDIDATE) beliefs.isOpen = true;
}
