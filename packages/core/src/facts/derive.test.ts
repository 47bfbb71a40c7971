/** The fold: what is known, what is none, what is unknown; and both times. */
import { describe, expect, it } from "vitest";
import type { Event, EventData, EventType } from "../events/event.ts";
import { foldAccount } from "./account.ts";
import { derive } from "./derive.ts";
import { deriveItem } from "./derive-item.ts";
import { type Facts, factOf } from "./facts.ts";
import { indexEvents } from "./log.ts";
import type { FactName } from "./vocabulary.ts";

const day = (text: string): number => Date.parse(text.length === 10 ? `${text}T12:00:00Z` : text);
const ALL = Number.POSITIVE_INFINITY;
let next = 0;

function event<K extends EventType>(
  type: K,
  at: string,
  data: EventData[K],
  more: { conversation?: string; account?: string | undefined; recorded?: string; id?: string } = {},
): Event {
  next += 1;
  const account = "account" in more ? more.account : "a";
  return {
    id: more.id ?? `e${next}`,
    source: "urn:test",
    type,
    account,
    conversation: more.conversation,
    at: day(at),
    recorded: day(more.recorded ?? at),
    data,
  } as unknown as Event;
}

const chat = (type: "conversation.deleted" | "safety.flagged" | "safety.cleared", at: string): Event =>
  event(type, at, {}, { conversation: "c" });
const created = (at: string, data: EventData["conversation.created"] = {}): Event =>
  event("conversation.created", at, data, { conversation: "c" });
const item = (at: string, data: EventData["item.added"] = {}): Event =>
  event("item.added", at, data, { conversation: "c" });
const choice = (
  at: string,
  state: "granted" | "refused",
  data: Partial<EventData["choice.made"]> = {},
): Event => event("choice.made", at, { purpose: "train-general", choice: state, ...data });
const complete = (kinds: readonly string[] = ["*"], from = "1970-01-01T00:00:00Z", until?: string): Event =>
  event("log-complete", from, until === undefined ? { kinds } : { kinds, until }, { account: undefined });

function factsAt(events: readonly Event[], at: string, known?: string): Facts {
  const log = indexEvents(events);
  const account = log.accounts.get("a") ?? { account: "a", events: [], conversations: new Map() };
  const state = foldAccount(log, account, day(at), known === undefined ? ALL : day(known));
  return derive(state, "c", account.conversations.get("c"));
}

function value(facts: Facts, name: FactName): unknown {
  return factOf(facts, name);
}

describe("completeness", () => {
  it("without it, absence is unknown", () => {
    const facts = factsAt([created("2026-01-05")], "2026-02-01");
    expect(value(facts, "training.choice")).toBeUndefined();
    expect(value(facts, "conversation.deletedAt")).toBeUndefined();
    expect(value(facts, "feedback.at")).toBeUndefined();
    expect(value(facts, "hold.placedAt")).toBeUndefined();
  });

  it("with it, absence is knowledge", () => {
    const facts = factsAt([complete(), created("2026-01-05")], "2026-02-01");
    expect(value(facts, "training.choice")).toBe("none");
    expect(value(facts, "conversation.deletedAt")).toBeNull();
    expect(value(facts, "hold.placedAt")).toBeNull();
    expect(value(facts, "conversation.mode")).toBe("ordinary");
  });

  it("a duty to keep that the model brings is known only if recorded, since no export tells", () => {
    const fact = (data: EventData["conversation.created"]): unknown =>
      value(factsAt([complete(), created("2026-07-01", data)], "2026-08-01"), "conversation.coveredModel");
    expect(fact({ coveredModel: true })).toBe(true);
    expect(fact({ coveredModel: false })).toBe(false);
    expect(fact({})).toBeUndefined();
  });

  it("reaches only as far as declared", () => {
    const events = [complete(["*"], "1970-01-01T00:00:00Z", "2026-01-20T00:00:00Z"), created("2026-01-05")];
    expect(value(factsAt(events, "2026-01-15"), "training.choice")).toBe("none");
    expect(value(factsAt(events, "2026-01-25"), "training.choice")).toBeUndefined();
  });

  it("adjacent declarations add up, and a gap does not", () => {
    const first = complete(["choice.made"], "1970-01-01T00:00:00Z", "2026-01-20T00:00:00Z");
    const joined = complete(["choice.made"], "2026-01-20T00:00:00Z");
    const apart = complete(["choice.made"], "2026-01-21T00:00:00Z");
    expect(value(factsAt([first, joined], "2026-02-01"), "training.choice")).toBe("none");
    expect(value(factsAt([first, apart], "2026-02-01"), "training.choice")).toBeUndefined();
    const since = [first, apart, choice("2026-01-25", "granted")];
    expect(value(factsAt(since, "2026-02-01"), "training.choice")).toBe("granted");
  });

  it("a state recorded before the log is complete may have changed since", () => {
    const events = [
      choice("2025-12-01", "refused"),
      complete(["choice.made"], "2026-01-01"),
      created("2026-01-05"),
    ];
    expect(value(factsAt(events, "2026-02-01"), "training.choice")).toBeUndefined();
  });
});

