/**
 * Events x two sides -> Comparison -> **WhatIf**
 *
 * What a change of policy, or the passing of time, does to the conversations at hand. Plain data, of a size
 * that does not grow with them: counts, and the first of the list behind each.
 */

import type { End } from "../decision/end.ts";
import type { Prepared } from "../decision/prepare.ts";
import type { Purpose } from "../events/event.ts";

/** What is decided with, and as of when. Instants are epoch milliseconds (UTC); `known` may be Infinity. */
export interface Side {
  readonly prepared: Prepared;
  readonly at: number;
  readonly known: number;
}

/** How the moment is found from which the answer of `after` holds. */
export interface Dating {
  /** The policies with the dates on which they begin to bind. */
  readonly prepared: Prepared;
  /** Nothing before or at this instant is looked at; undefined: from the beginning. */
  readonly since: number | undefined;
  /** The last instant looked at: that of `after`, or a later one on which its policy begins to bind. */
  readonly until: number;
}

export interface WhatIfQuestion {
  readonly before: Side;
  readonly after: Side;
  /** Undefined where the policy of `after` names no date. */
  readonly dating: Dating | undefined;
  /** By default those that either side speaks of. */
  readonly purposes?: readonly Purpose[] | undefined;
  /** Count items too. */
  readonly items?: boolean | undefined;
}

/** One side's answer for one purpose. */
export interface Answer {
  readonly end: End;
  readonly reason: string;
  /** Undefined when the engine decided. */
  readonly rule: string | undefined;
  /** `id@version`. */
  readonly policy: string | undefined;
}

export interface Transition {
  readonly purpose: Purpose;
  readonly before: Answer;
  readonly after: Answer;
}

/**
 * Since when the answer has been the new one, without a break.
 * `undated`: on the dates known it does not come to hold, or no date is named.
 */
export type Effect = number | "undated";

/** Something that, recorded at the instant of `after`, would turn the answer back or beyond what it was. */
export interface Action {
  readonly kind: ActionKind;
  /** The plan, of `move`. */
  readonly plan?: string | undefined;
}

export const ACTION_KINDS = ["refuse", "object", "delete", "ask", "opt-out", "opt-in", "move"] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** A transition whose ends differ, with what is told of it alone. */
export interface Change extends Transition {
  readonly effect: Effect;
  readonly actions: readonly Action[];
  /** Sentences of the rule that decides after. */
  readonly advice: readonly string[];
  /** Facts, or acknowledgements, on which the answer after hangs. */
  readonly unknowns: readonly string[];
}

export const KEEP_CHANGES = [
  "appears",
  "may-appear",
  "disappears",
  "may-disappear",
  "longer",
  "shorter",
  "no-date",
  "gets-date",
  "floor",
] as const;
export type KeepChangeKind = (typeof KEEP_CHANGES)[number];

/** What one side says of one copy; instants as in `KeepAnswer`. */
export interface KeepEnds {
  readonly until: number | null;
  readonly atLeast: number | "released" | null;
}

export interface KeepChange {
  readonly copy: string;
  readonly kind: KeepChangeKind;
  readonly before: KeepEnds | undefined;
  readonly after: KeepEnds | undefined;
  /** By how many days the end moves, rounded towards nought; of `longer` and `shorter` only. */
  readonly days: number | undefined;
}

export const SEGMENTS = ["plan", "region", "kind", "language"] as const;
export type SegmentName = (typeof SEGMENTS)[number];
/** A value that is not known is undefined. */
export type Segments = Readonly<Record<SegmentName, string | undefined>>;

/** How many items of a conversation go from which end to which, for a purpose. */
export interface ItemFlow {
  readonly purpose: Purpose;
  readonly before: End;
  readonly after: End;
  readonly items: number;
}

/** One conversation, decided twice. */
export interface Comparison {
  readonly account: string;
  readonly conversation: string;
  /** On which sides it had begun; transitions are there only for `both`. */
  readonly existed: "both" | "before" | "after" | "neither";
  readonly segments: Segments;
  /** One per purpose, also where nothing changes. */
  readonly transitions: readonly Transition[];
  /** Those of the transitions whose ends differ. */
  readonly changes: readonly Change[];
  readonly keeps: readonly KeepChange[];
  readonly items: readonly ItemFlow[];
}

/** How many different ones: counted exactly up to a bound, estimated above it. */
export interface Distinct {
  readonly count: number;
  readonly exact: boolean;
}

export interface Counted<T> {
  readonly value: T;
  readonly conversations: number;
}

/** One of the list behind a number. */
export interface Listed {
  readonly account: string;
  readonly conversation: string;
  readonly effect: Effect;
  readonly before: Answer;
  readonly after: Answer;
}

export interface ReasonFlow {
  readonly before: Answer;
  readonly after: Answer;
  readonly conversations: number;
}

/** All transitions of one purpose from one end to one other, or to the same. */
export interface Flow {
  readonly before: End;
  readonly after: End;
  readonly conversations: number;
  readonly accounts: Distinct;
  /** 0 where items were not asked for. */
  readonly items: number;
  /** Most frequent first; for an end that stays, those with another reason or rule only. */
  readonly reasons: readonly ReasonFlow[];
  readonly segments: Readonly<Record<SegmentName, readonly Counted<string | undefined>[]>>;
  /** By day (UTC, epoch milliseconds of its start) in order; the undated are counted apart. */
  readonly effects: readonly Counted<number>[];
  readonly undated: number;
  /** First and last instant; undefined where all are undated. */
  readonly firstEffect: number | undefined;
  readonly lastEffect: number | undefined;
  readonly actions: readonly Counted<Action>[];
  readonly advice: readonly Counted<string>[];
  readonly unknowns: readonly Counted<string>[];
  /** The first ones met; `conversations` says of how many. Empty for an end that stays. */
  readonly list: readonly Listed[];
}

export interface PurposeFlows {
  readonly purpose: Purpose;
  /** Conversations whose end differs. */
  readonly changed: number;
  /** Whose reason or rule differs, with the same end. */
  readonly otherwise: number;
  /** Only those that hold at least one conversation or item. */
  readonly flows: readonly Flow[];
}

/** How far the ends of one copy move. */
export interface KeepFlow {
  readonly copy: string;
  readonly kinds: readonly Counted<KeepChangeKind>[];
  /** Of those that move: days, negative where the end comes earlier. */
  readonly days: Spread | undefined;
  readonly list: readonly (KeepChange & { readonly account: string; readonly conversation: string })[];
}

export interface Spread {
  readonly count: number;
  readonly least: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly greatest: number;
}

export interface WhatIf {
  /** `counts`: an engine has counted, and no single conversation was asked for dates, actions or a list. */
  readonly told: "each" | "counts";
  /** Conversations that had begun on both sides: every purpose's flows add up to them. */
  readonly compared: number;
  readonly onlyBefore: number;
  readonly onlyAfter: number;
  readonly neither: number;
  readonly accounts: Distinct;
  readonly changedAccounts: Distinct;
  /** Conversations with a changed end for at least one purpose, or a changed copy. */
  readonly changed: number;
  readonly purposes: readonly PurposeFlows[];
  readonly keeps: readonly KeepFlow[];
}
