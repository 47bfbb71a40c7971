/** What generated closures call for values that are not a plain slot; the meaning is the spec's. */
import type { Slot } from "../../facts/facts.ts";
import type { Truth } from "../kleene.ts";
import { addPeriod, type Period } from "../period.ts";

function ordered(left: Slot, right: Slot, holds: (left: number, right: number) => boolean): Truth {
  return typeof left === "number" && typeof right === "number" ? holds(left, right) : undefined;
}

const DAY = 86_400_000;
/** Mean month of the Gregorian calendar: 146,097 days in 4,800 months. */
const MONTH = (146_097 / 4_800) * DAY;
/** More than any stretch of months differs from its mean length. */
const SLACK = 10 * DAY;

/** A period with bounds between which its length in milliseconds surely lies. */
export interface ShiftSpan {
  readonly period: Period;
  readonly sign: 1 | -1;
  readonly least: number;
  readonly most: number;
}

export function spanOf(period: Period, sign: 1 | -1): ShiftSpan {
  const mean =
    sign * ((period.years * 12 + period.months) * MONTH + period.days * DAY + period.hours * 3_600_000);
  return { period, sign, least: mean - SLACK, most: mean + SLACK };
}

/** A number with the sign of `other - (base + period)`; NaN where either is none or unknown. */
function against(other: Slot, base: Slot, span: ShiftSpan): number {
  if (typeof other !== "number" || typeof base !== "number") return Number.NaN;
  const gap = other - base;
  if (gap < span.least) return -1;
  if (gap > span.most) return 1;
  return other - addPeriod(base, span.period, span.sign);
}

export const HELPERS = {
  against,
  eq: (left: Slot, right: Slot): Truth =>
    left === undefined || right === undefined ? undefined : left === right,
  ne: (left: Slot, right: Slot): Truth =>
    left === undefined || right === undefined ? undefined : left !== right,
  lt: (left: Slot, right: Slot): Truth => ordered(left, right, (a, b) => a < b),
  le: (left: Slot, right: Slot): Truth => ordered(left, right, (a, b) => a <= b),
  gt: (left: Slot, right: Slot): Truth => ordered(left, right, (a, b) => a > b),
  ge: (left: Slot, right: Slot): Truth => ordered(left, right, (a, b) => a >= b),
  same: (yes: Slot, no: Slot): Slot => (yes === no ? yes : undefined),
  shift: (base: Slot, sign: 1 | -1, period: Period): Slot =>
    typeof base === "number" ? addPeriod(base, period, sign) : base,
};

export type Helpers = typeof HELPERS;
