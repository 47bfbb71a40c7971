/** A reproducible workload: accounts with choices, conversations with a few items each. */
import type { Event, EventData, EventType } from "@proviso/core/events";

export interface Workload {
  readonly events: readonly Event[];
  readonly conversations: number;
}

/** A small linear congruential generator: the same workload in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const DAY = 86_400_000;
export const NOW = Date.parse("2026-06-01T00:00:00Z");

export function workload(conversations: number, perAccount = 10): Workload {
  const random = randomFrom(7);
  const events: Event[] = [];
  let next = 0;
  const add = <K extends EventType>(
    type: K,
    at: number,
    account: string | undefined,
    conversation: string | undefined,
    data: EventData[K],
  ): void => {
    next += 1;
    const event = {
      id: `e${next}`,
      source: "urn:bench",
      type,
      account,
      conversation,
      at,
      recorded: at,
      data,
    };
    events.push(event as unknown as Event);
  };
  add("log-complete", 0, undefined, undefined, { kinds: ["*"] });
  for (let index = 0; index < conversations; index += 1) {
    const account = `a${Math.floor(index / perAccount)}`;
    if (index % perAccount === 0) {
      const plan = random() < 0.8 ? "pro" : "team";
      add("account.created", NOW - 700 * DAY, account, undefined, { plan, region: "US" });
      add("terms.acknowledged", NOW - 240 * DAY, account, undefined, { document: "consumer-terms-2025" });
      const choice = random() < 0.7 ? "granted" : "refused";
      add("choice.made", NOW - 240 * DAY, account, undefined, { purpose: "train-general", choice });
    }
    const conversation = `c${index}`;
    const created = NOW - Math.floor(random() * 500 * DAY);
    const mode = random() < 0.05 ? "incognito" : "ordinary";
    add("conversation.created", created, account, conversation, { surface: "chat", mode });
    for (let item = 1; item <= 3; item += 1) {
      add("item.added", created + item * 60_000, account, conversation, { role: "user", source: "user" });
    }
    if (random() < 0.03) add("feedback.given", created + 300_000, account, conversation, { kind: "rating" });
    if (random() < 0.05) add("conversation.deleted", created + 10 * DAY, account, conversation, {});
  }
  return { events, conversations };
}
