/**
 * Why a decision is as it is: every rule that was looked at, in order, and what made it hold or not.
 *
 * Made by the reference evaluator (`policy/spec/`), never on the hot path.
 */

import type { Slot } from "../facts/facts.ts";
import type { FactName } from "../facts/vocabulary.ts";
import type { Citation } from "../policy/policy.ts";
import type { Decision, Effect, PolicyRef } from "./decision.ts";

export type Truth = "true" | "false" | "unknown";

/** A part of a condition that settled it, as CEL text with its value. */
export interface Ground {
  readonly text: string;
  readonly value: Truth;
  readonly facts: readonly FactName[];
}

export interface RuleTrace {
  readonly policy: PolicyRef;
  readonly rule: string;
  readonly effect: Effect;
  readonly reason: string;
  readonly value: Truth;
  /** `decided`: this rule gave the answer; `possible`: could, were an unknown known; else passed over. */
  readonly outcome: "decided" | "possible" | "passed" | "not-reached";
  /** The smallest parts of the condition that settle its value. */
  readonly grounds: readonly Ground[];
  readonly cite: readonly Citation[];
}

/** A fact as used in the explanation, with the events that made it so. */
export interface FactTrace {
  readonly name: FactName;
  readonly value: Slot;
  readonly says: string;
  /** The question that would settle it; only for unknowns. */
  readonly ask: string | undefined;
  readonly events: readonly string[];
}

export interface Explanation {
  readonly decision: Decision;
  readonly rules: Readonly<Record<string, readonly RuleTrace[]>>;
  readonly facts: readonly FactTrace[];
}
