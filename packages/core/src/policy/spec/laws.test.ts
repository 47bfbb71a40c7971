/** Laws of the three-valued semantics, for every policy. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryPolicy, arbitrarySlots, FEW_FACTS } from "../../../test/generate-policy.ts";
import type { Slot } from "../../facts/facts.ts";
import type { Policy } from "../policy.ts";
import { outcomeOf } from "./decide.ts";

function ends(given: Policy, slots: readonly Slot[], item: boolean): { use: boolean; exposure: boolean }[] {
  return given.purposes.map((purpose) => {
    const effects = outcomeOf(given, purpose, slots, item).possible.map((rule) => rule?.effect === "permit");
    return { use: effects.every(Boolean), exposure: effects.some(Boolean) };
  });
}

const policy = arbitraryPolicy({ facts: FEW_FACTS });

describe("use and exposure", () => {
  it("use implies exposure", () => {
    fc.assert(
      fc.property(policy, arbitrarySlots(), fc.boolean(), (one, slots, item) => {
        for (const { use, exposure } of ends(one, slots, item)) expect(!use || exposure).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it("forgetting a fact never turns deny into permit, nor learning one permit into deny", () => {
    let changed = 0;
    fc.assert(
      fc.property(
        policy,
        arbitrarySlots({ known: true }),
        fc.integer({ min: 0 }),
        fc.boolean(),
        (one, slots, mask, item) => {
          const fewer = slots.map((slot, index) => (((mask >> (index % 31)) & 1) === 1 ? undefined : slot));
          const known = ends(one, slots, item);
          for (const [index, forgot] of ends(one, fewer, item).entries()) {
            const knew = known[index];
            if (knew?.use !== forgot.use || knew.exposure !== forgot.exposure) changed += 1;
            expect(forgot.use && !knew?.use).toBe(false);
            expect(!forgot.exposure && knew?.exposure).toBe(false);
          }
        },
      ),
      { numRuns: 3_000 },
    );
    expect(changed).toBeGreaterThan(50);
  });

  it("with every fact known and no ordering of a none, both ends agree", () => {
    fc.assert(
      fc.property(policy, arbitrarySlots({ known: true }), (one, slots) => {
        const full = slots.map((slot) => (slot === null ? Date.UTC(2026, 0, 1) : slot));
        for (const purpose of one.purposes) {
          const { possible } = outcomeOf(one, purpose, full, false);
          expect(possible.length).toBe(1);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
