/** What generated closures call for values that are not a plain slot; the meaning is the spec's. */
import type { Slot } from "../../facts/facts.ts";
import type { Truth } from "../kleene.ts";
import { addPeriod, type Period } from "../period.ts";

function ordered(left: Slot, right: Slot, holds: (left: number, right: number) => boolean): Truth {
  return typeof left === "number" && typeof right === "number" ? holds(left, right) : undefined;
}

export const HELPERS = {
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
