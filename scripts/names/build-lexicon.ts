/** Word lists -> the **lexicon's bytes**, as `Lexicon` reads them. */

import { KEY_SHIFT, LEX } from "../../packages/core/src/redact/names/lexicon.ts";
import { newTokens, tokenise } from "../../packages/core/src/redact/names/tokens.ts";
import { textOf } from "../../packages/core/src/redact/scan/text.ts";
import { PLACES } from "./lists/places.ts";
import {
  ALSO_WORDS,
  CALENDAR,
  DEMONYMS,
  ORGANISATION_WORDS,
  ORGANISATIONS,
  PARTICLES,
  PRODUCTS,
  ROLES,
  TITLES,
} from "./lists/words.ts";
import type { WordLists } from "./packages.ts";

const HIGH_FIRST = 1200;
const HIGH_LAST = 5000;
const LARGE_CITY = 150_000;
const SMALL_CITY = 20_000;
/** How many of a language's most frequent words are taken for its grammar. */
const FUNCTION_WORDS = 500;

/** The hashes of the words in `text`, as the runtime sees them. */
function hashesOf(text: string): readonly number[] {
  const tokens = newTokens();
  tokenise(textOf(text), tokens);
  return [...tokens.hash.subarray(0, tokens.count)];
}

export function buildLexicon(lists: WordLists): Uint8Array {
  const codes = new Map<number, number>();
  const add = (words: Iterable<string>, bit: number, most = 1): void => {
    for (const word of words) {
      const hashes = hashesOf(word);
      if (hashes.length > most) continue;
      for (const hash of hashes) {
        const key = hash >>> KEY_SHIFT;
        codes.set(key, (codes.get(key) ?? 0) | bit);
      }
    }
  };
  add(lists.censusFirst.slice(0, HIGH_FIRST), LEX.first);
  add(lists.censusFirst, LEX.firstRare);
  add(lists.otherFirst, LEX.firstRare);
  add(lists.censusLast.slice(0, HIGH_LAST), LEX.last);
  add(lists.censusLast, LEX.lastRare);
  for (const [locale, { first, last, cities }] of lists.cultures) {
    // The English list holds many rare forms; the census says which ones are frequent.
    // Vietnamese given names are syllables that, without accents, are words of other languages.
    if (locale === "vi") continue;
    add(first, locale.startsWith("en") && locale !== "en_IN" ? LEX.firstRare : LEX.first, 2);
    add(last, LEX.last, 2);
    add(cities, LEX.placeRare, 1);
  }
  for (const { name, population } of lists.cities) {
    if (population >= LARGE_CITY) add([name], LEX.place);
    else if (population >= SMALL_CITY) add([name], LEX.placeRare);
  }
  add(lists.countries, LEX.place);
  add(PLACES, LEX.place);
  add(ORGANISATION_WORDS, LEX.organisationWord);
  add(ORGANISATIONS, LEX.organisation);
  add(TITLES, LEX.title);
  add(CALENDAR, LEX.calendar);
  add(DEMONYMS, LEX.demonym);
  add(PRODUCTS, LEX.product);
  add(ROLES, LEX.role);
  add(
    ROLES.filter((role) => /^[a-z]+[^s]$/.test(role)).map((role) => `${role}s`),
    LEX.role,
  );
  add(PARTICLES, LEX.particle);

  const isName = (word: string): boolean =>
    hashesOf(word).some((hash) => ((codes.get(hash >>> KEY_SHIFT) ?? 0) & (LEX.first | LEX.place)) !== 0);
  const small = lists.english.filter((word) => /^[a-z]/.test(word));
  add(small.slice(0, FUNCTION_WORDS), LEX.function);
  add(small.slice(0, 20_000), LEX.common);
  add(
    [
      "I",
      "What",
      "No",
      "Oh",
      "Come",
      "How",
      "Well",
      "Yeah",
      "Let",
      "Why",
      "Okay",
      "Yes",
      "Where",
      "Hey",
      "Thank",
      "Maybe",
      "Thanks",
      "Hello",
      "Hi",
      "Ok",
      "The",
      "A",
      "An",
      "In",
      "On",
      "At",
      "It",
      "If",
      "Dear",
      "Please",
    ],
    LEX.function,
  );
  const capitals = new Set(
    lists.english.filter((word) => /^[A-Z]/.test(word)).map((word) => word.toLowerCase()),
  );
  const lemmas = new Set(lists.lemmas);
  const said = new Set(lists.english.map((word) => word.toLowerCase()));
  add(
    [...lemmas].filter((word) => said.has(word) && !capitals.has(word)),
    LEX.common,
  );
  for (const [, words] of lists.frequent) {
    // Lists of subtitles hold the names that are said in films.
    const ordinary = words.filter((word) => !isName(word) && !capitals.has(word.toLowerCase()));
    add(ordinary.slice(0, FUNCTION_WORDS), LEX.function);
    add(words.slice(0, 150), LEX.function);
    add(ordinary, LEX.common);
  }
  const ambiguous = new Set(ALSO_WORDS.flatMap((word) => hashesOf(word).map((hash) => hash >>> KEY_SHIFT)));
  for (const [key, code] of codes) {
    let simple = code;
    // Both bits: a frequent given name that is an ordinary word in small letters.
    if ((code & LEX.first) !== 0)
      simple = ambiguous.has(key) ? simple | LEX.firstRare : simple & ~LEX.firstRare;
    if ((code & LEX.last) !== 0) simple &= ~LEX.lastRare;
    if ((code & LEX.place) !== 0) simple &= ~LEX.placeRare;
    if ((code & LEX.function) !== 0) simple |= LEX.common;
    codes.set(key, simple);
  }
  return encode(codes);
}

function encode(codes: ReadonlyMap<number, number>): Uint8Array {
  const frequency = new Map<number, number>();
  for (const code of codes.values()) frequency.set(code, (frequency.get(code) ?? 0) + 1);
  // Frequent codes come first: their index takes one byte.
  const kept = [...frequency].sort((one, other) => other[1] - one[1]).map(([code]) => code);
  const index = new Map(kept.map((code, place) => [code, place]));
  const bytes: number[] = [];
  const varint = (value: number): void => {
    let rest = value;
    while (rest > 0x7f) {
      bytes.push((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes.push(rest);
  };
  varint(kept.length);
  kept.forEach(varint);
  const sorted = [...codes].sort((one, other) => one[0] - other[0]);
  varint(sorted.length);
  let before = 0;
  for (const [key] of sorted) {
    varint(key - before);
    before = key;
  }
  for (const [, code] of sorted) varint(index.get(code) ?? 0);
  return Uint8Array.from(bytes);
}
