import { TONE_WORDS, TURNING } from "./data/tone-words.ts";

/** Words that a negation reaches. */
const REACH = 3;
const LOUDEST = 3;

/**
 * How a text sounds, from -1 (alarm) to 1 (praise): the mean of its sounding words. 0 where it has none.
 * English words; it says how news sounds, never whether it is right.
 */
export function toneOf(text: string): number {
  let [sum, count, turned] = [0, 0, 0];
  for (const [word] of text
    .toLowerCase()
    .replaceAll("’", "'")
    .matchAll(/[\p{L}][\p{L}'-]{0,40}/gu)) {
    if (TURNING.has(word)) {
      turned = REACH;
      continue;
    }
    const sound = TONE_WORDS.get(word);
    if (sound !== undefined) {
      sum += turned > 0 ? -sound : sound;
      count += 1;
    }
    turned -= 1;
  }
  return count === 0 ? 0 : sum / count / LOUDEST;
}
