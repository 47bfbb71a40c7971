/** An instant -> when the day or the week that it lies in began */
import type { DigestPeriod } from "./rules.ts";

const DAY = 86_400_000;
/** 1970-01-01 was a Thursday: weeks begin on Mondays. */
const FIRST_MONDAY = 4 * DAY;

/** Days begin at 00:00 UTC. */
export function periodStart(period: Exclude<DigestPeriod, "none">, at: number): number {
  if (period === "daily") return Math.floor(at / DAY) * DAY;
  const week = 7 * DAY;
  return Math.floor((at - FIRST_MONDAY) / week) * week + FIRST_MONDAY;
}
