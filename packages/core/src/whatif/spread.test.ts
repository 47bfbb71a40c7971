import fc from "fast-check";
import { expect, it } from "vitest";
import { SpreadOf } from "./spread.ts";

it("has the quartiles of all numbers, in whatever order they came", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 }), (numbers) => {
      const spread = new SpreadOf();
      for (const number of numbers) spread.add(number);
      const sorted = [...numbers].sort((a, b) => a - b);
      const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
      expect(spread.result()).toEqual({
        count: numbers.length,
        least: sorted[0],
        lowerQuartile: rank(0.25),
        median: rank(0.5),
        upperQuartile: rank(0.75),
        greatest: sorted.at(-1),
      });
    }),
  );
});

it("is nothing for no numbers", () => {
  expect(new SpreadOf().result()).toBeUndefined();
});
