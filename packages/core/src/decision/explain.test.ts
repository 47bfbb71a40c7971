/** The explanation agrees with the decision, and says why each earlier rule was passed over. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryPolicy, arbitrarySlots, FEW_FACTS } from "../../test/generate-policy.ts";
import type { Facts } from "../facts/facts.ts";
import { FACT_INDEX } from "../facts/vocabulary.ts";
import { parsePolicy } from "../policy/parse.ts";
import { assemble } from "../policy/set.ts";
import { explain } from "./explain.ts";
import { prepare } from "./prepare.ts";

function factsWith(slots: Facts["slots"]): Facts {
  return {
    account: "a",
    conversation: "c",
    item: undefined,
    at: Date.UTC(2026, 0, 1),
    known: Number.POSITIVE_INFINITY,
    exists: true,
    slots,
    because: [],
    acknowledged: { at: new Map(), complete: true },
    holds: [],
    holdsComplete: true,
    runs: [],
  };
}

describe("explain", () => {
  it("decides by the rule it names, and never by a passed one", () => {
    fc.assert(
      fc.property(arbitraryPolicy({ facts: FEW_FACTS }), arbitrarySlots(), (policy, slots) => {
        const always = { acknowledged: undefined, signedUpSince: undefined, fixed: [] };
        const one = { ...policy, supersedes: undefined, effective: always, holds: [] };
        const { decision, rules } = explain(prepare(assemble([one])), factsWith(slots));
        for (const use of decision.uses) {
          const traces = rules[use.purpose] ?? [];
          const decided = traces.filter((trace) => trace.outcome === "decided");
          expect(decided.length).toBeLessThanOrEqual(1);
          if (decided[0] !== undefined) {
            expect(use.rule).toBe(decided[0].rule);
            expect(use.reason).toBe(decided[0].reason);
            expect([use.use, use.exposure]).toEqual([decided[0].effect, decided[0].effect]);
          }
          for (const trace of traces) {
            if (trace.outcome === "passed") expect(trace.value).toBe("false");
            if (trace.outcome === "possible") expect(trace.value).not.toBe("false");
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("names the smallest parts that settle a condition", () => {
    const { policy } = parsePolicy(
      `
policy: v/p
version: "1"
title: t
product: v/p
documents: { d: { title: t, version: x, authority: primary } }
purposes: [train-general]
define:
  incognito: conversation.mode == "incognito" || conversation.mode == "temporary"
rules:
  - { id: first, deny: [train-general], when: "incognito && training.choice == \\"none\\"", cite: [d] }
  - { id: second, permit: [train-general], when: training.choice == "granted", cite: [d] }
`,
      "t.yaml",
    );
    const slots = new Array(Object.keys(FACT_INDEX).length).fill(undefined);
    slots[FACT_INDEX["conversation.mode"]] = "ordinary";
    const { rules, decision, facts } = explain(prepare(assemble([policy])), factsWith(slots));
    expect(rules["train-general"]).toMatchObject([
      {
        rule: "first",
        outcome: "passed",
        value: "false",
        grounds: [
          { text: 'conversation.mode == "incognito"', value: "false" },
          { text: 'conversation.mode == "temporary"', value: "false" },
        ],
      },
      {
        rule: "second",
        outcome: "possible",
        value: "unknown",
        grounds: [{ text: 'training.choice == "granted"', value: "unknown", facts: ["training.choice"] }],
      },
    ]);
    expect(decision.uses).toMatchObject([
      { use: "deny", exposure: "permit", reason: "UNKNOWN_FACTS", unknowns: ["training.choice"] },
    ]);
    expect(facts.find((fact) => fact.name === "training.choice")?.ask).toBe(
      "is the training setting on or off?",
    );
  });
});
