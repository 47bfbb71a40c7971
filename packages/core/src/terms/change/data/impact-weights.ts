import type { Axis } from "../../axes/axis.ts";
import type { Direction, ImpactLevel } from "../terms-change.ts";

/** All weights are from 0 to 1; what is not known weighs 1. */

/** How many people it reaches, by `who` of the fact. */
export const SCOPE: Readonly<Record<string, number>> = {
  all: 1,
  consumers: 1,
  free: 0.9,
  paid: 0.8,
  business: 0.6,
  enterprise: 0.6,
  education: 0.6,
  api: 0.6,
  "non-users": 0.6,
};

/** Of a fact that binds named regions only. */
export const REGIONAL_SCOPE = 0.6;

/** What is at stake on an axis. */
export const SEVERITY: Readonly<Record<Axis, number>> = {
  "training-use": 1,
  choice: 0.8,
  "opt-out-reach": 0.7,
  exceptions: 0.8,
  scope: 0.5,
  retention: 0.9,
  deletion: 0.7,
  anonymisation: 0.6,
  "human-review": 0.7,
  sharing: 0.9,
  personalisation: 0.7,
  "data-collected": 0.7,
  "safety-feedback": 0.6,
  "law-enforcement": 0.7,
  children: 0.4,
  notice: 0.4,
  "effective-date": 0.2,
  "acceptable-use": 0.3,
  "contracting-entity": 0.3,
  "commercial-rules": 0.3,
  other: 0.4,
};

/** Multiplies severity: a change that takes nothing from anyone weighs less. */
export const DIRECTION_WEIGHT: Readonly<Record<Direction, number>> = {
  worse: 1,
  mixed: 0.8,
  undetermined: 0.6,
  better: 0.4,
  neutral: 0.3,
};

/**
 * Multiplies the severity of a longer period: from `least` for the smallest step to 1 at `full` times the
 * period before, evenly by the logarithm of the ratio.
 */
export const LENGTHENED = { least: 0.6, full: 50 } as const;

/** Without a choice 1; with one, what holds for those who do nothing. */
export const DEFAULT_WEIGHT = { none: 1, "opt-out": 0.8, "opt-in": 0.4 } as const;

/** Axes on which a choice spares the user. */
export const CHOSEN_AXES: ReadonlySet<Axis> = new Set<Axis>([
  "training-use",
  "choice",
  "opt-out-reach",
  "retention",
  "human-review",
  "sharing",
  "personalisation",
  "data-collected",
]);

/** Can it be undone? What was learnt from data cannot be unlearnt; what is merely kept can be deleted. */
export const REVERSIBILITY: Readonly<Partial<Record<Axis, number>>> = {
  retention: 0.9,
  deletion: 0.9,
  personalisation: 0.9,
  notice: 0.8,
  "effective-date": 0.8,
  "acceptable-use": 0.8,
  "commercial-rules": 0.8,
  "contracting-entity": 0.8,
  children: 0.8,
};

/** Multiplies reversibility, by what opting out reaches. */
export const REACH: Readonly<Record<string, number>> = { both: 0.7, stored: 0.8, prospective: 1 };

/** A level from this score on. */
export const LEVELS: readonly (readonly [from: number, level: ImpactLevel])[] = [
  [85, "critical"],
  [55, "high"],
  [25, "medium"],
  [0, "low"],
];
