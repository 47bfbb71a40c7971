/** Decisions that are logged, made again, and tampered with. */
import { describe, expect, it } from "vitest";
import { decide, prepare, printDecision } from "../decision/index.ts";
import { type Event, parseEvent } from "../events/index.ts";
import { derive, foldAccount, indexEvents } from "../facts/index.ts";
import { assemble, parsePolicy } from "../policy/index.ts";
import { LOGGED_DECISION, type LoggedDecision, Replayer } from "./index.ts";

const policyOf = (reason: string): string => `
policy: tour/chats
version: 2026-01-01
title: A tour
product: tour/chats
documents:
  promise: { title: What we told our customers, version: 2026-01-01, authority: primary }
purposes: [train-general]
rules:
  - id: consent
    permit: [train-general]
    when: training.choice == "granted"
    reason: ${reason}
    cite: [promise#Consent]
clocks:
  - { copy: history, atMost: 1y, from: conversation.lastActivityAt, cite: [promise#Keeping] }
`;

const event = (type: string, time: string, data: object, recorded = time): Event => {
  const subject =
    type === "choice.made" || type === "log-complete" ? "accounts/a" : "accounts/a/conversations/c";
  const id = `${type} ${time}`;
  const raw = {
    specversion: "1.0",
    id,
    source: "urn:t",
    type: `proviso.${type}`,
    subject,
    time,
    recorded,
    data,
  };
  const parsed = parseEvent(raw, {});
  if ("foreign" in parsed) throw new Error("foreign");
  return parsed;
};

const EVENTS: readonly Event[] = [
  event("log-complete", "2026-01-01T00:00:00Z", { kinds: ["*"] }),
  event("conversation.created", "2026-01-05T09:00:00Z", {}),
  event("item.added", "2026-01-05T09:01:00Z", { item: "i", role: "user", source: "user" }),
  event("choice.made", "2026-01-02T00:00:00Z", { purpose: "train-general", choice: "granted" }),
  event(
    "choice.made",
    "2026-02-01T00:00:00Z",
    { purpose: "train-general", choice: "refused" },
    "2026-03-01T00:00:00Z",
  ),
];

const preparedOf = (reason: string) => prepare(assemble([parsePolicy(policyOf(reason), "p.yaml").policy]));
const prepared = preparedOf("CONSENT_GIVEN");

function logged(at: string, known: string | null): LoggedDecision {
  const log = indexEvents(EVENTS);
  const account = log.accounts.get("a");
  if (account === undefined) throw new Error("no account");
  const until = known === null ? Number.POSITIVE_INFINITY : Date.parse(known);
  const facts = derive(foldAccount(log, account, Date.parse(at), until), "c", account.conversations.get("c"));
  const about = { product: "tour/chats", account: "a", conversation: "c", item: null };
  return LOGGED_DECISION.parse({ ...about, ...printDecision(decide(prepared, facts)) });
}

function replay(decision: LoggedDecision, events: readonly Event[] = EVENTS, at = prepared) {
  return new Replayer(
    events.map((one, leaf) => ({ event: one, leaf })),
    {
      preparedFor: (name) => (name === "tour/chats" ? at : undefined),
    },
  ).replay(decision, events.length);
}

