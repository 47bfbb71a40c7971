/** Outbox of an archive -> **OutboxStanding**: what waits, what fails, what was given up */
import { letterOf } from "../letter/letter-of.ts";
import { type Delivery, nextTry } from "./delivery.ts";
import { readOutbox } from "./outbox.ts";

export interface WaitingAlert {
  readonly rule: string;
  readonly channel: string;
  readonly title: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly tries: number;
  /** Of the last try; undefined if there was none. */
  readonly reason: string | undefined;
  readonly nextTry: number | undefined;
}

export interface OutboxStanding {
  /** Held by quiet hours, or by a channel that is down. */
  readonly waiting: readonly WaitingAlert[];
  readonly failing: readonly WaitingAlert[];
  readonly givenUp: readonly {
    readonly rule: string;
    readonly channel: string;
    readonly at: number;
    readonly reason: string;
  }[];
  readonly notes: readonly string[];
}

/** Reads only: it may be asked while another process sends. */
export async function outboxStanding(archiveFolder: string): Promise<OutboxStanding> {
  const { state, notes } = await readOutbox(archiveFolder);
  const pending = state.pending().map(shown);
  return {
    waiting: pending.filter(({ tries }) => tries === 0),
    failing: pending.filter(({ tries }) => tries > 0),
    givenUp: Array.from(state.givenUp.values(), ({ rule, channel, at, reason }) => ({
      rule,
      channel,
      at,
      reason,
    })),
    notes,
  };
}

function shown(delivery: Delivery): WaitingAlert {
  const { rule, channel, at, tries, reason, message } = delivery;
  const title = message === undefined ? "damaged in the outbox" : letterOf(message).title;
  return { rule, channel, title, at, tries, reason, nextTry: tries === 0 ? undefined : nextTry(delivery) };
}
