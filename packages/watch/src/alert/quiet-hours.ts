/** Quiet hours x an instant -> is it quiet, and until when */
import type { QuietHours } from "./rules.ts";

const MINUTE = 60_000;
/** Quiet hours are shorter than a day; the clock moves by less than another. */
const MOST_MINUTES = 2 * 24 * 60;

/**
 * When quiet hours that hold at an instant end; undefined if none hold. By the wall clock of their zone: where
 * it is put back, an hour that comes twice is quiet both times; where it is put forward over the end, they end
 * with the jump.
 *
 * @param at milliseconds since 1970, UTC
 */
export function quietUntil(hours: QuietHours, at: number): number | undefined {
  const clock = clockOf(hours.timeZone);
  if (!isWithin(hours, clock(at))) return undefined;
  // From the next full minute on: zones differ from UTC by whole minutes since 1972.
  let next = Math.floor(at / MINUTE) * MINUTE + MINUTE;
  for (let left = MOST_MINUTES; left > 0 && isWithin(hours, clock(next)); left -= 1) next += MINUTE;
  return next;
}

function isWithin({ from, to }: QuietHours, minute: number): boolean {
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** Minutes since midnight on the wall. */
function clockOf(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return (at) => {
    const shown = format.format(at);
    return Number(shown.slice(0, 2)) * 60 + Number(shown.slice(3, 5));
  };
}
