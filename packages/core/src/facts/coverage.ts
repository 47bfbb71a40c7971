/**
 * What a log says it lists in full, and since when (`proviso.log-complete`). Inside, absence is
 * knowledge; outside, absence is unknown.
 */
import type { Event, EventType } from "../events/event.ts";
import type { AccountLog, EventLog } from "./log.ts";

interface Range {
  readonly kinds: readonly string[];
  readonly from: number;
  readonly until: number;
}

export class Coverage {
  readonly #ranges: readonly Range[];
  readonly #at: number;
  readonly #since = new Map<EventType, number>();

  /** `at`: the valid time up to which the log must be complete. */
  constructor(ranges: readonly Range[], at: number) {
    this.#ranges = [...ranges].sort((a, b) => b.until - a.until);
    this.#at = at;
  }

  /** Earliest instant since which all events of the kind up to `at` are listed; Infinity for never. */
  since(kind: EventType): number {
    let since = this.#since.get(kind);
    if (since === undefined) {
      since = this.#reachBack(kind);
      this.#since.set(kind, since);
    }
    return since;
  }

  /** Ranges that touch or overlap add up, walking back from `at`. */
  #reachBack(kind: EventType): number {
    let reached = this.#at;
    let found = false;
    for (const range of this.#ranges) {
      if (!range.kinds.includes("*") && !range.kinds.includes(kind)) continue;
      if (range.until < reached || range.from > reached) continue;
      found = true;
      reached = range.from;
    }
    return found ? reached : Number.POSITIVE_INFINITY;
  }
}

function coverageOf(events: Iterable<Event>, at: number, known: number): Coverage {
  const ranges: Range[] = [];
  for (const event of events) {
    if (event.type !== "log-complete" || event.recorded > known) continue;
    const until = event.data.until === undefined ? Number.POSITIVE_INFINITY : Date.parse(event.data.until);
    ranges.push({ kinds: event.data.kinds, from: event.at, until });
  }
  return new Coverage(ranges, at);
}

export interface AccountCoverage {
  readonly coverage: Coverage;
  readonly conversation: ConversationCoverage;
}

interface SharedCoverage extends AccountCoverage {
  readonly at: number;
  readonly known: number;
}

/** Most accounts declare nothing of their own: what the log declares for all is worked out once. */
const SHARED = new WeakMap<EventLog, SharedCoverage>();

export function coverageFor(log: EventLog, account: AccountLog, at: number, known: number): AccountCoverage {
  if (account.events.some((event) => event.type === "log-complete")) {
    const coverage = coverageOf([...log.shared, ...account.events], at, known);
    return { coverage, conversation: conversationCoverage(coverage) };
  }
  const kept = SHARED.get(log);
  if (kept !== undefined && kept.at === at && kept.known === known) return kept;
  const coverage = coverageOf(log.shared, at, known);
  const shared = { at, known, coverage, conversation: conversationCoverage(coverage) };
  SHARED.set(log, shared);
  return shared;
}

/** Since when each kind of event of a conversation is listed in full; read once per account. */
export interface ConversationCoverage {
  readonly created: number;
  readonly items: number;
  readonly deleted: number;
  readonly feedback: number;
  readonly flagged: number;
  readonly cleared: number;
  readonly reviewed: number;
  readonly participants: number;
  readonly holds: number;
  readonly choices: number;
  readonly plans: number;
  readonly credentials: number;
}

function conversationCoverage(coverage: Coverage): ConversationCoverage {
  return {
    created: coverage.since("conversation.created"),
    items: coverage.since("item.added"),
    deleted: coverage.since("conversation.deleted"),
    feedback: coverage.since("feedback.given"),
    flagged: coverage.since("safety.flagged"),
    cleared: coverage.since("safety.cleared"),
    reviewed: coverage.since("review.done"),
    participants: coverage.since("participant.joined"),
    holds: coverage.since("hold.placed"),
    choices: coverage.since("choice.made"),
    plans: coverage.since("account.plan-changed"),
    credentials: coverage.since("account.credential-changed"),
  };
}
