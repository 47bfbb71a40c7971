/**
 * Text of an article -> **Claim**s -> verdict
 *
 * What an article says of a vendor's terms, as far as a text of those terms could say it too. Article and
 * terms are read by the same rules, so that what is held against each other is of one kind.
 */
import type { Axis, AxisValues } from "../axes/axis.ts";

/** What articles speak of beside the axes. */
export type NewsSubject =
  /** Until which day the user may choose. */
  | "deadline"
  /** What it means that the user does nothing. */
  | "silence"
  /** How the switch stands before the user touches it. */
  | "switch-position"
  /** Data from before the change. */
  | "earlier-data"
  | "archiving"
  /** For which training flagged conversations are used. */
  | "flagged-use"
  | "training-sources";
export type Subject = Axis | NewsSubject;

/** One thing that one sentence says. */
export interface Statement {
  readonly subject: Subject;
  /** Days without a year, which articles write, are `--09-28`. */
  readonly values: AxisValues;
  /** The sentence, exactly as it stands: `text.slice(start, end)`. */
  readonly quote: string;
  /** Offsets in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** From 0 to 1. */
  readonly confidence: number;
}

export interface Claim extends Statement {
  /** `before`: of the terms as they were before the change that the article is about. */
  readonly of: "now" | "before";
}
