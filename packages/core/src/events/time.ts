/**
 * Instants as events and timelines write them: RFC 3339, and in a timeline also a day alone.
 *
 * Stricter than what importers accept: a time without an offset has no one meaning, and a year
 * before 1990 is a unit mistaken or a zero, so both are refused.
 */
import { parseInstant } from "../sources/instant.ts";

/** Stands for "from the beginning"; Unix epoch. */
export const BEGINNING = 0;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;
/** More digits than this say nothing more: below a millisecond is cut off. */
const FRACTION = /(\.\d{12})\d+/;
const FIRST = Date.UTC(1990, 0, 1);
const END = Date.UTC(10_000, 0, 1);
const DAY_LENGTH = 86_400_000;
export const TIME_HINT = "write `2025-10-08T12:00:00Z`, or another offset for `Z`";
export const DATE_HINT = "write a day such as `2025-10-08`, or a time such as `2025-10-08T12:00:00Z`";

/** What is wrong with a text that should be an instant; undefined for nothing. */
export type TimeFault = "form" | "calendar" | "range";

export const FAULTS: Readonly<Record<TimeFault, string>> = {
  form: "is not a date with time and offset (RFC 3339)",
  calendar: "is not a date of the calendar",
  range: "is not between the years 1990 and 9999",
};

/**
 * RFC 3339 with an offset -> epoch milliseconds (UTC). The one instant outside 1990 to 9999 that is
 * let through is {@link BEGINNING}; callers decide whether it may stand where they met it.
 */
export function parseTime(text: string): number | TimeFault {
  if (!TIME.test(text)) return "form";
  return checked(parseInstant(text.replace(FRACTION, "$1")));
}

/** The first and the last millisecond (UTC) that a day, or an instant, may mean. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A day alone (the whole day, UTC) or RFC 3339 with an offset. */
export function parseDate(text: string): Span | TimeFault {
  const alone = isDay(text);
  const at = alone ? checked(parseInstant(text)) : parseTime(text);
  if (typeof at === "string") return at;
  if (at < FIRST) return "range";
  return { first: at, last: alone ? at + DAY_LENGTH - 1 : at };
}

function isDay(text: string): boolean {
  return DAY.test(text);
}

function checked(ms: number | undefined): number | TimeFault {
  if (ms === undefined) return "calendar";
  return ms !== BEGINNING && (ms < FIRST || ms >= END) ? "range" : ms;
}

/** RFC 3339 in UTC, to the millisecond where there are any. */
export function printTime(ms: number): string {
  const text = new Date(ms).toISOString();
  return text.endsWith(".000Z") ? `${text.slice(0, -".000Z".length)}Z` : text;
}
