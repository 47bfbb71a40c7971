/**
 * Decisions -> **Tally**: what a summary says of many conversations
 *
 * Holds counts and a few names, never the conversations: memory does not grow with the export.
 */
import { type ClockAnswer, type End, endOf, type UseAnswer } from "@proviso/core/decision";
import type { Purpose } from "@proviso/core/events";
import { type FactName, factOf } from "@proviso/core/facts";
import type { Decided } from "../pipeline/question.ts";

export interface ReasonCount {
  readonly end: End;
  readonly reason: string;
  readonly conversations: number;
}

export interface PurposeTally {
  readonly ends: Readonly<Record<End, number>>;
  /** Most frequent first. */
  readonly reasons: readonly ReasonCount[];
}

export interface EndingClock {
  readonly copy: string;
  readonly until: number;
  readonly conversation: string;
  readonly title: string | undefined;
}

const DAY = 86_400_000;
export const SOON_DAYS = 30;

/**
 * Where several facts are missing for as many conversations: one answer to these tells most, as
 * they choose the policy and its branch. What is about single chats needs an answer for each.
 */
const MOST_TELLING: readonly string[] = [
  "account.plan",
  "conversation.plan",
  "training.choice",
  "training.grantedAt",
  "account.region",
] satisfies readonly FactName[];

export class Tally {
  conversations = 0;
  items = 0;
  /** Copies whose longest time is over: they should be gone. */
  overdue = 0;
  /** Conversations that a legal hold certainly covers. */
  held = 0;
  readonly ending: EndingClock[] = [];
  endingCount = 0;
  readonly policies: Map<string, number> = new Map();
  readonly #purposes = new Map<Purpose, Map<string, number>>();
  readonly #unknowns = new Map<Purpose, Map<string, number>>();

  add({ conversation, facts, decision }: Decided): void {
    this.conversations += 1;
    this.items += conversation.items.length;
    for (const use of decision.uses) this.#addUse(use);
    for (const { id, version } of decision.policies) count(this.policies, `${id}@${version}`);
    for (const clock of decision.clocks) {
      this.#addClock(clock, decision.at, conversation.id, conversation.title);
    }
    if (typeof factOf(facts, "hold.placedAt") === "number") this.held += 1;
  }

  get purposes(): readonly Purpose[] {
    return [...this.#purposes.keys()];
  }

  of(purpose: Purpose): PurposeTally {
    const ends: Record<End, number> = { used: 0, "not-used": 0, "cannot-tell": 0 };
    const reasons: ReasonCount[] = [];
    for (const [key, conversations] of this.#purposes.get(purpose) ?? []) {
      const [end, reason = ""] = key.split(" ") as [End, string];
      ends[end] += conversations;
      reasons.push({ end, reason, conversations });
    }
    reasons.sort((a, b) => b.conversations - a.conversations || (a.reason < b.reason ? -1 : 1));
    return { ends, reasons };
  }

  /** Facts on which answers hang, with how many conversations; those that settle most come first. */
  unknowns(purpose: Purpose): readonly (readonly [fact: string, conversations: number])[] {
    const rank = (fact: string): number => {
      const at = MOST_TELLING.indexOf(fact);
      return at < 0 ? MOST_TELLING.length : at;
    };
    return [...(this.#unknowns.get(purpose) ?? [])].sort(
      ([a, x], [b, y]) => y - x || rank(a) - rank(b) || (a < b ? -1 : 1),
    );
  }

  #addUse(use: UseAnswer): void {
    const end = endOf(use);
    count(entry(this.#purposes, use.purpose), `${end} ${use.reason}`);
    if (end !== "cannot-tell") return;
    const unknowns = entry(this.#unknowns, use.purpose);
    for (const fact of use.unknowns) count(unknowns, fact);
  }

  #addClock(clock: ClockAnswer, at: number, conversation: string, title: string | undefined): void {
    if (clock.bound !== "at-most" || clock.applies !== "yes" || clock.until === undefined) return;
    if (clock.elapsed) {
      this.overdue += 1;
      return;
    }
    if (clock.until > at + SOON_DAYS * DAY) return;
    this.endingCount += 1;
    const last = this.ending.at(-1);
    if (this.ending.length >= 3 && last !== undefined && clock.until >= last.until) return;
    this.ending.push({ copy: clock.copy, until: clock.until, conversation, title });
    this.ending.sort((a, b) => a.until - b.until);
    this.ending.length = Math.min(this.ending.length, 3);
  }
}

function entry<K, V>(map: Map<K, Map<V, number>>, key: K): Map<V, number> {
  let inner = map.get(key);
  if (inner === undefined) {
    inner = new Map();
    map.set(key, inner);
  }
  return inner;
}

function count<K>(map: Map<K, number>, key: K): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
