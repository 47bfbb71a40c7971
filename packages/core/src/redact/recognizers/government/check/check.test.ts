import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDay, isMonthDay } from "./calendar.ts";
import { icaoCheck } from "./icao.ts";
import { mod11And10 } from "./iso-7064.ts";
import { less } from "./less.ts";
import { luhn, luhnSum } from "./luhn.ts";
import { verhoeff } from "./verhoeff.ts";

const digit = fc.integer({ min: 0, max: 9 });
const body = fc.array(digit, { minLength: 5, maxLength: 20 });
/** The digits with the one check digit that fits. */
function completed(digits: readonly number[], fits: (all: readonly number[]) => boolean): number[] {
  const found = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((last) => [...digits, last]).filter(fits);
  expect(found).toHaveLength(1);
  return found[0] ?? [];
}

const CHECKS: readonly (readonly [string, (all: readonly number[]) => boolean])[] = [
  ["luhn", (all) => luhn(all, 0, all.length)],
  ["verhoeff", (all) => verhoeff(all, 0, all.length)],
  ["mod11And10", (all) => mod11And10(all, 0, all.length)],
];

describe.each(CHECKS)("%s", (_name, fits) => {
  it("has one check digit for any digits, and no other digit may change", () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.integer({ min: 1, max: 9 }), (digits, place, by) => {
        const all = completed(digits, fits);
        const at = place % all.length;
        const changed = all.with(at, ((all[at] ?? 0) + by) % 10);
        expect(fits(changed)).toBe(false);
      }),
    );
  });
});

it("verhoeff notices two neighbours that changed places", () => {
  fc.assert(
    fc.property(body, fc.nat(), (digits, place) => {
      const all = completed(digits, (tried) => verhoeff(tried, 0, tried.length));
      const at = place % (all.length - 1);
      const [one = 0, other = 0] = [all[at], all[at + 1]];
      fc.pre(one !== other);
      expect(verhoeff(all.with(at, other).with(at + 1, one), 0, all.length)).toBe(false);
    }),
  );
});

it.each([
  ["luhn", luhn([7, 9, 9, 2, 7, 3, 9, 8, 7, 1, 3], 0, 11), true],
  ["luhn from within", luhn([5, 7, 9, 9, 2, 7, 3, 9, 8, 7, 1, 3, 5], 1, 11), true],
  ["verhoeff", verhoeff([2, 3, 6, 3], 0, 4), true],
  ["verhoeff, wrong", verhoeff([2, 3, 6, 4], 0, 4), false],
])("%s of the example in print", (_name, got, wanted) => {
  expect(got).toBe(wanted);
});

it("the sum of Luhn counts the cross sums of what is doubled", () => {
  expect(luhnSum([8, 7], 0, 2)).toBe(7 + 7);
});

it.each([
  ["520727", 3],
  ["AB2134<<<", 5],
])("icaoCheck of %s, an example of Doc 9303, is %i", (value, wanted) => {
  expect(icaoCheck(value)).toBe(wanted);
});

it.each([
  [2000, 2, 29, true],
  [1900, 2, 29, false],
  [2024, 2, 29, true],
  [2023, 2, 29, false],
  [2023, 4, 31, false],
  [2023, 0, 1, false],
  [2023, 13, 1, false],
])("isDay(%i, %i, %i) is %s", (year, month, day, wanted) => {
  expect(isDay(year, month, day)).toBe(wanted);
});

it("a month without a year may have all the days it ever has", () => {
  expect(isMonthDay(2, 29)).toBe(true);
  expect(isMonthDay(2, 30)).toBe(false);
});

it.each([
  [12, [20, 50, 70], 12],
  [62, [20, 50, 70], 12],
  [71, [20, 50, 70], 1],
  [20, [20], 20],
])("less(%i, %j) is %i", (value, offsets, wanted) => {
  expect(less(value, ...offsets)).toBe(wanted);
});
