/**
 * Events x policies x LoggedDecisions -> **Replayed**, one for each
 *
 * Each decision is made again for the instants it was made for: what was recorded later is as if it
 * had not happened, as it was then.
 */
import { decide } from "../decision/decide.ts";
import type { PolicyRef } from "../decision/decision.ts";
import type { Prepared } from "../decision/prepare.ts";
import { printDecision } from "../decision/print-decision.ts";
import type { Event, EventOf, Purpose } from "../events/event.ts";
import { type AccountState, foldAccount } from "../facts/account.ts";
import { derive } from "../facts/derive.ts";
import { deriveItem } from "../facts/derive-item.ts";
import type { Facts } from "../facts/facts.ts";
import { type EventLog, indexEvents } from "../facts/log.ts";
import { compare } from "./compare.ts";
import type { LoggedDecision, Replayed } from "./replay.ts";

export interface Logged {
  readonly event: Event;
  /** Its number in the ledger. */
  readonly leaf: number;
}

export interface ReplayOptions {
  /** The policies of a product as they are at hand, or undefined for a product that is not. */
  readonly preparedFor: (product: string) => Prepared | undefined;
}

const NOTHING: EventLog = { shared: [], accounts: new Map() };

/** Folded states are kept for one pair of instants at a time. */
export class Replayer {
  readonly #events: readonly Logged[];
  readonly #options: ReplayOptions;
  readonly #logs = new Map<string, EventLog>();
  readonly #leaves = new Map<Event, number>();
  #log: EventLog = NOTHING;
  #states = new Map<string, AccountState>();
  #at = Number.NaN;
  #known = Number.NaN;
  /** Instants and sources that the states are for. */
  #turn = "";

  /** @param events in the order of their leaves */
  constructor(events: readonly Logged[], options: ReplayOptions) {
    this.#events = events;
    for (const { event, leaf } of events) this.#leaves.set(event, leaf);
    this.#options = options;
  }

  /** @param leaf of the decision: what was logged later is not what it rests on */
  replay(decision: LoggedDecision, leaf: number): Replayed {
    const prepared = this.#options.preparedFor(decision.product);
    if (prepared === undefined) {
      return hindered(decision, "product-unknown", [decision.product]);
    }
    const refs = [...prepared.policies.values()].map(({ ref }) => ref);
    const missing = decision.policies.filter((one) => !refs.some((ref) => isOf(ref, one)));
    if (missing.length > 0) return hindered(decision, "policy-missing", missing.map(refText));
    const changed = decision.policies.filter((one) => !refs.some((ref) => ref.digest === one.digest));
    if (changed.length > 0) return hindered(decision, "policy-changed", changed.map(refText));
    const facts = this.#factsOf(decision, leaf);
    const asked = decision.asked === undefined ? decision.uses.map((use) => use.purpose) : decision.asked;
    const purposes = (asked ?? undefined) as readonly Purpose[] | undefined;
    const replayed = printDecision(decide(prepared, facts, purposes));
    return {
      decision,
      hindrance: undefined,
      missing: [],
      differences: compare(decision, replayed),
      replayed,
    };
  }

  #factsOf(decision: LoggedDecision, leaf: number): Facts {
    const { account, conversation, item } = decision;
    this.#turnTo(decision, leaf);
    const owner = account ?? "";
    const all = this.#log.accounts.get(owner)?.conversations.get(conversation ?? "") ?? [];
    const events = all.filter((event) => (this.#leaves.get(event) ?? 0) < leaf);
    const facts = derive(this.#stateOf(owner), conversation ?? "", events, (other) => this.#stateOf(other));
    if (item === null) return facts;
    const added = events.find(
      (event): event is EventOf<"item.added"> => event.type === "item.added" && event.data.item === item,
    );
    return added === undefined ? facts : deriveItem(facts, added);
  }

  #turnTo({ at, known, sources }: LoggedDecision, leaf: number): void {
    // Events of accounts that were logged before; those of conversations are looked at one by one.
    const epoch = this.#epochOf(leaf);
    const key = `${epoch} ${sources === undefined ? "" : JSON.stringify(sources.toSorted())}`;
    const turn = `${at} ${known} ${key}`;
    if (turn === this.#turn) return;
    let log = this.#logs.get(key);
    if (log === undefined) {
      const isIn = ({ event, leaf: own }: Logged): boolean =>
        (sources === undefined || sources.includes(event.source)) &&
        (event.conversation !== undefined || own < epoch);
      log = indexEvents(this.#events.filter(isIn).map(({ event }) => event));
      this.#logs.set(key, log);
    }
    this.#log = log;
    this.#states = new Map();
    this.#at = Date.parse(at);
    this.#known = known === null ? Number.POSITIVE_INFINITY : Date.parse(known);
    this.#turn = turn;
  }

  /** The leaf before which the last event of an account stands that the decision may rest on. */
  #epochOf(leaf: number): number {
    const last = this.#events.findLast(
      ({ event, leaf: own }) => own < leaf && event.conversation === undefined,
    );
    return last === undefined ? 0 : last.leaf + 1;
  }

  #stateOf(account: string): AccountState {
    let state = this.#states.get(account);
    if (state === undefined) {
      const own = this.#log.accounts.get(account) ?? { account, events: [], conversations: new Map() };
      state = foldAccount(this.#log, own, this.#at, this.#known);
      this.#states.set(account, state);
    }
    return state;
  }
}

function hindered(
  decision: LoggedDecision,
  hindrance: NonNullable<Replayed["hindrance"]>,
  missing: readonly string[],
): Replayed {
  return { decision, hindrance, missing, differences: [], replayed: undefined };
}

function isOf(one: PolicyRef, other: Pick<PolicyRef, "id" | "version">): boolean {
  return one.id === other.id && one.version === other.version;
}

function refText({ id, version, digest }: PolicyRef): string {
  return `${id}@${version} ${digest}`;
}
