/**
 * Facts -> **History**: a timeline, one conversation and, where these cannot say it, further events
 *
 * Made forwards and then checked: the events are folded again, and only a history that gives exactly
 * the facts asked for, with the version in force, is returned.
 */
import type { Event } from "../../events/event.ts";
import { record } from "../../events/record.ts";
import type { Timeline } from "../../events/timeline.ts";
import { timelineEvents } from "../../events/timeline-events.ts";
import { foldAccount } from "../../facts/account.ts";
import { derive } from "../../facts/derive.ts";
import { deriveItem } from "../../facts/derive-item.ts";
import type { Facts, Slot } from "../../facts/facts.ts";
import { indexEvents, inOrder } from "../../facts/log.ts";
import { FACT_INDEX, type FactName } from "../../facts/vocabulary.ts";
import { inForce } from "../in-force.ts";
import type { Policy, PolicySet } from "../policy.ts";
import { conversationOf, type PlainConversation, recorded } from "./plain-conversation.ts";
import { CONVERSATION_NAME, timelineOf } from "./plain-timeline.ts";

export interface History {
  /** The instant to ask for; epoch milliseconds. */
  readonly at: number;
  readonly timeline: Timeline;
  /** One line of Proviso's own JSON Lines. */
  readonly conversation: PlainConversation;
  /** The item that is decided, where a single one is. */
  readonly item: string | undefined;
  /** What neither of them can say. */
  readonly events: readonly Event[];
  /** Facts asked for that the events do not give. */
  readonly missing: readonly FactName[];
  /** The version is in force for this account at that instant. */
  readonly inForce: boolean;
}

const ACCOUNT = "account-1";
const CONVERSATION = CONVERSATION_NAME;

/** Dates that events can bear; see events/time.ts. */
const [FIRST, END] = [Date.UTC(1990, 0, 1), Date.UTC(9_999, 0, 1)];

/**
 * @param facts those that the history must give
 * @returns undefined for dates that no event bears
 */
export function historyOf(
  slots: readonly Slot[],
  facts: readonly FactName[],
  policy: Policy,
  set: PolicySet,
  item: boolean,
): History | undefined {
  if (slots.some((slot) => typeof slot === "number" && (slot < FIRST || slot >= END))) return undefined;
  const at = Number(slots[FACT_INDEX["query.at"]]);
  const timeline = timelineOf(slots, policy, ACCOUNT);
  const { conversation, events } = conversationOf(slots, facts, item, {
    account: ACCOUNT,
    id: CONVERSATION,
  });
  const folded = foldOf(timeline, conversation, events, at, item);
  const missing = facts.filter((fact) => folded?.slots[FACT_INDEX[fact]] !== slots[FACT_INDEX[fact]]);
  return {
    at,
    timeline,
    conversation,
    item: item ? conversation.items.at(-1)?.id : undefined,
    events,
    missing,
    inForce: folded !== undefined && isInForce(folded, policy, set),
  };
}

function foldOf(
  timeline: Timeline,
  conversation: PlainConversation,
  events: readonly Event[],
  at: number,
  item: boolean,
): Facts | undefined {
  const context = { source: "urn:proviso:source:proviso", account: ACCOUNT, recordedAt: at };
  const own = record(recorded(conversation), context);
  const listed: Event = {
    id: "complete",
    source: context.source,
    type: "log-complete",
    account: undefined,
    conversation: undefined,
    at: 0,
    recorded: 0,
    data: { kinds: ["conversation.created", "item.added"] },
  };
  const log = indexEvents([...timelineEvents(timeline), listed, ...events]);
  const account = log.accounts.get(ACCOUNT);
  if (account === undefined) return undefined;
  const state = foldAccount(log, account, at, Number.POSITIVE_INFINITY);
  const all = [...(account.conversations.get(CONVERSATION) ?? []), ...own].sort(inOrder);
  const facts = derive(state, CONVERSATION, all);
  if (!item) return facts;
  const last = conversation.items.at(-1)?.id;
  const added = own.find((event) => event.type === "item.added" && event.data.item === last);
  return added?.type === "item.added" ? deriveItem(facts, added) : facts;
}

function isInForce(facts: Facts, { id, version }: Policy, set: PolicySet): boolean {
  const [first, ...others] = inForce(set, facts).filter(({ policy }) => policy.id === id);
  return first?.certain === true && others.length === 0 && first.policy.version === version;
}
