/** What looks drawn at random, so that a token can be told from a name. */
import { CLASS, DIGIT, LETTER, LOWER, UPPER } from "../../scan/bytes.ts";

/** A user's name is shorter, and has a meaning. */
export const LEAST_TOKEN = 16;

/** Letters and digits together, or letters that change case as words do not. */
export function isRandom(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  let letters = 0;
  let turns = 0;
  for (let at = start; at < end; at += 1) {
    const classes = CLASS[bytes[at] ?? 0] ?? 0;
    if ((classes & DIGIT) !== 0) digits += 1;
    if ((classes & LETTER) !== 0) letters += 1;
    if ((classes & UPPER) !== 0 && at > start && ((CLASS[bytes[at - 1] ?? 0] ?? 0) & LOWER) !== 0) turns += 1;
  }
  return (digits >= 2 && letters >= 2) || (turns >= 3 && end - start >= 20);
}
