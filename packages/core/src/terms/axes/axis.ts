/** **Axes**: what a clause can be about. Closed list; everything a change says, it says on one of them. */
export const AXES = [
  "training-use",
  /** Default of a setting, and the way to choose or to opt out. */
  "choice",
  /** Does opting out reach what is stored already, or only what comes? */
  "opt-out-reach",
  /** What survives an opt-out: feedback, safety flags, legal duties. */
  "exceptions",
  /** Whom it binds; plans, regions and products that are exempt. */
  "scope",
  "retention",
  "deletion",
  "anonymisation",
  "human-review",
  /** Sharing with others, and sale. */
  "sharing",
  "personalisation",
  "data-collected",
  /** Use of feedback and of what was flagged for safety. */
  "safety-feedback",
  "law-enforcement",
  "children",
  /** How changes of the terms are told. */
  "notice",
  "effective-date",
  "acceptable-use",
  "contracting-entity",
  "commercial-rules",
  /** Arbitration, liability, and all else. */
  "other",
] as const;

export type Axis = (typeof AXES)[number];

/** Named values of a fact; which names an axis has: `axes/values.ts`. */
export type AxisValues = Readonly<Record<string, string | number | boolean>>;

/** What one clause says on one axis. A fact without its quote does not exist. */
export interface AxisFact {
  readonly axis: Axis;
  /** `{ use: "permitted", data: "conversations", who: "consumers" }`, `{ period: "P5Y", start: "…" }`. */
  readonly values: AxisValues;
  /** Exactly as it stands in the version: `version.slice(start, end)`. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** Id of the provision. */
  readonly provision: string;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly basis: "rule" | "model" | "assistant";
}
