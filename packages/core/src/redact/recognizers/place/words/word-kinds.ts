/** Bytes of a word -> its kinds, whole words first, then what compounds end in. */
import { lower } from "../../../scan/bytes.ts";
import { WordTable } from "../../../scan/word-table.ts";
import { COMPOUND, COMPOUND_WEAK, SHORT } from "./kinds.ts";
import { CITY_WORDS, COUNTRY_WORDS, REGION_WORDS } from "./place-words.ts";
import { PLAIN_WORDS } from "./plain-words.ts";
import { BOX_WORDS, COMPOUND_WORDS, STREET_WORDS, UNIT_WORDS } from "./street-words.ts";

const WORDS = new WordTable(
  STREET_WORDS,
  UNIT_WORDS,
  BOX_WORDS,
  COUNTRY_WORDS,
  REGION_WORDS,
  CITY_WORDS,
  PLAIN_WORDS,
);
const COMPOUNDS = new WordTable(COMPOUND_WORDS);

const encoder = new TextEncoder();
/** What has to stand before a compound's last part. */
const SHORTEST_STEM = 3;
const [ENDINGS, LENGTHS] = endings();

/** A table of the last two bytes, to leave most words alone, and how long the parts are. */
function endings(): readonly [Uint8Array, readonly number[]] {
  const table = new Uint8Array(65_536);
  const lengths = new Set<number>();
  for (const [, words] of COMPOUND_WORDS) {
    for (const word of words.split(/\s+/)) {
      if (word === "") continue;
      const bytes = encoder.encode(word);
      lengths.add(bytes.length);
      table[((bytes[bytes.length - 2] ?? 0) << 8) | (bytes[bytes.length - 1] ?? 0)] = 1;
    }
  }
  return [table, [...lengths].sort((one, other) => other - one)];
}

/** The kinds of the word at `[start, end)`; 0 for a word that is not listed. */
export function kindsOf(bytes: Uint8Array, start: number, end: number): number {
  const kinds = WORDS.bitsOf(bytes, start, end);
  return kinds !== 0 ? kinds : compoundOf(bytes, start, end);
}

function compoundOf(bytes: Uint8Array, start: number, end: number): number {
  const size = end - start;
  if (size < SHORTEST_STEM + 2) return 0;
  if (ENDINGS[(lower(bytes[end - 2] ?? 0) << 8) | lower(bytes[end - 1] ?? 0)] === 0) return 0;
  for (const length of LENGTHS) {
    if (length + SHORTEST_STEM > size) continue;
    const kinds = COMPOUNDS.bitsOf(bytes, end - length, end);
    if (kinds !== 0) return kinds & (COMPOUND | COMPOUND_WEAK | SHORT);
  }
  return 0;
}
