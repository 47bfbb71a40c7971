/**
 * Alertables x rules -> outbox -> channels
 *
 * First all that is to be sent is on the disk, then each channel sends what is its own, beside the others: one
 * that cannot be reached holds up none of them.
 */
import type { Alertable } from "./alertable.ts";
import type { Env } from "./channel/secret.ts";
import { sendMail } from "./channel/send-mail.ts";
import { sendSlack } from "./channel/send-slack.ts";
import { sendWebhook } from "./channel/send-webhook.ts";
import type { Sending, Sent } from "./channel/sending.ts";
import { Feeds } from "./channel/write-feed.ts";
import { letterOf } from "./letter/letter-of.ts";
import { minuteOf } from "./letter/plain.ts";
import { type Delivery, type Message, MOST_TRIES, nextTry } from "./outbox/delivery.ts";
import { enqueue, enqueueDigests } from "./outbox/enqueue.ts";
import { Outbox } from "./outbox/outbox.ts";
import { quietUntil } from "./quiet-hours.ts";
import type { AlertFile, AlertRule, Channel } from "./rules.ts";

export interface DispatchRequest {
  readonly archiveFolder: string;
  readonly rules: AlertFile;
  /** Of health, all documents that are not seen well now, each time: a digest lists them. */
  readonly alertables: readonly Alertable[];
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** Where secrets are looked up. */
  readonly env: Env;
  /** `host:port` of receivers that may be in a private network. */
  readonly allowPrivate?: readonly string[];
}

export interface DispatchResult {
  readonly sent: number;
  /** Quiet hours: they go out with the first dispatch after them. */
  readonly held: number;
  /** Should have gone out by now, and did not: to be tried again, or given up. */
  readonly failed: number;
  readonly problems: readonly string[];
}

/**
 * Sends what is new, and what earlier runs left. Calling it again sends nothing twice.
 *
 * @throws ProvisoError LEDGER_LOCKED while another process sends, DISK_FULL, PERMISSION; what a channel does
 * wrong is in the result
 */
export async function dispatch(request: DispatchRequest): Promise<DispatchResult> {
  const { archiveFolder, rules, alertables, now } = request;
  const outbox = await Outbox.open(archiveFolder);
  try {
    await outbox.add(enqueue(rules.alerts, alertables, outbox.state, now));
    await outbox.add(enqueueDigests(rules.alerts, alertables, outbox.state, now));
    const round = new Round(request, outbox);
    await round.run();
    return { ...round.counts, problems: [...outbox.notes, ...round.problems] };
  } finally {
    await outbox.close();
  }
}

class Round {
  readonly counts = { sent: 0, held: 0, failed: 0 };
  readonly problems = new Set<string>();
  readonly #request: DispatchRequest;
  readonly #outbox: Outbox;
  readonly #feeds: Feeds;
  readonly #rules: ReadonlyMap<string, AlertRule>;

  constructor(request: DispatchRequest, outbox: Outbox) {
    this.#request = request;
    this.#outbox = outbox;
    this.#feeds = new Feeds(request.archiveFolder);
    this.#rules = new Map(request.rules.alerts.map((rule) => [rule.name, rule]));
  }

  async run(): Promise<void> {
    const { rules, now } = this.#request;
    const pending = Map.groupBy(this.#outbox.state.pending(), ({ channel }) => channel);
    for (const [name, channel] of rules.channels) {
      if (channel.is !== "feed") continue;
      const begun = await this.#feeds.begin(name, channel, now);
      if (begun.is === "failed") this.problems.add(`${name}: ${begun.reason}`);
    }
    const ended = await Promise.allSettled(
      [...pending].map(async ([name, own]) => await this.#channel(name, rules.channels.get(name), own)),
    );
    const broken = ended.find((one) => one.status === "rejected");
    if (broken !== undefined) throw broken.reason;
  }

  async #channel(name: string, channel: Channel | undefined, own: readonly Delivery[]): Promise<void> {
    let down: string | undefined;
    for (const delivery of own) {
      const rule = this.#rules.get(delivery.rule);
      if (channel === undefined || rule === undefined || delivery.message === undefined) {
        await this.#giveUp(delivery, lostReason(delivery, channel, rule));
        continue;
      }
      if (this.#isHeld(rule, delivery.message)) {
        this.counts.held += 1;
      } else if (down !== undefined) {
        this.counts.failed += 1;
      } else if (nextTry(delivery) > this.#request.now) {
        this.counts.failed += 1;
        this.problems.add(
          `${name}: ${delivery.reason ?? "failed"}; to be tried again from ${minuteOf(nextTry(delivery))}`,
        );
      } else {
        const sent = await this.#send(name, channel, delivery, delivery.message);
        if (sent.is === "failed" && sent.isDown) down = sent.reason;
      }
    }
  }

  #isHeld({ quietHours }: AlertRule, message: Message): boolean {
    if (quietHours === undefined || quietUntil(quietHours, this.#request.now) === undefined) return false;
    return !(quietHours.isBrokenByCritical && isCritical(message));
  }

  async #send(name: string, channel: Channel, delivery: Delivery, message: Message): Promise<Sent> {
    const { now, env, allowPrivate = [] } = this.#request;
    const { id, at, tries } = delivery;
    const sending = { id, message, letter: letterOf(message), at, now, env, allowPrivate };
    const sent = await this.#through(name, channel, sending);
    if (sent.is === "sent") {
      await this.#outbox.add([{ is: "sent", id, at: now }]);
      this.counts.sent += 1;
      if (sent.note !== undefined) this.problems.add(`${name}: ${sent.note}`);
      return sent;
    }
    await this.#outbox.add([{ is: "failed", id, at: now, reason: sent.reason }]);
    if (tries + 1 >= MOST_TRIES) {
      await this.#giveUp(delivery, `given up after ${MOST_TRIES} tries: ${sent.reason}`);
    } else {
      this.counts.failed += 1;
      this.problems.add(`${name}: ${sent.reason}`);
    }
    return sent;
  }

  async #through(name: string, channel: Channel, sending: Sending): Promise<Sent> {
    switch (channel.is) {
      case "email":
        return await sendMail(channel, sending);
      case "webhook":
        return await sendWebhook(channel, sending);
      case "slack":
        return await sendSlack(channel, sending);
      case "feed":
        return await this.#feeds.add(name, channel, sending);
    }
  }

  async #giveUp({ id, rule, channel }: Delivery, reason: string): Promise<void> {
    await this.#outbox.add([{ is: "given-up", id, rule, channel, at: this.#request.now, reason }]);
    this.counts.failed += 1;
    this.problems.add(`${channel}: ${reason}`);
  }
}

function lostReason(delivery: Delivery, channel: Channel | undefined, rule: AlertRule | undefined): string {
  if (channel === undefined) return `given up: there is no channel \`${delivery.channel}\` any more`;
  if (rule === undefined) return `given up: there is no rule \`${delivery.rule}\` any more`;
  return "given up: what was to be sent is damaged in the outbox";
}

function isCritical(message: Message): boolean {
  return (
    message.kind === "alert" &&
    message.alertable.kind === "change" &&
    message.alertable.change.impact.level === "critical"
  );
}
