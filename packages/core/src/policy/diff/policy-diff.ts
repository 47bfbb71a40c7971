/**
 * Two versions of a policy -> **PolicyDiff** -> people, JSON, pull requests
 *
 * What a change of policy would do: classes of conversations, each with what was so before, what is so
 * after, the condition that describes it and facts that show it. Plain data.
 */
import type { Purpose } from "../../events/event.ts";
import type { Slot } from "../../facts/facts.ts";
import type { Expr } from "../expr.ts";
import type { Bound, Effective, NamedHold } from "../policy.ts";

/** `open`: it hangs on what is unknown or has no meaning: not to be used, and perhaps used. */
export const EFFECTS = ["permit", "open", "deny"] as const;
export type DiffEffect = (typeof EFFECTS)[number];

/** Codes that come from the engine and not from a rule; the same as in decision/decision.ts. */
export const OWN_REASONS = {
  noRule: "NO_RULE",
  purpose: "PURPOSE_NOT_PERMITTED",
  unknown: "UNKNOWN_FACTS",
} as const;

/** What an answer for one purpose says. Citations, readings and advice are not compared. */
export interface UseSide {
  readonly effect: DiffEffect;
  readonly reason: string;
  /** Sorted. */
  readonly obligations: readonly string[];
}

/** One clock that applies to a copy. */
export interface KeepSide {
  readonly bound: Bound;
  /** Canonical ISO 8601 period, the name of a duration fact, `?` where it cannot be told. */
  readonly period: string | undefined;
  /** The fact it counts from, with what it is moved by; an instant in milliseconds; `?` as above. */
  readonly from: string | undefined;
  readonly event: string | undefined;
  readonly form: string | undefined;
  readonly applies: "yes" | "maybe";
}

/** What keeps conversations out of a class; `reason` where it is the condition of a rule that has it. */
export interface Unless {
  readonly expr: Expr;
  readonly reason: string | undefined;
}

/** Which conversations: all of the class lie in it; if `exact`, no others do that are possible. */
export interface Condition {
  /** All of `where` and none of `unless`: true for each of the class whose facts are known. Absent: all. */
  readonly when: Expr | undefined;
  readonly where: readonly Expr[];
  readonly unless: readonly Unless[];
  readonly exact: boolean;
}

interface Shown {
  /** Facts for which the versions differ so, checked by the reference evaluator; undefined: none was found. */
  readonly witness: readonly Slot[] | undefined;
  /** It differs only where some fact is unknown. */
  readonly unknown: boolean;
}

export interface UseOn extends Condition {
  readonly purpose: Purpose;
  /** `item`: single items whose conversation does not change so itself. */
  readonly scope: "conversation" | "item";
  /** Where the class lies within the first one of its scope: what tells it from that one. */
  readonly also: Condition | undefined;
}

export interface UseChange extends Shown {
  /** Each side with all answers of the class; the effects of a side are one. */
  readonly before: readonly UseSide[];
  readonly after: readonly UseSide[];
  readonly on: readonly UseOn[];
}

export interface KeepChange extends Shown, Condition {
  readonly copy: string;
  /** What no longer applies, and what newly does; clocks that stay are not listed. */
  readonly before: readonly KeepSide[];
  readonly after: readonly KeepSide[];
}

/** Whether the policy governs the conversation at all. */
export interface TargetChange extends Shown, Condition {
  readonly before: "yes" | "no" | "maybe";
  readonly after: "yes" | "no" | "maybe";
}

export interface PolicyName {
  readonly id: string;
  readonly version: string;
}

/** A pair where the two versions say different things; undefined where they say the same. */
export type Both<T> = { readonly before: T; readonly after: T } | undefined;

export interface PolicyDiff {
  readonly before: PolicyName;
  readonly after: PolicyName;
  /**
   * `equal`: proved, for all facts, known or not. `equal-in-histories`: they differ only for facts
   * that no history of events gives. `undecided`: too large to prove; what was found is listed.
   */
  readonly verdict: "different" | "equal" | "equal-in-histories" | "undecided";
  readonly targets: readonly TargetChange[];
  readonly uses: readonly UseChange[];
  readonly keeps: readonly KeepChange[];
  readonly effective: Both<Effective>;
  readonly product: Both<string>;
  readonly purposes: { readonly added: readonly Purpose[]; readonly removed: readonly Purpose[] };
  readonly holds: Both<readonly NamedHold[]>;
}
