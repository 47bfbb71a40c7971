/**
 * Conversation, feedback -> **Event**s -> facts
 *
 * What a source's record says happened, no more: no consent, plan or region. Hot path: one object
 * per item, no copies.
 */
import type { Conversation, Feedback, Item, SourceRecord } from "../sources/conversation.ts";
import type { Event, EventData } from "./event.ts";
import { encode } from "./subject.ts";
import { BEGINNING } from "./time.ts";

export interface RecordContext {
  /** CloudEvents `source` of the events: a URI for the format or system the records come from. */
  readonly source: string;
  /** The account of records that name none. */
  readonly account?: string;
  /** Stands in for the time of conversations without any; epoch milliseconds. */
  readonly recordedAt: number;
}

const NO_EVENTS: readonly Event[] = [];

/**
 * Ids are made of the record's own ids, so that reading an export again gives the same events.
 * `recorded` equals `at`: an export does not say when the vendor learned of a message, and the time
 * we read it would make every question about an earlier knowledge time come out empty.
 */
export function record(one: SourceRecord, context: RecordContext): readonly Event[] {
  if (one.kind === "conversation") return conversationEvents(one, context);
  return one.kind === "feedback" ? [feedbackEvent(one, context)] : NO_EVENTS;
}

function conversationEvents(conversation: Conversation, context: RecordContext): readonly Event[] {
  const { source } = context;
  const { id, createdAt, items, surface, mode, credential } = conversation;
  const account = conversation.account ?? context.account ?? "";
  const key = encode(id);
  const start = createdAt ?? context.recordedAt;
  const data: EventData["conversation.created"] = {
    ...(createdAt === undefined ? { undated: true } : undefined),
    surface,
    ...(mode === undefined ? undefined : { mode }),
    ...(credential === undefined ? undefined : { credential }),
  };
  const events: Event[] = [
    {
      id: `conversation/${key}`,
      source,
      type: "conversation.created",
      account,
      conversation: id,
      at: start,
      recorded: start,
      data,
    },
  ];
  const prefix = `item/${key}/`;
  const seen = items.length > 1 ? new Map<string, number>() : undefined;
  for (const item of items) {
    const at = item.at ?? start;
    events.push({
      id: prefix + idOf(item.id, seen),
      source,
      type: "item.added",
      account,
      conversation: id,
      at,
      recorded: at,
      data: itemData(item),
    });
  }
  return events;
}

/** INVARIANT: two items never share an id, or the second would count as a repeat and be lost. */
function idOf(id: string, seen: Map<string, number> | undefined): string {
  const key = encode(id);
  if (seen === undefined) return key;
  const times = seen.get(key) ?? 0;
  seen.set(key, times + 1);
  // `/` is encoded in ids, so no item's own id ends like this.
  return times === 0 ? key : `${key}/${times + 1}`;
}

type ItemData = { -readonly [K in keyof EventData["item.added"]]: EventData["item.added"][K] };

function itemData(item: Item): EventData["item.added"] {
  const data: ItemData = { item: item.id, role: item.role, source: item.source };
  if (item.at === undefined) data.undated = true;
  if (item.pasted) data.pasted = true;
  if (item.hidden) data.hidden = true;
  if (item.signal !== undefined) data.signal = item.signal;
  if (item.name !== undefined) data.name = item.name;
  return data;
}

/** One message may be rated twice, at two times or in two ways; each is an event of its own. */
function feedbackEvent(feedback: Feedback, context: RecordContext): Event {
  const { id, conversation, item, rating, at } = feedback;
  const key = [conversation, id, feedback.feedback, String(at ?? "undated"), rating ?? ""]
    .map(encode)
    .join("/");
  // Without a time it may have been given at any time: it must not look recent.
  const given = at ?? BEGINNING;
  return {
    id: `feedback/${key}`,
    source: context.source,
    type: "feedback.given",
    account: feedback.account ?? context.account ?? "",
    conversation,
    at: given,
    recorded: given,
    data: {
      ...(at === undefined ? { undated: true } : undefined),
      kind: feedback.feedback,
      ...(rating === undefined ? undefined : { rating }),
      ...(item === undefined ? undefined : { item }),
    },
  };
}
