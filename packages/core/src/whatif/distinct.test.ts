import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DistinctCount } from "./distinct.ts";

describe("DistinctCount", () => {
  it("is exact for names that may come again", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 4 }), { maxLength: 300 }), (names) => {
        const count = new DistinctCount();
        for (const name of [...names, ...names]) count.add(name);
        expect(count.result()).toEqual({ count: new Set(names).size, exact: true });
      }),
    );
  });

  it("is exact for sixty thousand names that are alike, and near for three hundred thousand", () => {
    const count = new DistinctCount();
    for (let number = 0; number < 60_000; number += 1) count.add(`account-${number}`);
    expect(count.result()).toEqual({ count: 60_000, exact: true });
    for (let number = 0; number < 300_000; number += 1) count.add(`account-${number}`);
    const { count: estimate, exact } = count.result();
    expect(exact).toBe(false);
    // Five standard errors.
    expect(Math.abs(estimate - 300_000) / 300_000).toBeLessThan(5 / Math.sqrt(32_768));
  });
});
