/** One policy has one meaning: the generated closure says what the reference evaluator says. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryPolicy, arbitrarySlots, FEW_FACTS } from "../../../test/generate-policy.ts";
import { type Period, parsePeriod } from "../period.ts";
import { outcomeOf } from "../spec/decide.ts";
import { evaluate, truthOf } from "../spec/evaluate.ts";
import { compile } from "./compile.ts";

const POLICIES = 1_500;
const FACTS_PER_POLICY = 8;

const pairs = fc.tuple(
  fc.oneof(arbitraryPolicy({ facts: FEW_FACTS }), arbitraryPolicy()),
  fc.array(fc.oneof(arbitrarySlots(), arbitrarySlots({ known: true })), {
    minLength: FACTS_PER_POLICY,
    maxLength: FACTS_PER_POLICY,
  }),
);

describe("spec = closure", () => {
  it(`gives the same outcomes on ${POLICIES * FACTS_PER_POLICY} policies and facts`, () => {
    const seen = { definite: 0, open: 0 };
    fc.assert(
      fc.property(pairs, ([policy, all]) => {
        const compiled = compile(policy);
        for (const slots of all) {
          for (const item of [false, true]) {
            const table = item ? compiled.item : compiled.conversation;
            for (const purpose of policy.purposes) {
              const wanted = outcomeOf(policy, purpose, slots, item).possible.map((rule) =>
                rule === undefined ? policy.rules.length : policy.rules.indexOf(rule),
              );
              expect(table.get(purpose)?.possible(slots)).toEqual(wanted);
              const isDefinite = wanted.length === 1;
              seen[isDefinite ? "definite" : "open"] += 1;
              expect(table.get(purpose)?.first(slots)).toBe(isDefinite ? wanted[0] : -1);
            }
          }
          expect(compiled.target(slots)).toBe(truthOf(policy.target, slots));
        }
      }),
      { numRuns: POLICIES },
    );
    // The generator reaches both kinds, or the law would be empty.
    expect(Math.min(seen.definite, seen.open)).toBeGreaterThan(POLICIES);
  });

  it("gives the same clocks", () => {
    fc.assert(
      fc.property(pairs, ([policy, all]) => {
        const compiled = compile(policy);
        for (const slots of all) {
          for (const [index, clock] of policy.clocks.entries()) {
            const made = compiled.clocks[index];
            expect(made?.when(slots)).toBe(truthOf(clock.when, slots));
            const from = clock.from === undefined ? null : evaluate(clock.from, slots);
            expect(made?.from(slots)).toBe(from);
            expect(made?.period(slots)).toEqual(periodOf(clock.period && evaluate(clock.period, slots)));
          }
        }
      }),
      { numRuns: POLICIES },
    );
  });
});

function periodOf(value: unknown): Period | undefined {
  return typeof value === "string" ? parsePeriod(value) : undefined;
}