describe("both times", () => {
  const late = choice("2026-02-01", "refused", {});
  const events = [
    complete(),
    choice("2026-01-01", "granted"),
    { ...late, recorded: day("2026-03-01") } as Event,
    created("2026-01-05"),
  ];

  it("a correction counts from when it was known", () => {
    expect(value(factsAt(events, "2026-04-01", "2026-02-15"), "training.choice")).toBe("granted");
    expect(value(factsAt(events, "2026-04-01", "2026-03-15"), "training.choice")).toBe("refused");
    expect(value(factsAt(events, "2026-01-15"), "training.choice")).toBe("granted");
  });

  it("what happens later does not count", () => {
    const facts = factsAt(
      [complete(), created("2026-01-05"), chat("conversation.deleted", "2026-02-05")],
      "2026-02-01",
    );
    expect(value(facts, "conversation.deletedAt")).toBeNull();
  });

  it("a conversation that begins later does not exist yet", () => {
    expect(factsAt([complete(), created("2026-01-05")], "2026-01-01").exists).toBe(false);
  });
});

describe("choices", () => {
  it("repeating a choice does not move its beginning, but its validity", () => {
    const events = [
      complete(),
      choice("2026-01-01", "granted", { validFor: "P1M" }),
      choice("2026-01-20", "granted", { validFor: "P1M" }),
    ];
    const facts = factsAt(events, "2026-02-10");
    expect(value(facts, "training.grantedAt")).toBe(day("2026-01-01"));
    expect(value(facts, "training.expiresAt")).toBe(day("2026-02-20"));
  });

  it("of opposite choices at one instant the refusal counts", () => {
    for (const order of [
      ["granted", "refused"],
      ["refused", "granted"],
    ] as const) {
      const events = [complete(), ...order.map((one) => choice("2026-01-01", one)), created("2026-01-05")];
      expect(value(factsAt(events, "2026-02-10"), "training.choice")).toBe("refused");
    }
  });

  it("the first eligible activity is the first strictly after a switch-on", () => {
    const events = [
      complete(),
      created("2026-01-01"),
      choice("2026-01-05", "granted"),
      item("2026-01-05"),
      item("2026-01-06"),
      choice("2026-01-07", "refused"),
      item("2026-01-08"),
    ];
    const facts = factsAt(events, "2026-02-10");
    expect(value(facts, "conversation.firstEligibleAt")).toBe(day("2026-01-06"));
    expect(value(facts, "training.choiceAtCreation")).toBe("none");
    expect(value(facts, "conversation.lastActivityAt")).toBe(day("2026-01-08"));
  });
});

