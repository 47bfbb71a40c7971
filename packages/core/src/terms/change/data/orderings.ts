import type { Axis, AxisValues } from "../../axes/axis.ts";
import type { Direction } from "../terms-change.ts";

/**
 * Which value is better for the user. Only what anyone can check is here: what is not ordered is
 * `undetermined`, never guessed.
 */
export type Ordering =
  /** Values from best to worst; those not named are not ordered. */
  | (OrderingBase & {
      readonly of: "rank";
      readonly field: string;
      readonly order: readonly AxisValues[string][];
    })
  | (OrderingBase & { readonly of: "period"; readonly field: string; readonly longer: Direction })
  | (OrderingBase & { readonly of: "number"; readonly field: string; readonly higher: Direction });

interface OrderingBase {
  readonly axis: Axis;
  /** Holds only where both sides have these values. */
  readonly where?: AxisValues;
  /** What it means that the value is not there. Without this, nothing. */
  readonly absent?: AxisValues[string];
  /** Holds only where these values are the same on both sides. */
  readonly alike?: readonly string[];
  /** What a step toward the worse, and toward the better, is called; of a neutral ordering both are the same. */
  readonly worse: string;
  readonly better: string;
}

export const ORDERINGS: readonly Ordering[] = [
  {
    axis: "training-use",
    of: "rank",
    field: "use",
    order: ["not-permitted", "limited", "permitted"],
    worse: "more use for training",
    better: "less use for training",
  },
  {
    axis: "training-use",
    of: "rank",
    field: "unless",
    order: ["opt-in", "opt-out", "none"],
    where: { use: "permitted" },
    absent: "none",
    alike: ["model"],
    worse: "less choice about training",
    better: "more choice about training",
  },
  {
    axis: "training-use",
    of: "rank",
    field: "model",
    order: ["own", "services", "safety", "general", "third-party"],
    where: { use: "permitted" },
    worse: "trains more models",
    better: "trains fewer models",
  },
  {
    axis: "choice",
    of: "rank",
    field: "default",
    order: ["off", "asked", "on"],
    worse: "default nearer to on",
    better: "default nearer to off",
  },
  {
    axis: "choice",
    of: "rank",
    field: "form",
    order: ["opt-in", "opt-out", "none"],
    worse: "less is asked of the vendor",
    better: "more is asked of the vendor",
  },
  {
    axis: "opt-out-reach",
    of: "rank",
    field: "reach",
    order: ["both", "stored", "prospective"],
    worse: "opting out reaches less",
    better: "opting out reaches more",
  },
  {
    axis: "retention",
    of: "period",
    field: "period",
    longer: "worse",
    worse: "kept longer",
    better: "kept for less time",
  },
  {
    axis: "retention",
    of: "rank",
    field: "bound",
    order: ["at-most", "at-least"],
    worse: "an upper limit became a lower one",
    better: "a lower limit became an upper one",
  },
  {
    axis: "retention",
    of: "rank",
    field: "start",
    order: ["submission", "collection", "deletion", "account-closure"],
    worse: "the period begins later",
    better: "the period begins earlier",
  },
  {
    axis: "deletion",
    of: "period",
    field: "within",
    longer: "worse",
    worse: "deleted later",
    better: "deleted sooner",
  },
  {
    axis: "anonymisation",
    of: "rank",
    field: "applies",
    order: [true, false],
    worse: "no longer anonymised",
    better: "anonymised",
  },
  {
    axis: "sharing",
    of: "rank",
    field: "applies",
    order: [false, true],
    absent: true,
    worse: "shared where it was not",
    better: "no longer shared",
  },
  {
    axis: "human-review",
    of: "rank",
    field: "applies",
    order: [false, true],
    absent: true,
    worse: "read by people where it was not",
    better: "no longer read by people",
  },
  {
    axis: "personalisation",
    of: "rank",
    field: "applies",
    order: [false, true],
    absent: true,
    worse: "used for profiles where it was not",
    better: "no longer used for profiles",
  },
  {
    axis: "data-collected",
    of: "rank",
    field: "applies",
    order: [false, true],
    absent: true,
    worse: "collected where it was not",
    better: "no longer collected",
  },
  {
    axis: "sharing",
    of: "rank",
    field: "unless",
    order: ["opt-in", "opt-out", "none"],
    absent: "none",
    worse: "less choice about sharing",
    better: "more choice about sharing",
  },
  {
    axis: "sharing",
    of: "rank",
    field: "sale",
    order: ["no", "yes"],
    worse: "data is sold",
    better: "data is not sold",
  },
  {
    axis: "children",
    of: "number",
    field: "minimumAge",
    higher: "neutral",
    worse: "another minimum age",
    better: "another minimum age",
  },
  {
    axis: "notice",
    of: "period",
    field: "promised",
    longer: "better",
    worse: "shorter notice",
    better: "longer notice",
  },
  {
    axis: "notice",
    of: "rank",
    field: "promised",
    order: ["unstated", "none"],
    worse: "notice is no longer promised",
    better: "notice is promised",
  },
  {
    axis: "notice",
    of: "rank",
    field: "how",
    order: ["e-mail", "in-app", "post"],
    worse: "notice is easier to miss",
    better: "notice is harder to miss",
  },
];

