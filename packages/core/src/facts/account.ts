/**
 * An account's events as of (t, k) -> **AccountState** -> derive
 *
 * Folded once per account and question time; every conversation of the account starts from it.
 */
import type { Event, EventOf, EventType } from "../events/event.ts";
import { knowOtherChoices, knowTraining } from "./account-choices.ts";
import type { Stretch } from "./choice.ts";
import { type ConversationCoverage, coverageFor } from "./coverage.ts";
import { type Because, blank, type Draft, know, knowMark, lastOf } from "./draft.ts";
import type { HoldRecord, Slot } from "./facts.ts";
import { holdRecords } from "./hold.ts";
import type { AccountLog, EventLog } from "./log.ts";
import { splitRegion } from "./region.ts";
import { type Change, changeAt } from "./state.ts";
import { FACT_INDEX, type FactName } from "./vocabulary.ts";

export interface Move {
  readonly at: number;
  readonly to: string;
  readonly data: "moved" | "kept" | "deleted" | "left";
  readonly id: string;
}

export interface AccountState {
  readonly account: string;
  readonly at: number;
  readonly known: number;
  readonly slots: readonly Slot[];
  readonly because: readonly Because[];
  readonly listedSince: ConversationCoverage;
  /** No change before this instant can be missing: the start of the account, if recorded. */
  readonly start: number;
  readonly training: readonly Stretch[];
  readonly plans: readonly Change<string>[];
  readonly credentials: readonly Change<string>[];
  readonly moves: readonly Move[];
  readonly acknowledged: { readonly at: ReadonlyMap<string, number>; readonly complete: boolean };
  readonly holds: readonly HoldRecord[];
  readonly holdsComplete: boolean;
  /** Runs that had begun, of the account or of all accounts. */
  readonly runs: readonly EventOf<"run.started">[];
}

/**
 * @param at valid time, @param known knowledge time: events after either do not count
 */
export function foldAccount(log: EventLog, account: AccountLog, at: number, known: number): AccountState {
  const all = log.shared.length === 0 ? account.events : [...log.shared, ...account.events];
  const events = all.filter((event) => event.at <= at && event.recorded <= known);
  const { coverage, conversation: listedSince } = coverageFor(log, account, at, known);
  const draft = blank();
  know(draft, FACT_INDEX["query.at"], at);

  const created = events.find((event) => event.type === "account.created");
  if (created !== undefined) know(draft, FACT_INDEX["account.signedUpAt"], created.at, created.id);
  const start = created?.at ?? Number.NEGATIVE_INFINITY;
  const isListed = (kind: EventType): boolean => coverage.since(kind) <= Math.max(start, BEGINNING);

  const plans = changesOf(events, ["account.created", "account.plan-changed"], planIn);
  const regions = changesOf(events, ["account.created", "account.region-changed"], regionIn);
  const credentials = changesOf(events, ["account.credential-changed"], credentialIn);
  knowState(draft, "account.plan", plans, coverage.since("account.plan-changed"), at);
  knowRegion(draft, regions, coverage.since("account.region-changed"), at);

  const moves = movesOf(events);
  const closed = moves.find((move) => move.data === "deleted");
  const deleted = lastOf(events, "account.deleted") ?? closed;
  knowMark(draft, FACT_INDEX["account.deletedAt"], deleted, isListed("account.deleted"));
  const terminated = lastOf(events, "contract.terminated");
  knowMark(draft, FACT_INDEX["contract.terminatedAt"], terminated, isListed("contract.terminated"));
  const minors = events.filter((event) => event.type === "account.created" && event.data.minor !== undefined);
  const minor = minors.at(-1);
  if (minor?.type === "account.created") know(draft, FACT_INDEX["account.minor"], minor.data.minor, minor.id);
  else if (isListed("account.created")) know(draft, FACT_INDEX["account.minor"], false);

  knowOrganisation(draft, events, isListed);
  const training = knowTraining(draft, events, coverage, Math.max(start, BEGINNING), at);
  knowOtherChoices(draft, events, coverage, Math.max(start, BEGINNING), at);
  knowMark(draft, FACT_INDEX["notice.shownAt"], lastOf(events, "notice.shown"), isListed("notice.shown"));
  knowObjection(draft, events, isListed);

  return {
    account: account.account,
    at,
    known,
    slots: draft.slots,
    because: draft.because ?? [],
    listedSince,
    start: Math.max(start, BEGINNING),
    training,
    plans,
    credentials,
    moves,
    acknowledged: {
      at: acknowledgements(events),
      complete: isListed("terms.acknowledged"),
    },
    holds: holdRecords(events),
    holdsComplete: coverage.since("hold.placed") <= Math.max(start, BEGINNING),
    runs: events.filter((event) => event.type === "run.started"),
  };
}

