/**
 * Events as of (t, k) -> **Facts** -> policy
 *
 * One fold. A fact is known when an event makes it so, or when the log lists such events in full
 * and there is none; else it is unknown. Laws: tests in derive.test.ts.
 */
import type { Event, EventOf } from "../events/event.ts";
import type { AccountState } from "./account.ts";
import { isGrantedAfter, stretchAt } from "./choice.ts";
import { type Draft, know, knowLast } from "./draft.ts";
import type { Facts } from "./facts.ts";
import { holdFacts, holdRecords } from "./hold.ts";
import { changeAt } from "./state.ts";

const NO_EVENTS: readonly Event[] = [];

/**
 * The facts of one conversation at the instants of `account`.
 * @param others finds the state of another account, for conversations with several participants
 */
export function derive(
  account: AccountState,
  conversation: string,
  recorded: readonly Event[] = NO_EVENTS,
  others: (account: string) => AccountState | undefined = () => undefined,
): Facts {
  const events = asOf(recorded, account.at, account.known);
  const draft: Draft = { slots: account.slots.slice(), because: account.because.slice() };
  const created = find(events, "conversation.created");
  const createdAt = created === undefined || created.data.undated ? undefined : created.at;
  if (created !== undefined && createdAt !== undefined) {
    know(draft, "conversation.createdAt", createdAt, created.id);
  }
  // What happens to a conversation happens after it began: a log complete since then is complete for it.
  const start = createdAt ?? account.start;
  const isListed = (kind: Event["type"]): boolean => account.coverage.since(kind) <= start;

  knowShape(draft, account, created, createdAt, isListed("conversation.created"));
  knowPlan(draft, account, created, createdAt);
  knowActivity(draft, account, events, isListed("item.added"), createdAt);
  knowLast(draft, "conversation.deletedAt", events, "conversation.deleted", isListed("conversation.deleted"));
  knowParticipants(draft, events, isListed("participant.joined"), others);
  knowFeedback(draft, events, isListed("feedback.given"));
  knowLast(draft, "safety.flaggedAt", events, "safety.flagged", isListed("safety.flagged"));
  knowCleared(draft, events, isListed("safety.cleared"));
  knowLast(draft, "review.at", events, "review.done", isListed("review.done"));

  const own = events.some((event) => event.type === "hold.placed") ? holdRecords(events) : [];
  const facts: Facts = {
    account: account.account,
    conversation,
    item: undefined,
    at: account.at,
    known: account.known,
    exists: created !== undefined || find(events, "item.added") !== undefined,
    slots: draft.slots,
    because: draft.because,
    acknowledged: account.acknowledged,
    holds: own.length === 0 ? account.holds : [...account.holds, ...own],
    holdsComplete: account.holdsComplete || isListed("hold.placed"),
    runs: runsWith(account, events, conversation),
  };
  const held = holdFacts(facts, (record) => record.scope);
  know(draft, "hold.placedAt", held.placedAt, ...held.events);
  know(draft, "hold.releasedAt", held.releasedAt, ...held.events);
  return facts;
}

function asOf(events: readonly Event[], at: number, known: number): readonly Event[] {
  for (const event of events) {
    if (event.at > at || event.recorded > known) {
      return events.filter((other) => other.at <= at && other.recorded <= known);
    }
  }
  return events;
}

function find<K extends Event["type"]>(events: readonly Event[], type: K): EventOf<K> | undefined {
  for (const event of events) if (event.type === type) return event as EventOf<K>;
  return undefined;
}

/** What the record of a conversation says of itself; a complete record that says nothing is ordinary. */
function knowShape(
  draft: Draft,
  account: AccountState,
  created: EventOf<"conversation.created"> | undefined,
  createdAt: number | undefined,
  listed: boolean,
): void {
  if (created === undefined) return;
  const { surface, mode, credential } = created.data;
  if (surface !== undefined) know(draft, "conversation.surface", surface, created.id);
  if (mode !== undefined) know(draft, "conversation.mode", mode, created.id);
  else if (listed) know(draft, "conversation.mode", "ordinary", created.id);
  if (credential !== undefined) {
    know(draft, "conversation.credential", credential, created.id);
  } else if (createdAt !== undefined) {
    const change = changeAt(account.credentials, createdAt);
    const since = account.coverage.since("account.credential-changed");
    if (since <= (change?.at ?? account.start)) {
      know(draft, "conversation.credential", change?.value ?? "login", ...(change ? [change.event] : []));
    }
  }
}

