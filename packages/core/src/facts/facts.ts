/**
 * Events as of (t, k) -> **Facts** -> policy
 *
 * Slots by {@link FACT_INDEX}. `undefined` is *unknown*, `null` a known *none*. Timestamps are
 * epoch milliseconds (UTC), durations ISO 8601 text.
 */
import type { HoldScope } from "../events/event.ts";
import type { Because } from "./draft.ts";
import { FACT_INDEX, type FactName } from "./vocabulary.ts";

export type FactValue = boolean | string | number | null;
export type Slot = FactValue | undefined;

/** A hold as of (t, k), before its scope has been held against the conversation. */
export interface HoldRecord {
  readonly hold: string;
  readonly placedAt: number;
  /** null while it stands. */
  readonly releasedAt: number | null;
  readonly scope: HoldScope | undefined;
  readonly events: readonly string[];
}

export interface Facts {
  readonly account: string | undefined;
  readonly conversation: string | undefined;
  readonly item: string | undefined;
  /** Valid time and knowledge time asked for; `known` is Infinity for all that is recorded. */
  readonly at: number;
  readonly known: number;
  /** False when nothing of the conversation had been recorded: there is no subject. */
  readonly exists: boolean;
  readonly slots: readonly Slot[];
  /** Ids of the events that made a slot what it is; sparse, empty for what is known by completeness. */
  readonly because: readonly Because[];
  /** Acknowledged documents; `complete` says whether absence is knowledge. */
  readonly acknowledged: { readonly at: ReadonlyMap<string, number>; readonly complete: boolean };
  readonly holds: readonly HoldRecord[];
  /** Whether the log lists all holds. */
  readonly holdsComplete: boolean;
  /** Runs that had begun by `at` and took this conversation in. */
  readonly runs: readonly string[];
}

export function factOf(facts: Facts, name: FactName): Slot {
  return facts.slots[FACT_INDEX[name]];
}
