/** Lines of the outbox -> **OutboxState**: what is still to be sent, what was, what was given up */
import type { Alertable } from "../alertable.ts";
import type { Delivery, Message } from "./delivery.ts";
import type { OutboxLine } from "./outbox-line.ts";

interface Pending {
  readonly intent: Extract<OutboxLine, { is: "intent" | "digest-intent" }>;
  tries: number;
  lastTry: number | undefined;
  reason: string | undefined;
}

export interface Collection {
  /** Where the rule's digests reach to; undefined before the first line of it. */
  to: number | undefined;
  readonly waiting: Set<string>;
  readonly done: Set<string>;
}

export class OutboxState {
  readonly contents = new Map<string, Alertable>();
  readonly sent = new Map<string, number>();
  readonly givenUp = new Map<string, Extract<OutboxLine, { is: "given-up" }>>();
  readonly #pending = new Map<string, Pending>();
  readonly #collections = new Map<string, Collection>();

  apply(line: OutboxLine): void {
    switch (line.is) {
      case "what":
        this.contents.set(line.what, line.alertable);
        return;
      case "intent":
      case "digest-intent":
        if (!this.isKnown(line.id)) {
          this.#pending.set(line.id, { intent: line, tries: 0, lastTry: undefined, reason: undefined });
        }
        return;
      case "failed": {
        const pending = this.#pending.get(line.id);
        if (pending === undefined) return;
        pending.tries += 1;
        pending.lastTry = line.at;
        pending.reason = line.reason;
        return;
      }
      case "sent":
        this.#pending.delete(line.id);
        this.sent.set(line.id, line.at);
        return;
      case "given-up":
        this.#pending.delete(line.id);
        this.givenUp.set(line.id, line);
        return;
      case "collected": {
        const { waiting, done } = this.collectionOf(line.rule);
        if (!done.has(line.what)) waiting.add(line.what);
        return;
      }
      case "digested": {
        const collection = this.collectionOf(line.rule);
        collection.to = line.to;
        for (const what of line.whats) {
          collection.waiting.delete(what);
          collection.done.add(what);
        }
      }
    }
  }

  isKnown(id: string): boolean {
    return this.#pending.has(id) || this.sent.has(id) || this.givenUp.has(id);
  }

  collectionOf(rule: string): Collection {
    const found = this.#collections.get(rule);
    if (found !== undefined) return found;
    const made: Collection = { to: undefined, waiting: new Set(), done: new Set() };
    this.#collections.set(rule, made);
    return made;
  }

  /** In the order in which they came. */
  pending(): readonly Delivery[] {
    return Array.from(this.#pending.values(), ({ intent, tries, lastTry, reason }) => {
      const { id, rule, channel, at } = intent;
      return { id, rule, channel, at, message: this.#messageOf(intent), tries, lastTry, reason };
    });
  }

  /** Lines that give the same state, without what is no longer needed. */
  lines(): readonly OutboxLine[] {
    const needed = new Set<string>();
    const lines: OutboxLine[] = [];
    for (const { intent, tries, lastTry, reason } of this.#pending.values()) {
      if (intent.is === "intent") needed.add(intent.what);
      lines.push(intent);
      const failed = { is: "failed", id: intent.id, at: lastTry ?? intent.at, reason: reason ?? "" } as const;
      for (let left = tries; left > 0; left -= 1) lines.push(failed);
    }
    for (const [rule, { to, waiting, done }] of this.#collections) {
      if (to !== undefined) lines.push({ is: "digested", rule, to, whats: [...done] });
      for (const what of waiting) {
        needed.add(what);
        lines.push({ is: "collected", rule, what });
      }
    }
    for (const [id, at] of this.sent) lines.push({ is: "sent", id, at });
    lines.push(...this.givenUp.values());
    const whats = [...needed].flatMap((what): OutboxLine[] => {
      const alertable = this.contents.get(what);
      return alertable === undefined ? [] : [{ is: "what", what, alertable }];
    });
    return [...whats, ...lines];
  }

  #messageOf(intent: Pending["intent"]): Message | undefined {
    const { rule } = intent;
    if (intent.is === "digest-intent") return { kind: "digest", rule, digest: intent.digest };
    const alertable = this.contents.get(intent.what);
    return alertable === undefined ? undefined : { kind: "alert", rule, clauses: intent.clauses, alertable };
  }
}
