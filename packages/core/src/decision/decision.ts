/**
 * Facts x Policy -> **Decision** -> redact, export, retain, ledger
 *
 * What is recorded as an answer: plain data, recomputable from the same events and policy.
 */
import type { Purpose } from "../events/event.ts";
import type { Bound, Citation, Reading } from "../policy/policy.ts";

export type Effect = "permit" | "deny";

/** Reason codes that come from the engine and not from a rule. */
export const ENGINE_REASONS = {
  /** Nothing of the conversation has been recorded. */
  noSubject: "NO_SUBJECT",
  /** No rule of the policy applies to the purpose. */
  noRule: "NO_RULE",
  /** The policy does not speak of the purpose. */
  purpose: "PURPOSE_NOT_PERMITTED",
  /** The answer hangs on facts that are not known. */
  unknown: "UNKNOWN_FACTS",
  /** No version of the policy was in force for the account. */
  noPolicy: "NO_POLICY_IN_FORCE",
} as const;

/** `id@version` of a policy and the digest of its canonical form. */
export interface PolicyRef {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
}

export interface UseAnswer {
  readonly purpose: Purpose;
  /** What a builder may rely on: permit only if every possible world permits. */
  readonly use: Effect;
  /** What a person must reckon with: permit if some possible world permits. */
  readonly exposure: Effect;
  readonly reason: string;
  /** The deciding rule; undefined when the engine decided. */
  readonly rule: string | undefined;
  readonly policy: PolicyRef | undefined;
  readonly basis: "text" | "interpretation";
  readonly reading: string | undefined;
  readonly competing: readonly Reading[];
  readonly cite: readonly Citation[];
  readonly obligations: readonly string[];
  readonly advice: readonly string[];
  /** Rules that might decide instead, were an unknown fact known. */
  readonly possible: readonly { readonly policy: string; readonly rule: string; readonly effect: Effect }[];
  /**
   * The unknown facts on which the difference hangs, or that a rule stumbled over: fact names, or
   * `terms.acknowledged[document]` where the version in force itself is open.
   */
  readonly unknowns: readonly string[];
}

export interface ClockAnswer {
  readonly clock: string;
  readonly copy: string;
  readonly bound: Bound;
  /** ISO 8601 calendar duration. */
  readonly period: string | undefined;
  readonly event: string | undefined;
  /** Epoch milliseconds (UTC); undefined where not dated or unknown. */
  readonly from: number | undefined;
  readonly until: number | undefined;
  /** The bound has passed at the time asked for: the copy should be gone. */
  readonly elapsed: boolean;
  readonly form: string | undefined;
  readonly note: string | undefined;
  /** `maybe`: whether it applies hangs on `unknowns`. Never a ground to delete early. */
  readonly applies: "yes" | "maybe";
  readonly unknowns: readonly string[];
  readonly policy: PolicyRef | undefined;
  readonly cite: readonly Citation[];
  readonly basis: "text" | "interpretation";
  readonly reading: string | undefined;
  readonly competing: readonly Reading[];
}

/** The two ends for one copy. A duty to keep outranks every maximum (hold > legal minimum > maximum). */
export interface KeepAnswer {
  readonly copy: string;
  /** Least of the at-mosts that certainly apply; null: no end stated. Epoch milliseconds. */
  readonly until: number | null;
  /** Greatest of the at-leasts; `released`: a hold stands, or may stand. Never before this. */
  readonly atLeast: number | "released" | null;
}

export interface Decision {
  readonly account: string | undefined;
  readonly conversation: string | undefined;
  readonly item: string | undefined;
  readonly at: number;
  readonly known: number | null;
  /** Versions in force, more than one only where an unknown fact leaves it open. */
  readonly policies: readonly PolicyRef[];
  readonly uses: readonly UseAnswer[];
  readonly clocks: readonly ClockAnswer[];
  readonly keep: readonly KeepAnswer[];
  /** Runs that had begun with this conversation; no later event undoes them. */
  readonly runs: readonly string[];
}
