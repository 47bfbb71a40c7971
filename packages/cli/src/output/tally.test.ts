import type { ClockAnswer, Decision, UseAnswer } from "@proviso/core/decision";
import { FACT_NAMES } from "@proviso/core/facts";
import { describe, expect, it } from "vitest";
import type { Decided } from "../pipeline/question.ts";
import { Tally } from "./tally.ts";

const AT = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;

function use(part: Partial<UseAnswer>): UseAnswer {
  return {
    purpose: "train-general",
    use: "deny",
    exposure: "deny",
    reason: "R",
    unknowns: [],
    ...part,
  } as UseAnswer;
}

function clock(part: Partial<ClockAnswer>): ClockAnswer {
  return { copy: "back-end", bound: "at-most", applies: "yes", elapsed: false, ...part } as ClockAnswer;
}

function decided(id: string, uses: readonly UseAnswer[], clocks: readonly ClockAnswer[] = []): Decided {
  const decision = { at: AT, uses, clocks, keep: [], policies: [] } as unknown as Decision;
  const facts = { slots: FACT_NAMES.map(() => undefined) };
  return { conversation: { id, items: [] }, decision, facts } as unknown as Decided;
}

describe("Tally", () => {
  it("counts every conversation at one end and under one reason", () => {
    const tally = new Tally();
    tally.add(decided("a", [use({ use: "permit", exposure: "permit", reason: "YES" })]));
    tally.add(decided("b", [use({ reason: "NO" })]));
    tally.add(decided("c", [use({ reason: "NO" })]));
    expect(tally.of("train-general")).toEqual({
      ends: { used: 1, "not-used": 2, "cannot-tell": 0 },
      reasons: [
        { end: "not-used", reason: "NO", conversations: 2 },
        { end: "used", reason: "YES", conversations: 1 },
      ],
    });
  });

  it("asks what bears on most, and among equals what tells most", () => {
    const tally = new Tally();
    const open = (...unknowns: string[]) => decided("a", [use({ exposure: "permit", unknowns })]);
    tally.add(open("account.deletedAt", "training.choice", "account.plan", "feedback.at"));
    tally.add(open("account.deletedAt", "training.choice", "account.plan"));
    expect(tally.unknowns("train-general").map(([fact]) => fact)).toEqual([
      "account.plan",
      "training.choice",
      "account.deletedAt",
      "feedback.at",
    ]);
  });

  it("does not count what an answer does not hang on", () => {
    const tally = new Tally();
    tally.add(decided("a", [use({ unknowns: ["feedback.at"] })]));
    expect(tally.unknowns("train-general")).toEqual([]);
  });

  it("names the copies that end first within the month", () => {
    const tally = new Tally();
    for (const days of [29, 3, 40, 7, 1, 12]) {
      tally.add(decided(`in-${days}`, [], [clock({ until: AT + days * DAY })]));
    }
    expect(tally.endingCount).toBe(5);
    expect(tally.ending.map(({ conversation }) => conversation)).toEqual(["in-1", "in-3", "in-7"]);
  });

  it.each([
    ["may not apply", clock({ until: AT + DAY, applies: "maybe" })],
    ["is a duty to keep", clock({ until: AT + DAY, bound: "at-least" })],
    ["has no date", clock({ until: undefined })],
  ])("leaves out a clock that %s", (_, one) => {
    const tally = new Tally();
    tally.add(decided("a", [], [one]));
    expect([tally.endingCount, tally.overdue]).toEqual([0, 0]);
  });

  it("counts the copies that should be gone", () => {
    const tally = new Tally();
    tally.add(decided("a", [], [clock({ until: AT - DAY, elapsed: true })]));
    expect([tally.endingCount, tally.overdue]).toEqual([0, 1]);
  });
});
