/**
 * **Timeline** -> **Event**s -> facts
 *
 * A day alone counts fail-closed. What permits counts from the end of the day (23:59:59.999Z): a
 * grant, the withdrawal of an objection, an opt-in, the release of a hold, the clearing of a flag.
 * All else counts from its start (00:00Z): refusals, objections, deletions, feedback, flags and
 * holds, and what is neutral (sign-up, plan, region, terms). `recorded` equals `at`.
 */
import { inOrder } from "../facts/log.ts";
import type { Event, EventData, EventType } from "./event.ts";
import { spanOf } from "./span.ts";
import { standing } from "./standing.ts";
import { encode } from "./subject.ts";
import { BEGINNING, printTime } from "./time.ts";
import { isFull, SECTION_NAMES, SECTIONS, type Timeline } from "./timeline.ts";

export interface TimelineContext {
  /** The account of a timeline that names none; `""` by default. */
  readonly account?: string;
}

/**
 * In order of time. Ids are made of what the entries say, so that a timeline read again, or with a
 * line added, gives the same events.
 */
export function timelineEvents(timeline: Timeline, context: TimelineContext = {}): readonly Event[] {
  const account = timeline.account ?? context.account ?? "";
  const log = new EventsOf(account);
  accountEvents(timeline, log);
  decisionEvents(timeline, log);
  conversationEvents(timeline, log);
  organisationEvents(timeline, log);
  completenessEvent(timeline, log);
  return log.events.sort(inOrder);
}

const start = (date: string): number => spanOf(date).first;
const end = (date: string): number => spanOf(date).last;

class EventsOf {
  readonly events: Event[] = [];
  readonly #account: string;
  readonly #source: string;
  readonly #ids = new Map<string, number>();

  constructor(account: string) {
    this.#account = account;
    this.#source = `urn:proviso:timeline${account === "" ? "" : `:${encode(account)}`}`;
  }