/** What a fact that is new, or gone, is for the user. The first that fits counts. */
export interface Presence {
  readonly axis: Axis;
  readonly where?: AxisValues;
  readonly added: Direction;
  readonly removed: Direction;
  /** Said of it: "now permitted: training"; `removed` is its opposite. */
  readonly why: string;
}

export const PRESENCES: readonly Presence[] = [
  {
    axis: "sharing",
    where: { applies: false },
    added: "better",
    removed: "worse",
    why: "promise not to share",
  },
  {
    axis: "human-review",
    where: { applies: false },
    added: "better",
    removed: "worse",
    why: "promise that no one reads it",
  },
  {
    axis: "personalisation",
    where: { applies: false },
    added: "better",
    removed: "worse",
    why: "promise not to use it for profiles",
  },
  {
    axis: "data-collected",
    where: { applies: false },
    added: "better",
    removed: "worse",
    why: "promise not to collect",
  },
  {
    axis: "training-use",
    where: { use: "limited" },
    added: "better",
    removed: "worse",
    why: "promise not to train, with exceptions",
  },
  {
    axis: "retention",
    where: { bound: "at-most" },
    added: "better",
    removed: "worse",
    why: "upper limit to keeping",
  },
  {
    axis: "retention",
    where: { period: "as-long-as-needed" },
    added: "undetermined",
    removed: "undetermined",
    why: "period without a number",
  },
  {
    axis: "retention",
    where: { period: "while-account-open" },
    added: "undetermined",
    removed: "undetermined",
    why: "period without a number",
  },
  {
    axis: "retention",
    where: { period: "until-deleted" },
    added: "undetermined",
    removed: "undetermined",
    why: "period without a number",
  },
  {
    axis: "training-use",
    where: { use: "permitted" },
    added: "worse",
    removed: "better",
    why: "permission to train",
  },
  {
    axis: "training-use",
    where: { use: "not-permitted" },
    added: "better",
    removed: "worse",
    why: "promise not to train",
  },
  {
    axis: "choice",
    where: { default: "on" },
    added: "worse",
    removed: "better",
    why: "setting that is on by default",
  },
  {
    axis: "choice",
    where: { form: "opt-in" },
    added: "better",
    removed: "worse",
    why: "choice asked beforehand",
  },
  { axis: "choice", where: { form: "none" }, added: "worse", removed: "better", why: "no way to opt out" },
  { axis: "choice", where: { form: "opt-out" }, added: "better", removed: "worse", why: "way to opt out" },
  {
    axis: "choice",
    where: { default: "off" },
    added: "better",
    removed: "worse",
    why: "setting that is off by default",
  },
  { axis: "exceptions", added: "worse", removed: "better", why: "exception that survives the choice" },
  { axis: "deletion", where: { by: "user" }, added: "better", removed: "worse", why: "deletion by the user" },
  { axis: "human-review", added: "worse", removed: "better", why: "reading by people" },
  { axis: "sharing", where: { sale: "no" }, added: "better", removed: "worse", why: "promise not to sell" },
  { axis: "sharing", added: "worse", removed: "better", why: "recipient of data" },
  { axis: "personalisation", added: "worse", removed: "better", why: "use for profiles or advertising" },
  { axis: "data-collected", added: "worse", removed: "better", why: "kind of data collected" },
  { axis: "law-enforcement", added: "worse", removed: "better", why: "disclosure to authorities" },
  {
    axis: "notice",
    where: { promised: "none" },
    added: "worse",
    removed: "better",
    why: "reservation to change without notice",
  },
  { axis: "notice", added: "better", removed: "worse", why: "promise of notice" },
  { axis: "retention", added: "worse", removed: "better", why: "keeping that was stated on one side alone" },
  { axis: "anonymisation", added: "better", removed: "worse", why: "anonymisation" },
];

/**
 * A permission that a wider one of the same version covers: to train a narrower model on the same data. Gone
 * or new beside the wider one, it changes nothing for the user.
 */
export const COVERED: {
  readonly axis: Axis;
  readonly where: AxisValues;
  readonly field: string;
  readonly narrow: readonly AxisValues[string][];
  readonly wide: AxisValues[string];
  readonly alike: readonly string[];
} = {
  axis: "training-use",
  where: { use: "permitted" },
  field: "model",
  narrow: ["own", "services", "safety"],
  wide: "general",
  alike: ["data", "who"],
};

/**
 * A fact that is gone where another of the same version still says as much: the recipient is still one,
 * whatever data or purpose is named with it. What is new is not looked at so: it may add to the old.
 */
export const STILL: { readonly axis: Axis; readonly alike: readonly string[]; readonly unless: AxisValues } =
  {
    axis: "sharing",
    alike: ["with"],
    unless: { applies: false },
  };

/** Axes on which a change is a fact about the terms and nobody's gain. */
export const NEUTRAL_AXES: ReadonlySet<Axis> = new Set<Axis>([
  "effective-date",
  "contracting-entity",
  "children",
  "commercial-rules",
  // What one user may no longer do protects another.
  "acceptable-use",
]);
