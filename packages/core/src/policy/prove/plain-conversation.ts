/** What facts say of a conversation and an item -> one line of Proviso's own JSON Lines, and events. */
import type { Event, EventData, EventType } from "../../events/event.ts";
import { printTime } from "../../events/time.ts";
import type { Slot } from "../../facts/facts.ts";
import { FACT_INDEX, type FactName } from "../../facts/vocabulary.ts";
import type { Conversation, Item } from "../../sources/conversation.ts";

/** As schemas/conversation.schema.json has it. */
export interface PlainConversation {
  readonly id: string;
  readonly account: string;
  readonly createdAt?: string;
  readonly surface?: string;
  readonly mode?: string;
  readonly items: readonly PlainItem[];
}

interface PlainItem {
  readonly id: string;
  readonly role: string;
  readonly source: string;
  readonly at?: string;
  readonly pasted?: boolean;
  readonly hidden?: boolean;
  readonly signal?: string;
  readonly text: string;
}

const HOUR = 3_600_000;

/**
 * Where an item is decided, it is the last one.
 * @param facts those that matter: only of these are events made
 */
export function conversationOf(
  slots: readonly Slot[],
  facts: readonly FactName[],
  item: boolean,
  { account, id }: Pick<Names, "account" | "id">,
): { readonly conversation: PlainConversation; readonly events: readonly Event[] } {
  const of = (fact: FactName): Slot => slots[FACT_INDEX[fact]];
  const instant = (fact: FactName): number | undefined => {
    const slot = of(fact);
    return typeof slot === "number" ? slot : undefined;
  };
  const times = [instant("conversation.lastActivityAt"), instant("conversation.firstEligibleAt")];
  const others = [...new Set(times.filter((time) => time !== undefined))].sort((a, b) => a - b);
  const itemAt = instant("item.at");
  const items: PlainItem[] = others.map((time, index) => ({
    id: `item-${index + 1}`,
    role: "user",
    source: "user",
    at: printTime(time),
    text: "A message.",
  }));
  if (item || items.length === 0) {
    items.push({
      id: `item-${items.length + 1}`,
      role: String(of("item.role") ?? "user"),
      source: String(of("item.source") ?? "user"),
      ...(itemAt === undefined ? {} : { at: printTime(itemAt) }),
      ...(of("item.pasted") === true ? { pasted: true } : {}),
      ...(of("item.hidden") === true ? { hidden: true } : {}),
      ...(of("item.reserved") === true ? { signal: "train-ai=n" } : {}),
      text: "The message in question.",
    });
  }
  const created = instant("conversation.createdAt");
  const [surface, mode] = [of("conversation.surface"), of("conversation.mode")];
  const conversation = {
    id,
    account,
    ...(created === undefined ? {} : { createdAt: printTime(created) }),
    ...(typeof surface === "string" ? { surface } : {}),
    ...(typeof mode === "string" ? { mode } : {}),
    items,
  };
  return { conversation, events: eventsOf(of, facts, { account, id, created }) };
}

interface Names {
  readonly account: string;
  readonly id: string;
  readonly created: number | undefined;
}

/** What no export and no timeline says: reviews, participants, models with a duty to keep. */
function eventsOf(
  said: (fact: FactName) => Slot,
  facts: readonly FactName[],
  { account, id, created }: Names,
): readonly Event[] {
  const of = (fact: FactName): Slot => (facts.includes(fact) ? said(fact) : undefined);
  const events: Event[] = [];
  const add = <K extends EventType>(type: K, at: number, data: EventData[K], whole = false): void => {
    events.push({
      id: `${type}/${events.length + 1}`,
      source: "urn:proviso:counterexample",
      type,
      account,
      conversation: whole ? undefined : id,
      at,
      recorded: at,
      data,
    } as Event);
  };
  const reviewed = of("review.at");
  if (typeof reviewed === "number") add("review.done", reviewed, {});
  if (reviewed !== undefined) add("log-complete", 0, { kinds: ["review.done"] }, true);
  const granted = of("participants.allGranted");
  const joined = (created ?? Number(said("query.at"))) + HOUR;
  if (granted === false) add("participant.joined", joined, { account: "account-2", choice: "refused" });
  if (granted !== undefined) add("log-complete", 0, { kinds: ["participant.joined"] }, true);
  const covered = of("conversation.coveredModel");
  if (typeof covered === "boolean" && created !== undefined) {
    const [surface, mode] = [said("conversation.surface"), said("conversation.mode")];
    add("conversation.created", created, {
      coveredModel: covered,
      ...(typeof surface === "string" ? { surface } : {}),
      ...(mode === "ordinary" || mode === "incognito" || mode === "temporary" ? { mode } : {}),
    });
  }
  return events;
}

/** As the importer of that format reads it. */
export function recorded(plain: PlainConversation): Conversation {
  const created = plain.createdAt === undefined ? undefined : Date.parse(plain.createdAt);
  return {
    kind: "conversation",
    id: plain.id,
    account: plain.account,
    title: undefined,
    createdAt: created,
    updatedAt: undefined,
    surface: plain.surface ?? "chat",
    mode: plain.mode as Conversation["mode"],
    credential: undefined,
    model: undefined,
    items: plain.items.map(
      (item): Item => ({
        id: item.id,
        role: item.role as Item["role"],
        source: item.source as Item["source"],
        at: item.at === undefined ? undefined : Date.parse(item.at),
        hidden: item.hidden ?? false,
        pasted: item.pasted ?? false,
        signal: item.signal,
        name: undefined,
        bytes: item.text.length,
      }),
    ),
    locator: { file: "", offset: 0, length: 0 },
  };
}
