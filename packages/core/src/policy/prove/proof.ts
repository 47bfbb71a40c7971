/**
 * NamedPromise x Policy -> **Proof** -> people, JSON
 *
 * Decided for all facts, or `undecided`: never taken for proved where the search gave up.
 */
import type { Purpose } from "../../events/event.ts";
import type { Slot } from "../../facts/facts.ts";
import type { FactName } from "../../facts/vocabulary.ts";
import type { Policy } from "../policy.ts";
import type { History } from "./history.ts";
import type { NamedPromise } from "./named-promise.ts";

/**
 * `enumeration`: the reference classes of facts were gone through. `solver`: an SMT solver found none,
 * or one that the reference evaluator confirmed. `form`: no condition speaks of what the promise is about.
 */
export type Method = "enumeration" | "solver" | "form";

/** Facts that break a promise, with as little out of the ordinary as possible. */
export interface Counterexample {
  readonly purpose: Purpose;
  /** Whether a single item is decided. */
  readonly item: boolean;
  readonly slots: readonly Slot[];
  /** The facts that the conditions speak of, in the order of the vocabulary. */
  readonly facts: readonly FactName[];
  /** Where the promise compares two states of knowledge, the other one, with what it is called. */
  readonly other: { readonly name: string; readonly slots: readonly Slot[] } | undefined;
  /** Ids of the rules that might decide; `NO_RULE` where none does. */
  readonly rules: readonly string[];
  /** Events that give these facts; undefined where none do, or none were found. */
  readonly history: History | undefined;
  /** False where the search for the plainest facts was cut short. */
  readonly minimal: boolean;
}

export interface Proof {
  readonly promise: NamedPromise;
  readonly policy: Policy;
  readonly verdict: "proved" | "broken" | "undecided";
  /** Of facts that some history of events gives; false: of all facts whatever. */
  readonly histories: boolean;
  /** Undefined where the promise says nothing of this version. */
  readonly methods: readonly Method[];
  /** Classes of facts that were gone through, one by one. */
  readonly classes: number;
  /** Questions to the solver. */
  readonly questions: number;
  /** Milliseconds. */
  readonly took: number;
  /** Why it is undecided, or why it was not enumerated. */
  readonly note: string | undefined;
  readonly counterexample: Counterexample | undefined;
}
