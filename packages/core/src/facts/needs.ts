/**
 * What a set of policies asks of an account beside the vocabulary of facts.
 *
 * A table of facts is made for a set: it has a column per acknowledged document that a version binds
 * by, and for each group of named holds the facts about holds, held against the group's own scopes.
 */
import type { HoldScope } from "../events/event.ts";

export interface FactsNeeds {
  /** Documents whose acknowledgement makes a version binding, in order of first mention. */
  readonly acknowledged: readonly string[];
  /** Scopes by a hold's name; each stands in place of what the event says of that hold. */
  readonly holdScopes: readonly Readonly<Record<string, HoldScope>>[];
}