describe("a logged decision", () => {
  it.each([
    ["2026-01-10T00:00:00Z", null, "permit"],
    ["2026-02-10T00:00:00Z", "2026-02-10T00:00:00Z", "permit"],
    ["2026-02-10T00:00:00Z", null, "deny"],
  ])("comes out the same for %s as known at %s", (at, known, use) => {
    const decision = logged(at, known);
    expect(decision.uses[0]).toMatchObject({ use });
    expect(replay(decision)).toMatchObject({ hindrance: undefined, differences: [] });
  });

  it("is told from what the events say, field by field", () => {
    const decision = logged("2026-01-10T00:00:00Z", null);
    const uses = decision.uses.map((one) => ({ ...one, use: "deny" }));
    expect(replay({ ...decision, uses }).differences).toEqual([
      { field: "uses[train-general].use", logged: "deny", replayed: "permit" },
    ]);
    const late = decision.clocks.map((one) => ({ ...one, until: "2031-01-01T00:00:00Z" }));
    expect(replay({ ...decision, clocks: late }).differences.map(({ field }) => field)).toEqual([
      "clocks[history history].until",
    ]);
    expect(replay({ ...decision, runs: ["r"] }).differences.map(({ field }) => field)).toEqual(["runs"]);
    expect(replay({ ...decision, clocks: [] }).differences.map(({ field }) => field)).toEqual([
      "clocks[history history]",
    ]);
  });

  it("comes out otherwise where an event is missing", () => {
    const decision = logged("2026-01-10T00:00:00Z", null);
    const fewer = EVENTS.filter(({ type }) => type !== "choice.made");
    expect(replay(decision, fewer).differences.map(({ field }) => field)).toContain(
      "uses[train-general].use",
    );
  });

  it("is not made again under other policies", () => {
    const decision = logged("2026-01-10T00:00:00Z", null);
    expect(replay(decision, EVENTS, preparedOf("OTHER_REASON"))).toMatchObject({
      hindrance: "policy-changed",
      missing: [expect.stringMatching(/^tour\/chats@2026-01-01 sha256:/)],
    });
    expect(replay({ ...decision, product: "other" })).toMatchObject({ hindrance: "product-unknown" });
    const policies = decision.policies.map((one) => ({ ...one, version: "2020-01-01" }));
    expect(replay({ ...decision, policies })).toMatchObject({ hindrance: "policy-missing" });
  });

  it("rests on its own sources alone", () => {
    const other = EVENTS.map((one) => ({ ...one, source: "urn:other", id: `other ${one.id}` }));
    const decision = { ...logged("2026-01-10T00:00:00Z", null), sources: ["urn:t"] };
    const without = EVENTS.filter(({ type }) => type !== "choice.made");
    expect(replay(decision, [...EVENTS, ...other]).differences).toEqual([]);
    expect(replay(decision, [...without, ...other]).differences).not.toEqual([]);
  });

  it("has nothing that was not asked, nothing twice, and nothing left out", () => {
    const decision = logged("2026-01-10T00:00:00Z", null);
    const [use] = decision.uses;
    if (use === undefined) throw new Error("no use");
    const fields = (one: LoggedDecision): readonly string[] =>
      replay(one).differences.map(({ field }) => field);
    expect(fields({ ...decision, uses: [{ ...use, use: "deny" }, use] })).toContain("uses[train-general]");
    expect(fields({ ...decision, verdict: "permit" })).toEqual(["verdict"]);
    expect(
      fields({ ...decision, asked: null, uses: decision.uses.map((one) => ({ ...one, purpose: "sale" })) }),
    ).toEqual(["uses[sale]", "uses[train-general]"]);
    expect(LOGGED_DECISION.safeParse({ ...decision, uses: [] }).success).toBe(false);
    expect(LOGGED_DECISION.safeParse({ ...decision, uses: [{ purpose: "train-general" }] }).success).toBe(
      false,
    );
  });

  it("rests on nothing that was logged after it", () => {
    const decision = logged("2026-01-10T00:00:00Z", null);
    const grant = EVENTS.findIndex(({ type }) => type === "choice.made");
    const order = [...EVENTS.filter((_, at) => at !== grant), EVENTS[grant] as Event];
    const replayer = new Replayer(
      order.map((one, leaf) => ({ event: one, leaf })),
      { preparedFor: () => prepared },
    );
    expect(replayer.replay(decision, order.length).differences).toEqual([]);
    expect(replayer.replay(decision, order.length - 1).differences).not.toEqual([]);
  });

  it("may be in the short form", () => {
    const decision = logged("2026-01-10T00:00:00Z", null);
    const uses = decision.uses.map(({ purpose, use, exposure, reason }) => ({
      purpose,
      use,
      exposure,
      reason,
      policy: "tour/chats@2026-01-01",
      cite: ["promise#Consent"],
    }));
    expect(replay({ ...decision, uses }).differences).toEqual([]);
  });
});
