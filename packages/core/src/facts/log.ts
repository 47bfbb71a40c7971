/**
 * Events -> **EventLog** -> derive
 *
 * The same events, grouped by account and conversation and put in order, so that facts of a
 * million conversations need one pass. Order: valid time, then knowledge time, then id.
 */
import { ProvisoError } from "../errors.ts";
import type { Event } from "../events/event.ts";
import { byCodePoint } from "./by-code-point.ts";

export interface AccountLog {
  readonly account: string;
  /** What concerns the whole account. */
  readonly events: readonly Event[];
  readonly conversations: ReadonlyMap<string, readonly Event[]>;
}

export interface EventLog {
  /** Events that concern every account: completeness, holds. */
  readonly shared: readonly Event[];
  readonly accounts: ReadonlyMap<string, AccountLog>;
}

/** The source only parts equal ids of different sources, so that no order is left to chance. */
export function inOrder(a: Event, b: Event): number {
  return a.at - b.at || a.recorded - b.recorded || byCodePoint(a.id, b.id) || byCodePoint(a.source, b.source);
}

interface Group {
  readonly account: string;
  readonly events: Event[];
  readonly conversations: Map<string, Event[]>;
}

/**
 * Groups and orders events; a repeated (`source`, `id`) counts once, the first one wins.
 * Conversation events that name no account belong to the account `""`.
 * @throws ProvisoError EVENT_INVALID one conversation is of an account in one event and of none in another
 */
export function indexEvents(events: Iterable<Event>): EventLog {
  const seen = new Map<string, Set<string>>();
  const shared: Event[] = [];
  const accounts = new Map<string, Group>();
  for (const event of events) {
    if (isRepeated(seen, event)) continue;
    if (event.account === undefined && event.conversation === undefined) {
      shared.push(event);
      continue;
    }
    const group = groupOf(accounts, event.account ?? "");
    if (event.conversation === undefined) group.events.push(event);
    else listOf(group.conversations, event.conversation).push(event);
  }
  refuseHalfNamed(accounts);
  shared.sort(inOrder);
  for (const group of accounts.values()) {
    group.events.sort(inOrder);
    for (const list of group.conversations.values()) list.sort(inOrder);
  }
  return { shared, accounts };
}

/** A hold or a deletion told of the one would be missed by the other, though they are the same chat. */
function refuseHalfNamed(accounts: ReadonlyMap<string, Group>): void {
  const unnamed = accounts.get("")?.conversations;
  if (unnamed === undefined || unnamed.size === 0) return;
  for (const { account, conversations } of accounts.values()) {
    if (account === "") continue;
    for (const id of conversations.keys()) if (unnamed.has(id)) throw halfNamed(id, account);
  }
}

/** The one error for it, whoever reads the events. */
export function halfNamed(conversation: string, account: string): ProvisoError {
  return new ProvisoError(
    "EVENT_INVALID",
    `conversation \`${conversation}\` is of account \`${account}\` in some events and of none in others`,
    { place: { field: "subject" }, hint: `name the account in all of them: \`accounts/…/conversations/…\`` },
  );
}

function isRepeated(seen: Map<string, Set<string>>, event: Event): boolean {
  let ids = seen.get(event.source);
  if (ids === undefined) {
    ids = new Set();
    seen.set(event.source, ids);
  }
  const before = ids.size;
  ids.add(event.id);
  return ids.size === before;
}

function groupOf(accounts: Map<string, Group>, account: string): Group {
  let group = accounts.get(account);
  if (group === undefined) {
    group = { account, events: [], conversations: new Map() };
    accounts.set(account, group);
  }
  return group;
}

function listOf(map: Map<string, Event[]>, key: string): Event[] {
  let list = map.get(key);
  if (list === undefined) {
    list = [];
    map.set(key, list);
  }
  return list;
}
