/**
 * A quote, and a version that may no longer have it -> where it stands, how surely, and what differs
 *
 * Exact first; then the same words whatever the markup, spacing and quotation marks; then the stretch
 * that aligns best. A stretch in which a number, a negation or another word that bears the meaning
 * differs is never sure, however alike the rest is.
 */
import { normaliseClause } from "../../policy/clause.ts";
import { align } from "./align.ts";
import { BEARING_WORDS } from "./data/bearing-words.ts";
import { type Words, wordsOf } from "./words.ts";

export interface Anchor {
  readonly is: "exact" | "fuzzy";
  /** Offsets into the version, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** From 0 to 1; 1 for the same words, at most 0.5 where a bearing word differs. */
  readonly confidence: number;
  /** Bearing words that are in one and not in the other: `-30` was in the quote, `+60` stands there now. */
  readonly changed: readonly string[];
}

/** Below this nothing is claimed. */
const LEAST = 0.5;
const SUREST_IF_CHANGED = 0.5;
/** Other case or punctuation: the words are the same, the text is not. */
const SAME_WORDS = 0.98;
/** For longer quotes only the same words are looked for. */
const LONGEST_FUZZY = 2_000;

/** Undefined where the quote has no words, or nothing in the version is like it. */
export function anchor(quote: string, markdown: string): Anchor | undefined {
  const literal = quote.trim();
  if (literal === "") return undefined;
  const at = markdown.indexOf(literal);
  if (at >= 0) return { is: "exact", start: at, end: at + literal.length, confidence: 1, changed: [] };
  const wanted = wordsOf(literal);
  if (wanted.words.length === 0) return undefined;
  const present = wordsOf(markdown);
  return sameWords(literal, wanted, markdown, present) ?? alikeWords(wanted, markdown, present);
}

function sameWords(quote: string, wanted: Words, markdown: string, present: Words): Anchor | undefined {
  let best: Anchor | undefined;
  const plain = plainOf(quote);
  for (const first of runsOf(wanted.words, present.words)) {
    const last = first + wanted.words.length - 1;
    const { start, end } = spanOf(markdown, present, first, last);
    const isSame = sameButEnds(plainOf(markdown.slice(start, end)), plain);
    if (isSame) return { is: "exact", start, end, confidence: 1, changed: [] };
    best ??= { is: "fuzzy", start, end, confidence: SAME_WORDS, changed: [] };
  }
  return best;
}

/** Where all wanted words stand in a row: Knuth, Morris and Pratt, so that repetition costs nothing. */
function runsOf(wanted: readonly string[], present: readonly string[]): readonly number[] {
  const fallback = new Int32Array(wanted.length);
  for (let at = 1, length = 0; at < wanted.length; at += 1) {
    while (length > 0 && wanted[at] !== wanted[length]) length = fallback[length - 1] ?? 0;
    if (wanted[at] === wanted[length]) length += 1;
    fallback[at] = length;
  }
  const runs: number[] = [];
  for (let at = 0, length = 0; at < present.length; at += 1) {
    while (length > 0 && present[at] !== wanted[length]) length = fallback[length - 1] ?? 0;
    if (present[at] === wanted[length]) length += 1;
    if (length < wanted.length) continue;
    runs.push(at - wanted.length + 1);
    length = fallback[length - 1] ?? 0;
  }
  return runs.slice(0, MOST_RUNS);
}

/** A quote of one or two words may stand anywhere; where is not worth a long look. */
const MOST_RUNS = 100;

function alikeWords(wanted: Words, markdown: string, present: Words): Anchor | undefined {
  if (wanted.words.length > LONGEST_FUZZY) return undefined;
  const found = align(wanted.words, present.words);
  if (found === undefined || found.likeness < LEAST) return undefined;
  const { start, end } = spanOf(markdown, present, found.first, found.last);
  const changed = [
    ...found.lost.filter(bearsMeaning).map((word) => `-${word}`),
    ...found.gained.filter(bearsMeaning).map((word) => `+${word}`),
  ];
  const likeness = Math.min(SAME_WORDS, found.likeness);
  const confidence = changed.length === 0 ? likeness : likeness * SUREST_IF_CHANGED;
  return { is: "fuzzy", start, end, confidence: Math.round(confidence * 100) / 100, changed };
}

/** A number, negation, exception, modal or unit: see `data/bearing-words.ts`. */
export function bearsMeaning(word: string): boolean {
  return BEARING_WORDS.has(word) || /\p{N}/u.test(word) || word.endsWith("n't") || /^[%$€£¥§]$/.test(word);
}

/** From the first word to the last, with the marks that stand right before and behind, and a link's address. */
function spanOf(
  markdown: string,
  { starts, ends }: Words,
  first: number,
  last: number,
): { readonly start: number; readonly end: number } {
  const start = starts[first] ?? 0;
  const end = ends[last] ?? start;
  const before = /(?:\*\*|[[*_])+$/.exec(markdown.slice(Math.max(0, start - MOST_MARKS), start));
  const behind = BEHIND.exec(markdown.slice(end, end + LONGEST_BEHIND));
  return { start: start - (before?.[0].length ?? 0), end: end + (behind?.[0].length ?? 0) };
}

const MOST_MARKS = 4;
const LONGEST_BEHIND = 2_100;
const BEHIND = /^[*_"'”’]{0,4}(?:\]\((?:[^()\s]|\([^()\s]{0,500}\)){0,2000}\))?[.,;:!?…)"'”’*_]{0,8}/;

function plainOf(text: string): string {
  return normaliseClause(
    text
      .replace(/[“”„«»″]/g, '"')
      .replace(/[‘’‚′]/g, "'")
      .replace(/[‐‑–—]/g, "-"),
  );
}

/** Marks at either end belong to what stands around the quote, not to it. */
function sameButEnds(one: string, other: string): boolean {
  const bare = (text: string): string =>
    text.replace(/^[^\p{L}\p{N}]{1,40}|[^\p{L}\p{N}%$€£¥§]{1,40}$/gu, "");
  return bare(one) === bare(other);
}
