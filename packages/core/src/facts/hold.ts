/**
 * Legal holds: collected from events, then held against a conversation.
 *
 * A hold covers what exists while it stands, also what is made after it was placed. Where its
 * scope hangs on something unknown the answer is unknown: a copy is never destroyed on a guess.
 */
import type { Event, HoldScope } from "../events/event.ts";
import type { Facts, HoldRecord, Slot } from "./facts.ts";
import { FACT_INDEX, type FactName } from "./vocabulary.ts";

/** Holds of `events` (already limited to valid and knowledge time), in order of placing. */
export function holdRecords(events: readonly Event[]): readonly HoldRecord[] {
  const records: HoldRecord[] = [];
  for (const event of events) {
    if (event.type === "hold.placed") {
      records.push({
        hold: event.data.hold,
        placedAt: event.at,
        releasedAt: null,
        scope: event.data.scope,
        events: [event.id],
      });
    } else if (event.type === "hold.released") {
      const index = records.findLastIndex(
        (record) => record.hold === event.data.hold && record.releasedAt === null,
      );
      const open = records[index];
      if (open !== undefined) {
        records[index] = { ...open, releasedAt: event.at, events: [...open.events, event.id] };
      }
    }
  }
  return records;
}

type Known = boolean | undefined;

/** Kleene conjunction: false wins over unknown. */
function all(parts: readonly Known[]): Known {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function isAmong(list: readonly string[] | undefined, value: Slot): Known {
  if (list === undefined) return true;
  if (value === undefined) return undefined;
  return list.includes(String(value));
}

function isNotAmong(list: readonly string[] | undefined, value: Slot): Known {
  const among = list === undefined ? false : isAmong(list, value);
  return among === undefined ? undefined : !among;
}

/** Whether a scope takes the conversation in; undefined where a fact it needs is unknown. */
function isCovered(
  scope: HoldScope | undefined,
  conversation: string | undefined,
  slots: readonly Slot[],
): Known {
  if (scope === undefined) return true;
  const slot = (name: FactName): Slot => slots[FACT_INDEX[name]];
  return all([
    isAmong(scope.conversations, conversation ?? null),
    isAmong(scope.plans, slot("conversation.plan")),
    isNotAmong(scope.exceptPlans, slot("conversation.plan")),
    isAmong(scope.regions, slot("account.region")),
    isNotAmong(scope.exceptRegions, slot("account.region")),
  ]);
}

export interface HoldFacts {
  readonly placedAt: Slot;
  readonly releasedAt: Slot;
  readonly events: readonly string[];
}

const NEVER_HELD: HoldFacts = { placedAt: null, releasedAt: null, events: [] };
const UNKNOWN_HOLDS: HoldFacts = { placedAt: undefined, releasedAt: undefined, events: [] };

/**
 * Since when the conversation is held, and when it last ceased to be.
 * @param scopeOf the scope to go by: a policy may know a hold by name better than the event says
 */
export function holdFacts(
  facts: Pick<Facts, "conversation" | "holds" | "holdsComplete">,
  slots: readonly Slot[],
  scopeOf: (record: HoldRecord) => HoldScope | undefined,
): HoldFacts {
  if (facts.holds.length === 0) return facts.holdsComplete ? NEVER_HELD : UNKNOWN_HOLDS;
  const createdAt = slots[FACT_INDEX["conversation.createdAt"]];
  let placedAt: Slot = facts.holdsComplete ? null : undefined;
  let releasedAt: Slot = facts.holdsComplete ? null : undefined;
  let isOpen = false;
  let isReleaseUnclear = false;
  const events: string[] = [];
  for (const record of facts.holds) {
    const covered = isCovered(scopeOf(record), facts.conversation, slots);
    if (covered === false) continue;
    // Released before the conversation began: it never covered it.
    if (record.releasedAt !== null && typeof createdAt === "number" && createdAt >= record.releasedAt)
      continue;
    events.push(...record.events);
    if (covered === undefined) {
      if (record.releasedAt === null) {
        if (!isOpen) placedAt = undefined;
      } else {
        isReleaseUnclear = true;
      }
    } else if (record.releasedAt === null) {
      placedAt =
        isOpen && typeof placedAt === "number" ? Math.min(placedAt, record.placedAt) : record.placedAt;
      isOpen = true;
    } else {
      releasedAt =
        typeof releasedAt === "number" ? Math.max(releasedAt, record.releasedAt) : record.releasedAt;
    }
  }
  // A release of a hold that may have covered it leaves the last one open, whatever their order.
  return { placedAt, releasedAt: isOpen ? null : isReleaseUnclear ? undefined : releasedAt, events };
}
