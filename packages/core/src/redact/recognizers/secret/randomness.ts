/**
 * Bytes -> **Traits** -> does it look like chance, or like words?
 *
 * Entropy cannot tell `mainPictureFrame1` from a key of that length: both use many characters once.
 * What tells them apart is which letters stand side by side, and how digits are strewn among them.
 */
import { CLASS, DIGIT, HEX, LOWER, UPPER } from "../../scan/bytes.ts";
import { frequencyOf } from "../../scan/frequency.ts";

export interface Traits {
  size: number;
  digits: number;
  uppers: number;
  lowers: number;
  /** Neither letters nor digits. */
  others: number;
  /** Runs of digits. */
  digitRuns: number;
  /** How common its pairs of letters are in text, 0 to 9; 4 or so by chance, 7 or so in words. */
  wordiness: number;
  /** Pairs of letters looked at. */
  pairs: number;
  /** Steps in which a character is the next one of the alphabet, as in `abcdef` or `12345`. */
  steps: number;
  isHex: boolean;
  distinct: number;
}

/** What is looked at of a long value. */
const SAMPLE = 256;
const seen = new Uint8Array(256);

export const newTraits = (): Traits => ({
  size: 0,
  digits: 0,
  uppers: 0,
  lowers: 0,
  others: 0,
  digitRuns: 0,
  wordiness: 0,
  pairs: 0,
  steps: 0,
  isHex: false,
  distinct: 0,
});

/** Reads the value at `[start, end)` into `traits`; of a long one only the beginning. */
export function readTraits(bytes: Uint8Array, start: number, end: number, traits: Traits): void {
  const stop = Math.min(end, start + SAMPLE);
  let digits = 0;
  let uppers = 0;
  let lowers = 0;
  let digitRuns = 0;
  let sum = 0;
  let pairs = 0;
  let steps = 0;
  let hex = 0;
  let distinct = 0;
  let previous = 0;
  let previousByte = 0;
  seen.fill(0);
  for (let at = start; at < stop; at += 1) {
    const byte = bytes[at] as number;
    const here = CLASS[byte] as number;
    if ((here & DIGIT) !== 0) {
      digits += 1;
      if ((previous & DIGIT) === 0) digitRuns += 1;
    } else if ((here & UPPER) !== 0) uppers += 1;
    else if ((here & LOWER) !== 0) lowers += 1;
    if ((here & HEX) !== 0) hex += 1;
    if (seen[byte] === 0) {
      seen[byte] = 1;
      distinct += 1;
    }
    const isPair = (here & (UPPER | LOWER)) !== 0 && (previous & (UPPER | LOWER)) !== 0;
    if (isPair) {
      pairs += 1;
      // A capital after a small letter begins a word: the pair says nothing in either way.
      if ((here & UPPER) !== 0 && (previous & LOWER) !== 0) sum += 5;
      else sum += frequencyOf(previousByte, byte);
    }
    if (byte === previousByte + 1) steps += 1;
    previous = here;
    previousByte = byte;
  }
  traits.size = stop - start;
  traits.digits = digits;
  traits.uppers = uppers;
  traits.lowers = lowers;
  traits.others = traits.size - digits - uppers - lowers;
  traits.digitRuns = digitRuns;
  traits.wordiness = pairs === 0 ? 0 : sum / pairs;
  traits.pairs = pairs;
  traits.steps = steps;
  traits.isHex = hex === traits.size;
  traits.distinct = distinct;
}

/** Chance, as far as so many characters can tell. */
export function looksRandom(traits: Traits): boolean {
  const { size, digits, uppers, lowers, digitRuns, wordiness, pairs, steps, distinct } = traits;
  const letters = uppers + lowers;
  if (size < 8 || distinct * 5 < Math.min(size, 25) * 2) return false;
  if (steps * 3 > size) return false;
  if (traits.isHex) return digits >= 2 && letters >= 1 && size >= 12;
  if (digits === 0) return size >= 20 && pairs >= 10 && wordiness < 5 && uppers > 0 && lowers > 0;
  if (letters === 0) return size >= 16;
  const strewn = digitRuns >= 3 || (digitRuns === 2 && size <= 16);
  if (pairs < 5) return strewn || digits * 3 >= size;
  if (strewn) return wordiness < 6.6;
  return wordiness < 5.6 && (digitRuns === 2 || size >= 16);
}
