import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partialJson } from "./partial-json.ts";

const small = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string({ maxLength: 20 }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), tie("value"), { maxKeys: 4 }),
  ),
})).value;

describe("partialJson", () => {
  it.each<[string, unknown, boolean]>([
    ['{"a":1,"b":[true,"x"]}', { a: 1, b: [true, "x"] }, true],
    ['{"a":1,"b":"cut o', { a: 1, b: undefined }, false],
    ['{"a":{"b":[{"c":1', { a: { b: [{ c: 1 }] } }, false],
    ['{"a":1,"b', { a: 1 }, false],
    ['{"a":1 "b":2}', { a: 1 }, false],
    ['{"__proto__":{"x":1}}', Object.fromEntries([["__proto__", { x: 1 }]]), true],
    ['["a","b\n"]', ["a"], false],
    ["nonsense", undefined, false],
    ["", undefined, false],
  ])("sees in %s what is there", (text, value, whole) => {
    expect(partialJson(text)).toMatchObject({ value, whole });
  });

  it("agrees with JSON.parse on small values, and takes any cut of them", () => {
    fc.assert(
      fc.property(small, fc.nat(), (value, cut) => {
        const text = JSON.stringify(value);
        expect(partialJson(text)).toEqual({ value: JSON.parse(text), end: text.length, whole: true });
        expect(() => partialJson(text.slice(0, cut % (text.length + 1)))).not.toThrow();
      }),
    );
  });

  it("ends before the stack does, and keeps little of much", () => {
    expect(partialJson("[".repeat(1_000_000)).whole).toBe(false);
    const much = JSON.stringify({ s: "x".repeat(100_000), l: Array(10_000).fill(1) });
    expect(JSON.stringify(partialJson(much).value).length).toBeLessThan(1000);
  });
});
