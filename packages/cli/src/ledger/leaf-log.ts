/**
 * Events, policies and decisions of a run -> leaves of a ledger, each once
 *
 * A decision stands behind what it rests on: its events and policies are logged before it, so that
 * whoever replays the ledger has all of them.
 */
import { type Decision, type PolicyRef, printDecision, printPolicyRef } from "@proviso/core/decision";
import { type Event, type EventOf, printEvent } from "@proviso/core/events";
import type { Manifest } from "@proviso/core/export";
import type { LeafKind, Opening } from "@proviso/core/ledger";
import { type Ledger, newOpening } from "@proviso/store/ledger";
import { identityOf } from "./entry.ts";

/** Leaves per append: each append is one wait for the disk. */
const BATCH = 1024;

export class LeafLog {
  readonly #ledger: Ledger;
  readonly #seen: Set<string>;
  #waiting: Opening[] = [];
  #added = 0;

  private constructor(ledger: Ledger, seen: Set<string>) {
    this.#ledger = ledger;
    this.#seen = seen;
  }

  /** @param ledger is read once, for what it has already */
  static async on(ledger: Ledger): Promise<LeafLog> {
    const seen = new Set<string>();
    for await (const { opening } of ledger.openings()) {
      if (opening !== undefined) seen.add(identityOf(opening).id);
    }
    return new LeafLog(ledger, seen);
  }

  /** Leaves that were new. */
  get added(): number {
    return this.#added;
  }

  async events(events: readonly Event[]): Promise<void> {
    for (const event of events) await this.#add("event", printEvent(event));
  }

  async manifest(manifest: Manifest): Promise<void> {
    await this.#add("manifest", manifest);
  }

  async run(event: EventOf<"run.started">): Promise<void> {
    await this.#add("run", printEvent(event));
  }

  /** @param sources of the events that it rests on */
  async decision(product: string, decision: Decision, sources: readonly string[]): Promise<void> {
    for (const ref of decision.policies) await this.#policy(ref);
    const { account, conversation, item } = decision;
    await this.#add("decision", {
      product,
      account: account ?? null,
      conversation: conversation ?? null,
      item: item ?? null,
      sources,
      ...printDecision(decision),
    });
  }

  /** What was added is durable when this resolves. */
  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const openings = this.#waiting;
    this.#waiting = [];
    await this.#ledger.append(openings);
    this.#added += openings.length;
  }

  async #policy(ref: PolicyRef): Promise<void> {
    await this.#add("policy", printPolicyRef(ref));
  }

  async #add(kind: LeafKind, value: unknown): Promise<void> {
    const { id } = identityOf({ kind, value });
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    this.#waiting.push(newOpening(kind, value));
    if (this.#waiting.length >= BATCH) await this.flush();
  }
}
