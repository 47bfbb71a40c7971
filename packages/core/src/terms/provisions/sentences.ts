/**
 * A stretch of text -> where its sentences begin
 *
 * Ours and not the platform's, because ids of provisions hang on it: the same text must be split the
 * same way in every browser and by every later release.
 */
import { ABBREVIATIONS } from "./data/abbreviations.ts";

/** The look-behind keeps it linear: a run of stops is entered at its first one only. */
const STOP = /(?<![.!?…])[.!?…]+["'”’)\]*_]*(?=\s)|[。！？]["”’）」』]*/g;
/** Shorter ones are headings in bold, numbers and exclamations: they stay with what follows. */
const FEWEST_WORDS = 4;
const LONGEST_ABBREVIATION = 8;

/** Offsets from `start` (always the first) up to `end`, ascending. White space before each is skipped. */
export function sentenceStarts(text: string, start: number, end: number): readonly number[] {
  const starts = [start];
  STOP.lastIndex = start;
  for (let stop = STOP.exec(text); stop !== null && stop.index < end; stop = STOP.exec(text)) {
    const next = skipSpace(text, STOP.lastIndex, end);
    if (next >= end) break;
    if (/^\.["'”’)\]*_]*$/.test(stop[0]) && isAbbreviation(text, start, stop.index)) continue;
    if (/^\p{Ll}/u.test(text.slice(next, next + 2)) && !/[。！？]/.test(stop[0])) continue;
    if (!hasWords(text, starts.at(-1) ?? start, next) || !hasWords(text, next, end)) continue;
    starts.push(next);
  }
  return starts;
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/.test(text[at] ?? "")) at += 1;
  return at;
}

function isAbbreviation(text: string, start: number, stop: number): boolean {
  const before = text.slice(Math.max(start, stop - LONGEST_ABBREVIATION), stop);
  const word = /[\p{L}.]+$/u.exec(before)?.[0].replace(/^\.+/, "") ?? "";
  if (word === "") return /(?:^|\s)\d{1,2}\\?$/.test(before) && /^\s*\S{0,3}$/.test(text.slice(start, stop));
  return ABBREVIATIONS.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word);
}

/** Enough words to be a sentence of its own; text without spaces counts by its characters. */
function hasWords(text: string, from: number, to: number): boolean {
  let words = 0;
  let isInside = false;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const isSpace = code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
    if (!isSpace && (!isInside || code >= 0x3000)) words += 1;
    isInside = !isSpace;
    if (words >= FEWEST_WORDS) return true;
  }
  return false;
}
