/** Law: what holds a conversation does not hang on the order in which holds are listed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HoldRecord, Slot } from "./facts.ts";
import { holdFacts } from "./hold.ts";
import { FACT_NAMES } from "./vocabulary.ts";

const record: fc.Arbitrary<HoldRecord> = fc.record({
  hold: fc.constant("h"),
  placedAt: fc.nat(5),
  releasedAt: fc.option(fc.nat(5)),
  // No plan is known: such a scope may cover the conversation.
  scope: fc.constantFrom(undefined, { plans: ["free"] }),
  events: fc.constant([]),
});

const nothingKnown = new Array<Slot>(FACT_NAMES.length).fill(undefined);

function held(holds: readonly HoldRecord[], holdsComplete: boolean): readonly Slot[] {
  const facts = holdFacts({ conversation: "c", holds, holdsComplete }, nothingKnown, ({ scope }) => scope);
  return [facts.placedAt, facts.releasedAt];
}

describe("holdFacts", () => {
  it("is the same for any order of holds", () => {
    const holds = fc.array(record, { maxLength: 4 });
    const two = holds.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(two, fc.boolean(), ([one, other], complete) => {
        expect(held(other, complete)).toEqual(held(one, complete));
      }),
    );
  });
});
