import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ExportTally } from "./tally.ts";

type Step = (tally: ExportTally) => void;
const reason = fc.constantFrom("A", "B", "__proto__");
const times = fc.integer({ min: 0, max: 9 });
const step: fc.Arbitrary<Step> = fc.oneof(
  times.map(
    (items): Step =>
      (tally) =>
        tally.read(items, ["p 1 sha256:0"]),
  ),
  fc.tuple(reason, times).map(
    ([one, items]): Step =>
      (tally) =>
        tally.withhold({ end: "not-used", reason: one }, items),
  ),
  fc.tuple(times, reason).map(
    ([items, one]): Step =>
      (tally) =>
        tally.include(items, [one]),
  ),
  fc.tuple(reason, times).map(
    ([one, items]): Step =>
      (tally) =>
        tally.count("left", new Map([[one, items]])),
  ),
);

function tallyOf(steps: readonly Step[]): ExportTally {
  const tally = new ExportTally();
  for (const one of steps) one(tally);
  return tally;
}

describe("tallies", () => {
  it("of parts add up to the tally of the whole, in whatever order", () => {
    fc.assert(
      fc.property(fc.array(step), fc.array(step), (first, second) => {
        const sum = tallyOf(second);
        sum.add(tallyOf(first));
        expect(JSON.stringify(sum)).toBe(JSON.stringify(tallyOf([...first, ...second])));
      }),
    );
  });

  it("come back from JSON as they were", () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const text = JSON.stringify(tallyOf(steps));
        expect(JSON.stringify(ExportTally.of(JSON.parse(text)))).toBe(text);
      }),
    );
  });
});
