/**
 * Two versions -> **clocks**: when it was first seen, what date it states, when it is in force
 *
 * Dates are looked for where documents carry them: in lines near the beginning and the end.
 */
import type { Version } from "../document.ts";
import { canonicalOf } from "../quiet/canonical.ts";
import { ACCOUNT_CUES, IN_FORCE_CUES, STATED_CUES } from "./data/clock-cues.ts";
import { datesIn, type FoundDate } from "./dates.ts";
import type { ChangeClocks } from "./terms-change.ts";

/** UTF-16 code units read at the beginning and at the end. */
const HEAD = 6_000;
const TAIL = 3_000;
/** A date stands at most this far behind its cue, and no other sentence between them. */
const REACH = 60;
const LONGEST_QUOTE = 400;

type Stated = ChangeClocks["stated"];
type InForce = ChangeClocks["inForce"];

/** Instants: milliseconds since 1970; days begin at 00:00 UTC. A date that is not found is not guessed. */
export function clocksOf(before: Version, after: Version): ChangeClocks {
  const [earlier, later] = [datedOf(before.text), datedOf(after.text)];
  const isMoved = !isSameDate(earlier, later);
  const isDated = later.stated !== undefined || later.inForce !== undefined;
  return {
    firstSeen: after.at,
    stated: later.stated,
    inForce: later.inForce,
    // Extracted anew, the text differs and the page does not.
    isSilent: isDated && !isMoved && !after.isUpgrade && canonicalOf(before.text) !== canonicalOf(after.text),
  };
}

interface Dated {
  readonly stated: Stated;
  readonly inForce: InForce;
}

function datedOf(text: string): Dated {
  const places = text.length <= HEAD + TAIL ? [text] : [text.slice(0, HEAD), text.slice(-TAIL)];
  const stated = first(places, (place) => dateAfter(place, STATED_CUES));
  const perAccount = first(places, perAccountOf);
  if (perAccount?.latest !== undefined) return { stated, inForce: perAccount };
  const day = first(places, (place) => dateAfter(place, IN_FORCE_CUES));
  // That using it means agreeing is said in most terms, beside a day that holds for everyone.
  return { stated, inForce: day === undefined ? perAccount : { is: "day", ...day } };
}

function first<Found>(
  places: readonly string[],
  find: (place: string) => Found | undefined,
): Found | undefined {
  for (const place of places) {
    const found = find(place);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first date that stands behind a cue in its line, or alone in the line after it. */
function dateAfter(text: string, cues: readonly string[]): { at: number; quote: string } | undefined {
  const low = text.toLowerCase();
  for (const date of datesIn(text)) {
    const from = Math.max(0, date.start - REACH);
    const lead = low.slice(from, date.start + monthShift(text, date));
    const isCued = cues.some((cue) => {
      const at = lead.lastIndexOf(cue);
      return at >= 0 && isLead(lead.slice(at + cue.length)) && isWordStart(low, from + at);
    });
    if (isCued) return { at: date.at, quote: lineOf(text, date) };
  }
  return undefined;
}

/** In `UpdatedNovember 6, 2023` the cue is within what was read as the date's first word. */
function monthShift(text: string, { start, end }: FoundDate): number {
  const word = /^\p{L}+/u.exec(text.slice(start, end))?.[0] ?? "";
  const capital = word.slice(1).search(/\p{Lu}/u);
  return capital < 0 ? 0 : capital + 1;
}

/** Between cue and date: marks, spaces, few small words, one line break; no end of a sentence, no date. */
function isLead(between: string): boolean {
  const words = between.match(/[\p{L}’']+/gu) ?? [];
  return words.length <= 4 && !/[.!?]\s|\d/u.test(between) && (between.match(/\n/gu) ?? []).length <= 2;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/\p{L}/u.test(text.charAt(at - 1));
}

/** A sentence that holds a cue of the account and one of being in force; with a date, that is the latest day. */
function perAccountOf(text: string): Extract<InForce, { is: "per-account" }> | undefined {
  const low = text.toLowerCase();
  for (const cue of ACCOUNT_CUES) {
    for (let at = low.indexOf(cue); at >= 0; at = low.indexOf(cue, at + cue.length)) {
      const { start, end } = sentenceAround(text, at);
      const sentence = low.slice(start, end);
      if (!IN_FORCE_CUES.some((one) => sentence.includes(one))) continue;
      const quote = text.slice(start, end);
      if (quote.length > LONGEST_QUOTE) continue;
      return { is: "per-account", latest: datesIn(quote).at(-1)?.at, quote };
    }
  }
  return undefined;
}

/** Within its line; ends at a full stop before a space. */
function sentenceAround(text: string, at: number): { readonly start: number; readonly end: number } {
  const line = text.lastIndexOf("\n", at - 1) + 1;
  const stop = text.lastIndexOf(". ", at - 1);
  const start = Math.max(line, stop < 0 ? 0 : stop + 2);
  const ends = [text.indexOf("\n", at), text.indexOf(". ", at) + 1].filter((end) => end > 0);
  return { start, end: Math.min(text.length, ...ends) };
}

function lineOf(text: string, { start, end }: FoundDate): string {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const to = text.indexOf("\n", end);
  const line = text.slice(from, to < 0 ? text.length : to);
  if (line.length <= LONGEST_QUOTE) return line.trim();
  return text.slice(Math.max(from, start - REACH), end).trim();
}

function isSameDate(a: Dated, b: Dated): boolean {
  return a.stated?.at === b.stated?.at && dayOf(a.inForce) === dayOf(b.inForce);
}

function dayOf(inForce: InForce): number | undefined {
  return inForce?.is === "day" ? inForce.at : inForce?.latest;
}