  /** @param key what tells the event apart from others of its type and time */
  add<K extends EventType>(
    type: K,
    at: number,
    data: EventData[K],
    key: string[] = [],
    conversation?: string,
  ): void {
    const id = [type, printTime(at), ...(conversation === undefined ? [] : [conversation]), ...key]
      .map(encode)
      .join("/");
    const times = (this.#ids.get(id) ?? 0) + 1;
    this.#ids.set(id, times);
    const event = {
      id: times === 1 ? id : `${id}/${times}`,
      source: this.#source,
      type,
      account: this.#account,
      conversation,
      at,
      recorded: at,
      data,
    };
    this.events.push(event as Event);
  }
}

interface State {
  readonly at: number;
  readonly value: string;
}

/** States with their beginnings; a day alone that holds the sign-up begins with it. */
function statesOf<T extends { readonly from: string }>(
  written: string | readonly T[] | undefined,
  timeline: Timeline,
  value: (entry: T) => string,
): readonly State[] {
  const signedUp = timeline.signedUp === undefined ? undefined : start(timeline.signedUp);
  if (written === undefined) return [];
  if (typeof written === "string") return [{ at: signedUp ?? BEGINNING, value: written }];
  return written.map((entry) => {
    const { first, last } = spanOf(entry.from);
    const isSameDay = signedUp !== undefined && first < signedUp && signedUp <= last;
    return { at: isSameDay ? signedUp : first, value: value(entry) };
  });
}

function accountEvents(timeline: Timeline, log: EventsOf): void {
  const plans = statesOf(timeline.plan, timeline, (entry) => entry.plan);
  const regions = statesOf(timeline.region, timeline, (entry) => entry.region);
  const signedUp = timeline.signedUp === undefined ? undefined : start(timeline.signedUp);
  if (signedUp !== undefined) {
    const plan = plans.find(({ at }) => at === signedUp);
    const region = regions.find(({ at }) => at === signedUp);
    log.add("account.created", signedUp, {
      ...(plan === undefined ? {} : { plan: plan.value }),
      ...(region === undefined ? {} : { region: region.value }),
      ...(timeline.minor === undefined ? {} : { minor: timeline.minor }),
    });
  }
  for (const { at, value } of plans)
    if (at !== signedUp) log.add("account.plan-changed", at, { plan: value });
  for (const { at, value } of regions)
    if (at !== signedUp) log.add("account.region-changed", at, { region: value });
  for (const { at, value } of statesOf(timeline.credentials, timeline, (entry) => entry.credential)) {
    log.add("account.credential-changed", at, { credential: value });
  }
  for (const { at, to, data } of timeline.moves ?? [])
    log.add("account.moved", start(at), { to, data }, [to]);
}

function decisionEvents(timeline: Timeline, log: EventsOf): void {
  for (const { document, acknowledged } of timeline.terms ?? []) {
    log.add("terms.acknowledged", start(acknowledged), { document }, [document]);
  }
  for (const { shown, ...data } of timeline.notices ?? []) {
    log.add("notice.shown", start(shown), data, data.notice === undefined ? [] : [data.notice]);
  }
  for (const { at, ...data } of timeline.choices ?? []) {
    const from = data.choice === "granted" ? end(at) : start(at);
    log.add("choice.made", from, data, [data.purpose, data.choice]);
  }
  for (const { at, basis } of timeline.objections ?? []) {
    log.add(
      "objection.filed",
      start(at),
      basis === undefined ? {} : { basis },
      basis === undefined ? [] : [basis],
    );
  }
  const spans = (timeline.objections ?? []).map(({ at, withdrawn }) => ({
    from: start(at),
    until: withdrawn === undefined ? undefined : end(withdrawn),
  }));
  for (const { until } of standing(spans)) if (until !== undefined) log.add("objection.withdrawn", until, {});
}

function conversationEvents(timeline: Timeline, log: EventsOf): void {
  for (const one of timeline.deletions ?? []) {
    if ("account" in one) log.add("account.deleted", start(one.at), {});
    else log.add("conversation.deleted", start(one.at), {}, [], one.conversation);
  }
  for (const { conversation, at, ...data } of timeline.feedback ?? []) {
    log.add("feedback.given", start(at), data, [data.kind], conversation);
  }
  const flagged = Map.groupBy(timeline.flags ?? [], ({ conversation }) => conversation);
  for (const [conversation, flags] of flagged) {
    const spans = flags.map(({ at, cleared }) => ({
      from: start(at),
      until: cleared === undefined ? undefined : end(cleared),
    }));
    for (const { from } of spans) log.add("safety.flagged", from, {}, [], conversation);
    for (const { until } of standing(spans)) {
      if (until !== undefined) log.add("safety.cleared", until, {}, [], conversation);
    }
  }
}

function organisationEvents(timeline: Timeline, log: EventsOf): void {
  for (const { hold, placed, released, scope } of timeline.holds ?? []) {
    log.add("hold.placed", start(placed), { hold, ...(scope === undefined ? {} : { scope }) }, [hold]);
    if (released !== undefined) log.add("hold.released", end(released), { hold }, [hold]);
  }
  const { retention, optedIn, since = timeline.signedUp, terminated } = timeline.organisation ?? {};
  const from = since === undefined ? BEGINNING : start(since);
  if (retention !== undefined) {
    log.add("organisation.retention-set", from, { max: retention === "none" ? null : retention });
  }
  if (optedIn !== undefined) {
    log.add("organisation.opted-in", optedIn && since !== undefined ? end(since) : from, { in: optedIn });
  }
  if (terminated !== undefined) log.add("contract.terminated", start(terminated), {});
}

function completenessEvent(timeline: Timeline, log: EventsOf): void {
  const kinds: EventType[] = SECTION_NAMES.filter((section) => isFull(timeline, section)).flatMap(
    (section) => SECTIONS[section],
  );
  // Only a sign-up says that a person is under age; that there is none to say so is knowledge here.
  if (timeline.minor === false && timeline.signedUp === undefined) kinds.push("account.created");
  if (kinds.length > 0) log.add("log-complete", BEGINNING, { kinds });
}
