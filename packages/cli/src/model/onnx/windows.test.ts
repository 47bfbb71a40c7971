import fc from "fast-check";
import { expect, it } from "vitest";
import { windowsOf } from "./windows.ts";

it("overlaps, and judges each word where it has more around it", () => {
  expect(windowsOf([1, 1, 1, 1, 1, 1, 1, 1, 1], 6, 2)).toEqual([
    { from: 0, to: 6, first: 0, last: 5 },
    { from: 4, to: 9, first: 5, last: 9 },
  ]);
  expect(windowsOf([1, 1], 6, 2)).toEqual([{ from: 0, to: 2, first: 0, last: 2 }]);
  expect(windowsOf([], 6, 2)).toEqual([]);
});

it("every word is judged once, in a window that holds it and is not too large", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 200 });
  fc.assert(
    fc.property(
      sizes,
      fc.integer({ min: 8, max: 40 }),
      fc.integer({ min: 0, max: 8 }),
      (given, most, overlap) => {
        let judged = 0;
        for (const { from, to, first, last } of windowsOf(given, most, overlap)) {
          expect(first).toBe(judged);
          expect(last).toBeGreaterThan(first);
          expect([from <= first, last <= to]).toEqual([true, true]);
          expect(given.slice(from, to).reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(most);
          judged = last;
        }
        expect(judged).toBe(given.length);
      },
    ),
  );
});