describe("conversations", () => {
  it("one item without a time leaves the last activity unknown", () => {
    const facts = factsAt(
      [complete(), created("2026-01-01"), item("2026-01-02", { undated: true })],
      "2026-02-01",
    );
    expect(value(facts, "conversation.lastActivityAt")).toBeUndefined();
  });

  it("feedback without a time leaves its time unknown, not none", () => {
    const feedback = event(
      "feedback.given",
      "1970-01-01",
      { kind: "rating", undated: true },
      { conversation: "c" },
    );
    const facts = factsAt([complete(), created("2026-01-01"), feedback], "2026-02-01");
    expect(value(facts, "feedback.at")).toBeUndefined();
  });

  it("a flag raised again after it was withdrawn stands", () => {
    const flags = [chat("safety.flagged", "2026-01-02"), chat("safety.cleared", "2026-01-03")];
    const events = [complete(), created("2026-01-01"), ...flags];
    expect(value(factsAt(events, "2026-02-01"), "safety.clearedAt")).toBe(day("2026-01-03"));
    const again = [...events, chat("safety.flagged", "2026-01-04")];
    expect(value(factsAt(again, "2026-02-01"), "safety.clearedAt")).toBeNull();
  });

  it("a chat taken along into another account is governed by that account's plan", () => {
    const account = event("account.created", "2025-01-01", { plan: "pro", region: "EEA-DE" });
    for (const [data, plan] of [
      ["moved", "team"],
      ["kept", "pro"],
      ["left", "pro"],
    ] as const) {
      const events = [
        complete(),
        account,
        created("2026-01-01"),
        event("account.moved", "2026-01-10", { to: "team", data }),
      ];
      expect(value(factsAt(events, "2026-02-01"), "conversation.plan")).toBe(plan);
    }
    const gone = [
      complete(),
      account,
      created("2026-01-01"),
      event("account.moved", "2026-01-10", { to: "team", data: "deleted" }),
    ];
    expect(value(factsAt(gone, "2026-02-01"), "account.deletedAt")).toBe(day("2026-01-10"));
  });

  it("names the events behind each fact", () => {
    const events = [complete(), choice("2026-01-01", "granted"), created("2026-01-05")];
    const facts = factsAt(events, "2026-02-01");
    const names = facts.because.flatMap((ids) => ids ?? []);
    expect(names).toContain(events[1]?.id);
    expect(names).toContain(events[2]?.id);
  });

  it("items say where they come from", () => {
    const added = item("2026-01-06", { item: "i", source: "connector", role: "tool", signal: "train-ai=n" });
    const facts = factsAt([complete(), created("2026-01-05"), added], "2026-02-01");
    const one = deriveItem(facts, added as Extract<Event, { type: "item.added" }>);
    expect(value(one, "item.source")).toBe("connector");
    expect(value(one, "item.reserved")).toBe(true);
    expect(value(one, "item.pasted")).toBe(false);
  });
});

describe("holds", () => {
  const hold = (scope?: EventData["hold.placed"]["scope"]): Event =>
    event("hold.placed", "2026-01-10", scope === undefined ? { hold: "h" } : { hold: "h", scope }, {
      account: undefined,
    });
  const account = event("account.created", "2025-01-01", { plan: "pro", region: "EEA-DE" });

  it("cover what exists while they stand, within their scope", () => {
    const base = [complete(), account, created("2026-01-05")];
    expect(value(factsAt([...base, hold()], "2026-02-01"), "hold.placedAt")).toBe(day("2026-01-10"));
    expect(
      value(factsAt([...base, hold({ exceptRegions: ["EEA"] })], "2026-02-01"), "hold.placedAt"),
    ).toBeNull();
    expect(value(factsAt([...base, hold({ plans: ["pro"] })], "2026-02-01"), "hold.placedAt")).toBe(
      day("2026-01-10"),
    );
  });

  it("whose scope hangs on an unknown may cover", () => {
    const facts = factsAt([complete(), created("2026-01-05"), hold({ regions: ["US"] })], "2026-02-01");
    expect(value(facts, "hold.placedAt")).toBeUndefined();
  });

  it("released before a chat began never covered it", () => {
    const released = event("hold.released", "2026-01-20", { hold: "h" }, { account: undefined });
    const later = [complete(), account, hold(), released, created("2026-01-25")];
    expect(value(factsAt(later, "2026-02-01"), "hold.releasedAt")).toBeNull();
    const earlier = [complete(), account, hold(), released, created("2026-01-05")];
    expect(value(factsAt(earlier, "2026-02-01"), "hold.releasedAt")).toBe(day("2026-01-20"));
    expect(value(factsAt(earlier, "2026-02-01"), "hold.placedAt")).toBeNull();
  });
});

describe("the log", () => {
  it("counts a repeated event once, whatever the order", () => {
    const events = [complete(), choice("2026-01-01", "granted"), created("2026-01-05"), item("2026-01-06")];
    const once = factsAt(events, "2026-02-01");
    const twice = factsAt([...events].reverse().concat(events), "2026-02-01");
    expect(twice.slots).toEqual(once.slots);
  });
});

describe("a conversation that some events name without its account", () => {
  it("is refused: what these say would be missed", () => {
    const unnamed = event(
      "conversation.deleted",
      "2025-02-02",
      {},
      { conversation: "c", account: undefined },
    );
    expect(() => indexEvents([created("2025-01-01"), unnamed])).toThrow(
      "conversation `c` is of account `a` in some events and of none in others",
    );
  });
});
