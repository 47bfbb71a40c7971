/** **Evaluation**: gold changes -> **Evaluation** -> printed. What was found, held against labels. */
import type { Axis, Direction, ImpactLevel, TermsChange } from "@proviso/core/terms";

export interface Score {
  readonly found: number;
  readonly wrong: number;
  readonly missed: number;
  /** From 0 to 1; undefined where nothing was found, or nothing was to be found. */
  readonly precision: number | undefined;
  readonly recall: number | undefined;
  readonly f1: number | undefined;
}

/** A share of how many. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

export interface EvaluatedChange {
  readonly id: string;
  /** `no-files`: the versions are not there, so it says nothing about us. */
  readonly standing: "evaluated" | "no-files";
  readonly isLabelled: boolean;
  /** Something was told on an axis. */
  readonly isTold: boolean;
  readonly found: readonly Axis[];
  /** Found, and no label asks for it. */
  readonly extra: readonly Axis[];
  /** Asked for by a label, and not found. */
  readonly missing: readonly Axis[];
  readonly direction: { readonly found: Direction; readonly label: Direction } | undefined;
  readonly severity: { readonly found: ImpactLevel; readonly label: ImpactLevel } | undefined;
  readonly changes: readonly TermsChange[];
}

export interface Evaluation {
  readonly file: string;
  readonly all: Score;
  readonly axes: ReadonlyMap<Axis, Score>;
  /** Is the axis of the weightiest fact one that a label asks for? */
  readonly leading: Share;
  readonly direction: Share;
  readonly severity: Share;
  readonly told: Share;
  readonly entries: readonly EvaluatedChange[];
}