/** The plan it was made under, unless it was taken along into another account since. */
function knowPlan(
  draft: Draft,
  account: AccountState,
  created: EventOf<"conversation.created"> | undefined,
  createdAt: number | undefined,
): void {
  const said = created?.data.plan;
  const change = createdAt === undefined ? undefined : changeAt(account.plans, createdAt);
  if (created !== undefined && said !== undefined) {
    know(draft, "conversation.plan", said, created.id);
  } else if (change !== undefined && account.coverage.since("account.plan-changed") <= change.at) {
    know(draft, "conversation.plan", change.value, change.event);
  }
  for (const move of account.moves) {
    if (move.data === "moved" && (createdAt === undefined || move.at >= createdAt)) {
      know(draft, "conversation.plan", move.to, move.event);
    }
  }
}

function knowActivity(
  draft: Draft,
  account: AccountState,
  events: readonly Event[],
  listed: boolean,
  createdAt: number | undefined,
): void {
  const knowsChoices =
    createdAt !== undefined &&
    account.coverage.since("choice.made") <= (stretchAt(account.training, createdAt)?.latest.at ?? account.start);
  if (createdAt !== undefined && knowsChoices) {
    const stretch = stretchAt(account.training, createdAt);
    know(
      draft,
      "training.choiceAtCreation",
      stretch?.state ?? "none",
      ...(stretch === undefined ? [] : [stretch.latest.id]),
    );
  }
  let last: Event | undefined;
  let firstEligible: Event | undefined;
  let isDated = createdAt !== undefined;
  for (const event of events) {
    if (event.type !== "item.added" && event.type !== "conversation.created") continue;
    if (event.data.undated) {
      isDated = false;
      continue;
    }
    if (last === undefined || event.at >= last.at) last = event;
    if (firstEligible === undefined && isGrantedAfter(account.training, event.at)) firstEligible = event;
  }
  // One item without a time may be the latest one: then no time is known to be the last.
  if (!listed || !isDated || last === undefined) return;
  know(draft, "conversation.lastActivityAt", last.at, last.id);
  const choicesListed = account.coverage.since("choice.made") <= Math.max(account.start, createdAt ?? 0);
  if (!choicesListed && !knowsChoices) return;
  if (firstEligible === undefined) know(draft, "conversation.firstEligibleAt", null);
  else know(draft, "conversation.firstEligibleAt", firstEligible.at, firstEligible.id);
}

function knowParticipants(
  draft: Draft,
  events: readonly Event[],
  listed: boolean,
  others: (account: string) => AccountState | undefined,
): void {
  let all: boolean | undefined = listed ? true : undefined;
  const because: string[] = [];
  for (const event of events) {
    if (event.type !== "participant.joined") continue;
    because.push(event.id);
    const other = others(event.data.account);
    const choice = event.data.choice ?? choiceOf(other);
    if (choice === undefined) all = all === false ? false : undefined;
    else if (choice !== "granted") all = false;
  }
  if (all !== undefined) know(draft, "participants.allGranted", all, ...because);
}

function choiceOf(account: AccountState | undefined): string | undefined {
  if (account === undefined) return undefined;
  const last = account.training.at(-1);
  if (account.coverage.since("choice.made") > (last?.latest.at ?? account.start)) return undefined;
  return last?.state ?? "none";
}

function knowFeedback(draft: Draft, events: readonly Event[], listed: boolean): void {
  const given = events.filter((event) => event.type === "feedback.given");
  const last = (kinds: readonly string[]): { at: number; event: string } | undefined => {
    const event = given.findLast((one) => kinds.includes(one.data.kind));
    return event === undefined ? undefined : { at: event.at, event: event.id };
  };
  const facts = [
    ["feedback.at", last(["rating", "bug-report"])],
    ["survey.answeredAt", last(["survey"])],
    ["transcript.sharedAt", last(["transcript-share"])],
  ] as const;
  for (const [name, found] of facts) {
    if (found !== undefined) know(draft, name, found.at, found.event);
    else if (listed) know(draft, name, null);
  }
}

/** A flag raised again after it was withdrawn stands. */
function knowCleared(draft: Draft, events: readonly Event[], listed: boolean): void {
  const flagged = events.findLast((event) => event.type === "safety.flagged");
  const cleared = events.findLast((event) => event.type === "safety.cleared");
  if (cleared !== undefined && (flagged === undefined || cleared.at >= flagged.at)) {
    know(draft, "safety.clearedAt", cleared.at, cleared.id);
  } else if (listed) {
    know(draft, "safety.clearedAt", null);
  }
}

function runsWith(account: AccountState, events: readonly Event[], conversation: string): readonly string[] {
  const runs: string[] = [];
  for (const event of account.events) {
    if (event.type === "run.started" && event.data.includes?.includes(conversation)) runs.push(event.data.run);
  }
  for (const event of events) if (event.type === "run.started") runs.push(event.data.run);
  return runs;
}
