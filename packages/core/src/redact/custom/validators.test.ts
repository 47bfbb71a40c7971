import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { VALIDATORS } from "./validators.ts";

/** Published examples: the standards' own, test card numbers, ISBN and EAN of their user manuals. */
const EXAMPLES: readonly (readonly [string, string])[] = [
  ["luhn", "4111111111111111"],
  ["luhn", "79927398713"],
  ["mod97", "3214282912345698765432161182"],
  ["iban", "GB82WEST12345698765432"],
  ["iban", "DE89370400440532013000"],
  ["mod11", "0306406152"],
  ["mod11", "080442957X"],
  ["iso7064-mod11-10", "36574261809"],
  ["iso7064-mod11-2", "0000000218250097"],
  ["iso7064-mod11-2", "000000012146438X"],
  ["iso7064-mod97-10", "3214282912345698765432161182"],
  ["ean", "4006381333931"],
  ["verhoeff", "2363"],
  ["verhoeff", "123451"],
  ["damm", "5724"],
];

test.each(EXAMPLES)("%s of %s", (name, units) => expect(VALIDATORS[name]?.(units)).toBe(true));

test("every validator has an example", () => {
  expect(Object.keys(VALIDATORS).filter((name) => !EXAMPLES.some(([one]) => one === name))).toEqual([]);
});

describe.each(EXAMPLES)("%s: %s", (name, units) => {
  test("notices any one digit that is changed", () => {
    fc.assert(
      fc.property(fc.nat(units.length - 1), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const unit = units.charAt(at);
        if (!/\d/.test(unit)) return;
        const changed = units.slice(0, at) + String((Number(unit) + by) % 10) + units.slice(at + 1);
        expect(VALIDATORS[name]?.(changed)).toBe(false);
      }),
    );
  });

  test("takes no other text", () => {
    expect(VALIDATORS[name]?.("")).toBe(false);
    expect(VALIDATORS[name]?.("7")).toBe(false);
    expect(VALIDATORS[name]?.("NO")).toBe(false);
  });
});

test("letters before a number do not count where only digits have a place", () => {
  expect(VALIDATORS["luhn"]?.("SO79927398713")).toBe(true);
  expect(VALIDATORS["mod11"]?.("ISBN080442957X")).toBe(true);
  expect(VALIDATORS["mod97"]?.("A3214282912345698765432161182")).toBe(false);
});
