/** **WordBag**: how often each word stands in a text; word order, markup and link targets do not count. */
import { withoutTargets } from "../link.ts";

export interface WordBag {
  readonly counts: ReadonlyMap<string, number>;
  readonly words: number;
}

const WORD = /[\p{L}\p{N}]+/gu;

export function wordBag(markdown: string): WordBag {
  const counts = new Map<string, number>();
  let words = 0;
  for (const [word] of withoutTargets(markdown).toLowerCase().matchAll(WORD)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    words += 1;
  }
  return { counts, words };
}

/** Words that two bags have in common, each as often as in the one that has it less often. */
export function shared(a: WordBag, b: WordBag): number {
  let common = 0;
  for (const [word, count] of a.counts) common += Math.min(count, b.counts.get(word) ?? 0);
  return common;
}

/** Harmonic mean of the two shares of common words, 0 to 1; two empty texts are equal. */
export function wordF1(a: WordBag, b: WordBag): number {
  return a.words + b.words === 0 ? 1 : (2 * shared(a, b)) / (a.words + b.words);
}
