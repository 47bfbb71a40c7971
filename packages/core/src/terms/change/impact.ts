/**
 * Axis changes -> **impact**
 *
 *   score = 100 × scope × severity × default × reversibility, each from 0 to 1, of the weightiest change
 *
 *   scope          whom it binds: `SCOPE` by `who`, times `REGIONAL_SCOPE` for named regions
 *   severity       `SEVERITY` of the axis × `DIRECTION_WEIGHT` × for a longer period how much longer
 *   default        what holds for those who do nothing: `DEFAULT_WEIGHT`, 1 where there is no choice
 *   reversibility  `REVERSIBILITY` of the axis × `REACH` of opting out
 *
 * Weights: `data/impact-weights.ts`. Several changes score as the weightiest, so that another change never
 * lowers the score and many small ones do not add up to a great one.
 */
import type { Axis, AxisFact, AxisValues } from "../axes/axis.ts";
import {
  CHOSEN_AXES,
  DEFAULT_WEIGHT,
  DIRECTION_WEIGHT,
  LENGTHENED,
  LEVELS,
  REACH,
  REGIONAL_SCOPE,
  REVERSIBILITY,
  SCOPE,
  SEVERITY,
} from "./data/impact-weights.ts";
import { lengthOf, orderOfPeriods } from "./period-order.ts";
import type { AxisChange, Impact } from "./terms-change.ts";

type Parts = Impact["parts"];

const NONE: Impact = {
  score: 0,
  level: "none",
  parts: { scope: 0, severity: 0, default: 0, reversibility: 0 },
  reasons: [],
};

/** `facts`: all of the version after; they say which choice there is and what opting out reaches. */
export function impactOf(changes: readonly AxisChange[], facts: readonly AxisFact[]): Impact {
  const rated = changes.map((change) => ({ change, parts: partsOf(change, facts) }));
  rated.sort((a, b) => scoreOf(b.parts) - scoreOf(a.parts));
  const first = rated[0];
  if (first === undefined) return NONE;
  const score = scoreOf(first.parts);
  return {
    score,
    level: LEVELS.find(([from]) => score >= from)?.[1] ?? "low",
    parts: first.parts,
    reasons: reasonsOf(first.change, first.parts, rated.length - 1),
  };
}

/** The same, of each change by itself. */
export function scoreOfChange(change: AxisChange, facts: readonly AxisFact[]): number {
  return scoreOf(partsOf(change, facts));
}

/** Rounded to one decimal. */
function scoreOf({ scope, severity, default: chosen, reversibility }: Parts): number {
  return Math.round(1000 * scope * severity * chosen * reversibility) / 10;
}

function partsOf(change: AxisChange, facts: readonly AxisFact[]): Parts {
  const values = (change.after ?? change.before)?.values ?? {};
  return {
    scope: scopeOf(values),
    severity: SEVERITY[change.axis] * DIRECTION_WEIGHT[change.direction] * lengthening(change),
    default: defaultOf(change.axis, values, facts),
    reversibility: (REVERSIBILITY[change.axis] ?? 1) * reachOf(change.axis, facts),
  };
}

function scopeOf(values: AxisValues): number {
  const who = SCOPE[String(values["who"] ?? "all")] ?? 1;
  return values["regions"] === undefined ? who : who * REGIONAL_SCOPE;
}

/** 1 unless a period became longer. */
function lengthening({ before, after, direction }: AxisChange): number {
  if (direction !== "worse" || before === undefined || after === undefined) return 1;
  for (const field of ["period", "within"]) {
    const [from, to] = [before.values[field], after.values[field]];
    if (from === undefined || to === undefined || orderOfPeriods(from, to) !== "longer") continue;
    const [short, long] = [lengthOf(from), lengthOf(to)];
    if (short === undefined || long === undefined || short.most === 0) return 1;
    const share = Math.min(1, Math.log(long.least / short.most) / Math.log(LENGTHENED.full));
    return LENGTHENED.least + (1 - LENGTHENED.least) * share;
  }
  return 1;
}

function defaultOf(axis: Axis, values: AxisValues, facts: readonly AxisFact[]): number {
  if (!CHOSEN_AXES.has(axis)) return DEFAULT_WEIGHT.none;
  const said = values["unless"] ?? values["form"];
  const choice = facts.find((fact) => fact.axis === "choice" && fact.values["form"] !== undefined);
  // Retention and the rest follow a choice only if the fact says so; training follows the one there is.
  const form = said ?? (axis === "training-use" || axis === "choice" ? choice?.values["form"] : undefined);
  return form === "opt-out" || form === "opt-in" ? DEFAULT_WEIGHT[form] : DEFAULT_WEIGHT.none;
}

function reachOf(axis: Axis, facts: readonly AxisFact[]): number {
  if (axis !== "training-use" && axis !== "opt-out-reach") return 1;
  const reach = facts.find((fact) => fact.axis === "opt-out-reach")?.values["reach"];
  return REACH[String(reach)] ?? 1;
}

function reasonsOf(change: AxisChange, parts: Parts, others: number): readonly string[] {
  const values = (change.after ?? change.before)?.values ?? {};
  const percent = (part: number): string => part.toFixed(2);
  const reasons = [
    `weightiest: ${change.axis}, ${change.direction} (${change.why})`,
    `scope ${percent(parts.scope)}: ${values["who"] ?? "everyone, as no one is named"}`,
    `severity ${percent(parts.severity)}: ${change.axis}`,
    `default ${percent(parts.default)}: ${parts.default === 1 ? "no choice spares the user" : "there is a choice"}`,
    `reversibility ${percent(parts.reversibility)}: 1 means that it cannot be undone`,
  ];
  return others === 0 ? reasons : [...reasons, `${others} more, none weightier`];
}
