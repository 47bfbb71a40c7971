/**
 * Word x vocabulary -> the numbers of its **pieces**: always the longest that fits next
 */
import type { Vocabulary } from "./vocabulary.ts";

/** BERT gives up on longer ones. */
const LONGEST_WORD = 100;

export function wordPieces(word: string, { ids, unknown }: Vocabulary): readonly number[] {
  const characters = [...word];
  if (characters.length > LONGEST_WORD) return [unknown];
  const pieces: number[] = [];
  let start = 0;
  while (start < characters.length) {
    let end = characters.length;
    let id: number | undefined;
    for (; end > start; end -= 1) {
      id = ids.get((start === 0 ? "" : "##") + characters.slice(start, end).join(""));
      if (id !== undefined) break;
    }
    if (id === undefined) return [unknown];
    pieces.push(id);
    start = end;
  }
  return pieces.length === 0 ? [unknown] : pieces;
}
