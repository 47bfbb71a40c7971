/**
 * A term in a text -> whether it is **said of a person**, as a score
 *
 * Looks back over the words of the sentence: first for a verb that ties (`have`, `am`, `voted`), then
 * for whose it is. In German and Dutch the verb may stand behind. Anything between that makes a topic
 * of it (`about`, `essay`) ends the search. So "I was diagnosed with diabetes" counts, and neither
 * "what is diabetes" nor "I read about diabetes" does.
 */
import { CLASS, is, WORD } from "../../scan/bytes.ts";
import { HARD, type Text } from "../../scan/text.ts";
import * as cue from "./cue-words.ts";
import { DOES, HAS, IS, OWN } from "./term.ts";

/** Said of the speaker, of someone of theirs, of someone. */
const SPEAKER = 0.85;
const KIN = 0.8;
const SOMEONE = 0.6;
/** Denied, or a mere topic. */
const DENIED = 0.4;
export const TOPIC = 0.3;

/** Words between the term and its verb, between the verb and its subject, and behind the term. */
const TO_VERB = 5;
const TO_SUBJECT = 5;
const BEHIND = 4;
/** `my severe chronic depression` */
const TO_OWNER = 3;
const LONGEST_WORD = 40;
const MAX_GAP = 3;

/** @param uses how the term is said of someone (`term.ts`) */
export function tieOf(text: Text, start: number, end: number, uses: number): number {
  const wanted = tiesOf(uses);
  let at = start;
  let hasFirst = false;
  let isDenied = false;
  let cuts = cue.CUTS;
  if (uses === IS) cuts |= cue.CUTS_IS;
  for (let count = 0; count < TO_VERB; count += 1) {
    const wordEnd = previousEnd(text, at);
    if (wordEnd < 0) break;
    at = wordStart(text, wordEnd);
    const bits = cue.CUES.bitsOf(text.bytes, at, wordEnd);
    if ((bits & cue.NOT) !== 0) isDenied = true;
    if ((bits & wanted) !== 0) {
      if (hasFirst || (bits & cue.FUSED) !== 0) return isDenied ? denied(uses) : SPEAKER;
      const score = subjectOf(text, at, (bits & cue.FIRST) !== 0);
      if (score > 0) return isDenied || isDeniedBefore(text, at) ? denied(uses) : score;
    }
    if ((bits & cue.MINE) !== 0 && (uses & OWN) !== 0 && count < TO_OWNER) return SPEAKER;
    if ((bits & cue.AS) !== 0 && (uses & IS) !== 0 && count < 3) return asOf(text, end);
    if ((bits & cuts) !== 0 && (bits & wanted) === 0) return TOPIC;
    if ((bits & cue.FIRST) !== 0) hasFirst = true;
  }
  return hasFirst && isBehind(text, end, wanted, cue.FINAL) ? SPEAKER : TOPIC;
}

function tiesOf(uses: number): number {
  let ties = 0;
  if ((uses & HAS) !== 0) ties |= cue.TIE_HAS;
  if ((uses & IS) !== 0) ties |= cue.TIE_IS;
  if ((uses & DOES) !== 0) ties |= cue.TIE_DOES;
  return ties;
}

/** To say that one is not ill tells little; to say that one does not believe tells all. */
function denied(uses: number): number {
  return (uses & HAS) !== 0 ? DENIED : SPEAKER;
}

/** Whose verb it is that begins at `verb`; 0 if nobody is named near it. */
function subjectOf(text: Text, verb: number, isFirst: boolean): number {
  let at = verb;
  let isKin = false;
  let isThird = false;
  if (isFirst) return SPEAKER;
  for (let count = 0; count < TO_SUBJECT; count += 1) {
    const end = previousEnd(text, at);
    if (end < 0) break;
    at = wordStart(text, end);
    const bits = cue.CUES.bitsOf(text.bytes, at, end);
    if ((bits & cue.CUTS) !== 0) break;
    if ((bits & cue.KIN) !== 0) isKin = true;
    if (isKin && (bits & cue.POSSESSIVE) !== 0) return KIN;
    if ((bits & (cue.FIRST | cue.FUSED)) !== 0 && !isThird && !isKin) return SPEAKER;
    if ((bits & cue.THIRD) !== 0) isThird = true;
    // "My cat has": neither the speaker nor one of theirs.
    if ((bits & cue.POSSESSIVE) !== 0 && !isKin) return isThird ? SOMEONE : 0;
  }
  return isThird ? SOMEONE : 0;
}

function isDeniedBefore(text: Text, verb: number): boolean {
  const end = previousEnd(text, verb);
  return end > 0 && (cue.CUES.bitsOf(text.bytes, wordStart(text, end), end) & cue.NOT) !== 0;
}

/** "As a Catholic, ..." and "als Katholik gehe ich": the speaker follows, or a comma. */
function asOf(text: Text, end: number): number {
  if (isBehind(text, end, cue.FIRST | cue.KIN, 0)) return SPEAKER;
  const isAside = end >= text.end || (text.bytes[end] !== 0x20 && !is(text.bytes, end, WORD));
  return isAside ? SOMEONE : TOPIC;
}

/** Whether one of the words behind has one of `some` and all of `all`. */
function isBehind({ bytes, end: limit }: Text, from: number, some: number, all: number): boolean {
  let at = from;
  for (let count = 0; count < BEHIND; count += 1) {
    const gap = at;
    while (at < limit && at - gap < MAX_GAP && (bytes[at] === 0x20 || bytes[at] === 0x2c)) at += 1;
    const start = at;
    while (at < limit && at - start < LONGEST_WORD && is(bytes, at, WORD)) at += 1;
    if (at === start) return false;
    const bits = cue.CUES.bitsOf(bytes, start, at);
    if ((bits & some) !== 0 && (bits & all) === all) return true;
  }
  return false;
}

/** The end of the word before `at` in the same sentence; -1 if there is none. */
function previousEnd({ bytes, start }: Text, at: number): number {
  let end = at;
  while (end > start) {
    const byte = bytes[end - 1] ?? HARD;
    if (((CLASS[byte] ?? 0) & WORD) !== 0) return end;
    if (!isInSentence(byte) || at - end > 3) return -1;
    end -= 1;
  }
  return -1;
}

/** Spaces, commas, apostrophes, hyphens and brackets; a full stop, a line or a quote ends it. */
function isInSentence(byte: number): boolean {
  return byte === 0x20 || byte === 0x2c || byte === 0x27 || byte === 0x2d || byte === 0x28 || byte === 0x2f;
}

function wordStart({ bytes, start }: Text, end: number): number {
  let at = end;
  while (at > start && end - at < LONGEST_WORD && is(bytes, at - 1, WORD)) at -= 1;
  return at;
}
