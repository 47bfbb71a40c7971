/**
 * Two periods of a fact -> **order**: which one lasts longer
 *
 * Named periods: `as-long-as-needed` has no end that can be counted, `indefinite` has no end. What ends with
 * the account or when the user deletes it has a length of its own for everyone, and is not ordered.
 */
import { type Period, parsePeriod } from "../../policy/period.ts";
import type { AxisValues } from "../axes/axis.ts";

export type PeriodOrder = "longer" | "shorter" | "same" | "unknown";

/** Shortest and longest a calendar unit can be, in days: a month has 28 to 31. */
const DAYS = { year: [365, 366], month: [28, 31] } as const;
const HOURS_A_DAY = 24;

/** How `after` is against `before`; `unknown` where the calendar decides (`P1M` and `P30D`) or one is no period. */
export function orderOfPeriods(before: AxisValues[string], after: AxisValues[string]): PeriodOrder {
  if (before === after) return "same";
  const [from, to] = [lengthOf(before), lengthOf(after)];
  if (from === undefined || to === undefined) return "unknown";
  if (to.least > from.most) return "longer";
  if (to.most < from.least) return "shorter";
  return from.least === to.least && from.most === to.most ? "same" : "unknown";
}

interface Length {
  readonly least: number;
  readonly most: number;
}

/** In days. */
export function lengthOf(value: AxisValues[string]): Length | undefined {
  if (value === "indefinite") return { least: Number.POSITIVE_INFINITY, most: Number.POSITIVE_INFINITY };
  if (value === "immediately") return { least: 0, most: 0 };
  if (value === "as-long-as-needed") return { least: Number.MAX_VALUE, most: Number.MAX_VALUE };
  if (typeof value !== "string" || !value.startsWith("P")) return undefined;
  let period: Period;
  try {
    period = parsePeriod(value);
  } catch {
    return undefined;
  }
  const fixed = period.days + period.hours / HOURS_A_DAY;
  // Twelve months are a year: 365 or 366 days.
  const months = period.months % 12;
  const years = period.years + (period.months - months) / 12;
  return {
    least: years * DAYS.year[0] + months * DAYS.month[0] + fixed,
    most: years * DAYS.year[1] + months * DAYS.month[1] + fixed,
  };
}
