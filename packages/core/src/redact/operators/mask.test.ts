import fc from "fast-check";
import { expect, test } from "vitest";
import { mask } from "./mask.ts";

const options = (char: string, keepFirst: number, keepLast: number) =>
  ({ operator: "mask", char, keepFirst, keepLast }) as const;

test.each([
  ["4111 1111 1111 1111", options("*", 0, 4), "**** **** **** 1111"],
  ["jo@example.org", options("*", 1, 0), "j*@*******.***"],
  ["+44 20 7946 0018", options("#", 0, 2), "+## ## #### ##18"],
  ["Zoë 👩‍👩‍👧", options("x", 0, 0), "xxx 👩‍👩‍👧"],
  // Kept characters would be half of it or more: all are covered.
  ["1234", options("*", 0, 4), "****"],
  ["12345", options("*", 2, 2), "*****"],
  ["", options("*", 1, 1), ""],
])("%s", (value, how, expected) => expect(mask(value, how)).toBe(expected));

test("what is masked stays as it is, and at least half of it is covered", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom("*", "#", "x", "•"),
      fc.nat(6),
      fc.nat(6),
      (value, char, first, last) => {
        const how = options(char, first, last);
        const once = mask(value, how);
        expect(mask(once, how)).toBe(once);
        if (value.includes(char)) return;
        const units = value.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
        const left = once.replaceAll(char, "").match(/[\p{L}\p{N}]/gu)?.length ?? 0;
        expect(left * 2).toBeLessThanOrEqual(units);
      },
    ),
  );
});
