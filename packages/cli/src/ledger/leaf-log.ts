/**
 * Events, policies and decisions of a run -> leaves of a ledger, each once
 *
 * A decision stands behind what it rests on: its events and policies are logged before it, so that
 * whoever replays the ledger has all of them.
 */
import { ProvisoError } from "@proviso/core";
import { type Decision, type PolicyRef, printDecision, printPolicyRef } from "@proviso/core/decision";
import { type Event, type EventOf, printEvent } from "@proviso/core/events";
import { digestOfJson, type Manifest } from "@proviso/core/export";
import type { LeafKind, Opening } from "@proviso/core/ledger";
import { type Ledger, newOpening } from "@proviso/store/ledger";
import { identityOf } from "./entry.ts";

/** Leaves per append: each append is one wait for the disk. */
const BATCH = 1024;

export class LeafLog {
  readonly #ledger: Ledger;
  /** What was logged, by what makes it that one thing. */
  readonly #seen: Map<string, string>;
  #waiting: Opening[] = [];
  #added = 0;

  private constructor(ledger: Ledger, seen: Map<string, string>) {
    this.#ledger = ledger;
    this.#seen = seen;
  }

  /** @param ledger is read once, for what it has already */
  static async on(ledger: Ledger): Promise<LeafLog> {
    const seen = new Map<string, string>();
    for await (const { opening } of ledger.openings()) {
      if (opening !== undefined) seen.set(identityOf(opening).id, contentOf(opening));
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

  /**
   * @param sources of the events that it rests on
   * @param asked the purposes that were asked for; undefined for all
   */
  async decision(
    product: string,
    decision: Decision,
    sources: readonly string[],
    asked: readonly string[] | undefined,
  ): Promise<void> {
    for (const ref of decision.policies) await this.#policy(ref);
    const { account, conversation, item } = decision;
    await this.#add("decision", {
      product,
      account: account ?? null,
      conversation: conversation ?? null,
      item: item ?? null,
      sources,
      asked: asked ?? null,
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
    const content = contentOf({ kind, value });
    const before = this.#seen.get(id);
    if (before === content) return;
    if (before !== undefined) throw changed(value);
    this.#seen.set(id, content);
    this.#waiting.push(newOpening(kind, value));
    if (this.#waiting.length >= BATCH) await this.flush();
  }
}

/** An export's events are recorded when it is read: a second reading records nothing else of them. */
function contentOf({ kind, value }: Pick<Opening, "kind" | "value">): string {
  if (kind !== "event" || typeof value !== "object" || value === null)
    return identityOf({ kind, value }).content;
  const { recorded: _, ...rest } = value as Readonly<Record<string, unknown>>;
  return digestOfJson(rest);
}

function changed(value: unknown): ProvisoError {
  const { id, source } = value as Readonly<Record<string, unknown>>;
  return new ProvisoError("EVENT_INVALID", `event \`${id}\` is logged already, with different content`, {
    place: { field: "id" },
    hint: `both are of \`${source}\`; a correction is an event of its own, with an id of its own`,
  });
}