/** Logs that are complete "from the beginning" say so with the Unix epoch or earlier. */
const BEGINNING = 0;

function changesOf(
  events: readonly Event[],
  types: readonly EventType[],
  valueIn: (event: Event) => string | undefined,
): readonly Change<string>[] {
  const changes: Change<string>[] = [];
  for (const event of events) {
    if (!types.includes(event.type)) continue;
    const value = valueIn(event);
    if (value !== undefined) changes.push({ at: event.at, value, event: event.id });
  }
  return changes;
}

function planIn(event: Event): string | undefined {
  return event.type === "account.created" || event.type === "account.plan-changed"
    ? event.data.plan
    : undefined;
}

function regionIn(event: Event): string | undefined {
  return event.type === "account.created" || event.type === "account.region-changed"
    ? event.data.region
    : undefined;
}

function credentialIn(event: Event): string | undefined {
  return event.type === "account.credential-changed" ? event.data.credential : undefined;
}

/** A state is known when all its changes since a recorded one, or since the start, are listed. */
function knowState(
  draft: Draft,
  name: FactName,
  changes: readonly Change<string>[],
  listedSince: number,
  at: number,
): void {
  const change = changeAt(changes, at);
  if (change !== undefined && listedSince <= change.at)
    know(draft, FACT_INDEX[name], change.value, change.event);
}

function knowRegion(draft: Draft, changes: readonly Change<string>[], listedSince: number, at: number): void {
  const change = changeAt(changes, at);
  if (change === undefined || listedSince > change.at) return;
  const { region, country } = splitRegion(change.value);
  know(draft, FACT_INDEX["account.region"], region, change.event);
  know(draft, FACT_INDEX["account.country"], country, change.event);
}

function knowOrganisation(
  draft: Draft,
  events: readonly Event[],
  isListed: (kind: EventType) => boolean,
): void {
  const retention = events.filter((event) => event.type === "organisation.retention-set").at(-1);
  if (retention !== undefined)
    know(draft, FACT_INDEX["organisation.retention"], retention.data.max, retention.id);
  else if (isListed("organisation.retention-set")) know(draft, FACT_INDEX["organisation.retention"], null);
  const optIn = events.filter((event) => event.type === "organisation.opted-in").at(-1);
  if (optIn !== undefined) know(draft, FACT_INDEX["organisation.optedIn"], optIn.data.in, optIn.id);
  else if (isListed("organisation.opted-in")) know(draft, FACT_INDEX["organisation.optedIn"], false);
}

function knowObjection(draft: Draft, events: readonly Event[], isListed: (kind: EventType) => boolean): void {
  const filed = events.filter((event) => event.type === "objection.filed").at(-1);
  const withdrawn = events.filter((event) => event.type === "objection.withdrawn").at(-1);
  if (filed !== undefined && (withdrawn === undefined || withdrawn.at < filed.at)) {
    know(draft, FACT_INDEX["objection.filedAt"], filed.at, filed.id);
  } else if (filed !== undefined && withdrawn !== undefined) {
    know(draft, FACT_INDEX["objection.filedAt"], null, filed.id, withdrawn.id);
  } else if (isListed("objection.filed")) {
    know(draft, FACT_INDEX["objection.filedAt"], null);
  }
}

function acknowledgements(events: readonly Event[]): ReadonlyMap<string, number> {
  const at = new Map<string, number>();
  for (const event of events) {
    // The first acknowledgement binds; a later one of the same text changes nothing.
    if (event.type === "terms.acknowledged" && !at.has(event.data.document)) {
      at.set(event.data.document, event.at);
    }
  }
  return at;
}

function movesOf(events: readonly Event[]): readonly Move[] {
  return events
    .filter((event) => event.type === "account.moved")
    .map((event) => ({ at: event.at, to: event.data.to, data: event.data.data, id: event.id }));
}
