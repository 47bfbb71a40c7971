/** Random sets of policies, and facts as a table holds them, for laws that every engine must keep. */
import fc from "fast-check";
import type { HoldScope } from "../src/events/event.ts";
import type { Facts, HoldRecord } from "../src/facts/facts.ts";
import { FACT_INDEX } from "../src/facts/vocabulary.ts";
import type { Policy, PolicySet } from "../src/policy/policy.ts";
import { arbitrarySlots, INSTANTS } from "./generate-expr.ts";
import { arbitraryPolicy, FEW_FACTS } from "./generate-policy.ts";

/** One or two chains of up to three versions. */
export function arbitrarySet(): fc.Arbitrary<PolicySet> {
  const policy = fc.oneof(arbitraryPolicy({ facts: FEW_FACTS }), arbitraryPolicy());
  return fc
    .array(fc.array(policy, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 })
    .map((chains) => ({
      product: "vendor/product",
      chains: chains.map((chain, number) =>
        chain.map(
          (one, index): Policy => ({
            ...one,
            id: `vendor/policy-${number + 1}`,
            version: `${index + 1}'s "v" \\ ;--`,
            product: "vendor/product",
            supersedes: index === 0 ? undefined : `${index}`,
          }),
        ),
      ),
    }));
}

const instant = fc.constantFrom(...INSTANTS);

const scope = fc.constantFrom<HoldScope | undefined>(
  undefined,
  {},
  { plans: ["free"], exceptRegions: ["EEA"] },
  { conversations: ["c'1"], regions: ["EEA", "other"] },
);

const hold: fc.Arbitrary<HoldRecord> = fc.record({
  hold: fc.constantFrom("hold-1", "hold-2", "another"),
  placedAt: instant,
  releasedAt: fc.option(instant),
  scope,
  events: fc.constant([]),
});

/** Facts of a conversation, or of an item, whose instant asked for is the fact `query.at`. */
export function arbitraryFacts(item: boolean): fc.Arbitrary<Facts> {
  return fc
    .record({
      slots: arbitrarySlots(),
      at: instant,
      known: fc.option(instant),
      exists: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
      acknowledged: fc.option(instant),
      complete: fc.boolean(),
      holds: fc.array(hold, { maxLength: 2 }),
      holdsComplete: fc.boolean(),
      runs: fc.subarray(["run 1", "run'2"]),
    })
    .map((made): Facts => {
      const slots = made.slots.slice();
      slots[FACT_INDEX["query.at"]] = made.at;
      const documents = made.acknowledged === null ? [] : [["consumer-terms", made.acknowledged] as const];
      return {
        account: "a;'1",
        conversation: "c'1",
        item: item ? "i\\1" : undefined,
        at: made.at,
        known: made.known ?? Number.POSITIVE_INFINITY,
        exists: made.exists,
        slots,
        because: [],
        acknowledged: { at: new Map(documents), complete: made.complete },
        holds: made.holds,
        holdsComplete: made.holdsComplete,
        runs: made.runs,
      };
    });
}
