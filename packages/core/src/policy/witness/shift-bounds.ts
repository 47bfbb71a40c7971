/**
 * How far a period can move an instant, at least and at most, whatever the month it starts in.
 *
 * Exact over the 400 years after which the calendar repeats, but for the day held back to a month's
 * last, for which three days are allowed, and one for whole years: too wide, never too narrow.
 */
import type { Move } from "../atoms.ts";
import { parsePeriod } from "../period.ts";

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FOUR_CENTURIES = 4_800;

/** Milliseconds. */
export function boundsOf(moves: readonly Move[]): Bounds {
  let [least, most] = [0, 0];
  for (const { sign, period } of moves) {
    const { years, months, days, hours } = parsePeriod(period);
    const fixed = sign * (days * DAY + hours * HOUR);
    const moved = monthBounds(sign * (years * 12 + months));
    least += fixed + moved.least;
    most += fixed + moved.most;
  }
  return { least, most };
}

const KNOWN = new Map<number, Bounds>();

function monthBounds(months: number): Bounds {
  if (months === 0) return { least: 0, most: 0 };
  const known = KNOWN.get(months);
  if (known !== undefined) return known;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let month = 0; month < FOUR_CENTURIES; month += 1) {
    // Dates in the middle of what a `Date` holds; the calendar repeats.
    const span = Date.UTC(2_000, month + months, 1) - Date.UTC(2_000, month, 1);
    least = Math.min(least, span);
    most = Math.max(most, span);
  }
  const bounds = { least: least - (months % 12 === 0 ? 1 : 3) * DAY, most };
  KNOWN.set(months, bounds);
  return bounds;
}
