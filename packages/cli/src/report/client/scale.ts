/**
 * Round numbers and years for axes.
 */
import { DAY_MS } from "./dates.ts";

/** A few round steps from 0 up to at least `max`, whole numbers only. */
export function countTicks(max: number, wanted = 4): number[] {
  const rough = Math.max(1, max / wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? power);
  const ticks: number[] = [];
  for (let tick = 0; ; tick += step) {
    ticks.push(tick);
    if (tick >= max) return ticks;
  }
}

export interface TimeTick {
  readonly at: number;
  readonly label: string;
}

/** Beginnings of months or years within the range, at most `wanted`. */
export function timeTicks(from: number, to: number, wanted: number): TimeTick[] {
  const months = (to - from) / (30.44 * DAY_MS);
  const step =
    [1, 3, 6, 12, 24, 60, 120, 240, 600].find((each) => months / each <= wanted) ??
    Math.ceil(months / wanted);
  const start = new Date(from);
  const first = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  const ticks: TimeTick[] = [];
  for (let month = first; ; month += step) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (at > to) return ticks;
    const year = String(Math.floor(month / 12));
    const label = step % 12 === 0 ? year : `${year}-${String((month % 12) + 1).padStart(2, "0")}`;
    if (at >= from) ticks.push({ at, label });
  }
}
