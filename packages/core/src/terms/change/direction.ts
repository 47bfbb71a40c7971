/** A fact before and after -> **direction** for the user, and the ordering that says so */
import type { Axis, AxisFact, AxisValues } from "../axes/axis.ts";
import { SEVERITY } from "./data/impact-weights.ts";
import { COVERED, NEUTRAL_AXES, ORDERINGS, type Ordering, PRESENCES, STILL } from "./data/orderings.ts";
import { orderOfPeriods } from "./period-order.ts";
import type { AxisChange, Direction } from "./terms-change.ts";

export interface Directed {
  readonly direction: Direction;
  readonly why: string;
}

type Value = AxisValues[string] | undefined;

/** Of one fact; `undefined` on the side where the document does not say it. */
export function directionOf(
  axis: Axis,
  before: AxisValues | undefined,
  after: AxisValues | undefined,
): Directed {
  if (before !== undefined && after !== undefined) return ofValues(axis, before, after);
  const values = after ?? before ?? {};
  const presence = PRESENCES.find((one) => one.axis === axis && fits(values, one.where));
  const word = before === undefined ? "new" : "gone";
  if (presence !== undefined) {
    const direction = before === undefined ? presence.added : presence.removed;
    return { direction, why: `${word}: ${presence.why}` };
  }
  if (NEUTRAL_AXES.has(axis)) return { direction: "neutral", why: `${word}; nobody's gain on this axis` };
  return { direction: "undetermined", why: `${word}; no ordering is defined for it` };
}

/** `facts`: of the version that does not have it. */
export function isCovered(axis: Axis, values: AxisValues, facts: readonly AxisFact[]): boolean {
  const { where, field, narrow, wide, alike } = COVERED;
  const value = values[field];
  if (axis !== COVERED.axis || !fits(values, where) || value === undefined || !narrow.includes(value))
    return false;
  return facts.some(
    (fact) =>
      fact.axis === axis &&
      fits(fact.values, where) &&
      fact.values[field] === wide &&
      alike.every((name) => fact.values[name] === values[name]),
  );
}

/** `facts`: of the version after. */
export function isStillSaid(axis: Axis, values: AxisValues, facts: readonly AxisFact[]): boolean {
  const { alike, unless } = STILL;
  if (axis !== STILL.axis || alike.some((name) => values[name] === undefined)) return false;
  const isMeant = (one: AxisValues): boolean => !fits(one, unless);
  return (
    isMeant(values) &&
    facts.some(
      (fact) =>
        fact.axis === axis &&
        isMeant(fact.values) &&
        alike.every((name) => fact.values[name] === values[name]),
    )
  );
}

function ofValues(axis: Axis, before: AxisValues, after: AxisValues): Directed {
  const found: Directed[] = [];
  for (const ordering of ORDERINGS) {
    if (ordering.axis !== axis || !fits(before, ordering.where) || !fits(after, ordering.where)) continue;
    const { field, absent, alike = [] } = ordering;
    if (!alike.every((name) => before[name] === after[name])) continue;
    const direction = stepOf(ordering, before[field] ?? absent, after[field] ?? absent);
    if (direction === undefined) continue;
    const word = direction === "better" ? ordering.better : ordering.worse;
    const [from, to] = [printValue(before[field] ?? absent), printValue(after[field] ?? absent)];
    found.push({ direction, why: `${word}: ${from} → ${to}` });
  }
  if (found.length > 0) {
    return {
      direction: joined(found.map((one) => one.direction)),
      why: found.map(({ why }) => why).join("; "),
    };
  }
  if (NEUTRAL_AXES.has(axis)) return { direction: "neutral", why: "nobody's gain on this axis" };
  return { direction: "undetermined", why: "no ordering is defined for what differs" };
}

/** `undefined`: the value did not move, or the ordering does not know it. */
function stepOf(ordering: Ordering, before: Value, after: Value): Direction | undefined {
  if (before === undefined || after === undefined || before === after) return undefined;
  if (ordering.of === "rank") {
    const [from, to] = [ordering.order.indexOf(before), ordering.order.indexOf(after)];
    return from < 0 || to < 0 ? undefined : to > from ? "worse" : "better";
  }
  if (ordering.of === "number") {
    if (typeof before !== "number" || typeof after !== "number") return undefined;
    return after > before ? ordering.higher : opposite(ordering.higher);
  }
  const order = orderOfPeriods(before, after);
  if (order === "longer") return ordering.longer;
  return order === "shorter" ? opposite(ordering.longer) : undefined;
}

/**
 * Of all changes: `worse` or `better` if every ordered change says so, `mixed` if they disagree; where none
 * is ordered, `undetermined` if one could not be told and `neutral` otherwise. Disagreement on an axis that
 * weighs less than half of the other side's heaviest (`SEVERITY`) does not make it mixed.
 */
export function directionOfAll(changes: readonly AxisChange[]): Direction {
  const worse = heaviest(changes, "worse");
  const better = heaviest(changes, "better");
  if (changes.some(({ direction }) => direction === "mixed") && worse === 0 && better === 0) return "mixed";
  if (worse > 0 && worse > better * 2) return "worse";
  if (better > 0 && better > worse * 2) return "better";
  if (worse > 0) return "mixed";
  return changes.some(({ direction }) => direction === "undetermined") ? "undetermined" : "neutral";
}

function heaviest(changes: readonly AxisChange[], direction: Direction): number {
  const weights = changes.filter((one) => one.direction === direction).map((one) => SEVERITY[one.axis]);
  return Math.max(0, ...weights);
}

/** Of several steps of one fact. */
function joined(directions: readonly Direction[]): Direction {
  const ordered = new Set(directions.filter((one) => one === "worse" || one === "better"));
  if (ordered.size > 1) return "mixed";
  return [...ordered][0] ?? directions[0] ?? "undetermined";
}

function opposite(direction: Direction): Direction {
  if (direction === "worse") return "better";
  return direction === "better" ? "worse" : direction;
}

export function fits(values: AxisValues, where: AxisValues | undefined): boolean {
  return where === undefined || Object.entries(where).every(([field, value]) => values[field] === value);
}

function printValue(value: Value): string {
  return value === undefined ? "nothing" : String(value);
}
