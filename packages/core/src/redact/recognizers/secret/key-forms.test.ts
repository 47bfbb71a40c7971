/** Every form of key in the tables is found whole, whatever stands around it; and nothing near it is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { find } from "../../scan/find.ts";
import { Scanner } from "../../scan/scanner.ts";
import { ALPHABETS, isAlphabet } from "./alphabet.ts";
import { keyPattern } from "./key-pattern.ts";
import { KEY_FORMS, serviceKey } from "./service-key.ts";

const scanner = new Scanner([serviceKey]);
const THRESHOLD = 0.5;

function found(text: string): readonly string[] {
  return find(scanner, text, THRESHOLD).map((one) => text.slice(one.start, one.end));
}

/** A value of the pattern, as by chance; open parts take a few more than they must. */
function anyOf(source: string): fc.Arbitrary<string> {
  const parts = [...source.matchAll(/\{(\w+):(\d+)(-?)(\d*)\}|[^{]+/g)].map(
    ([whole, name, fewest, dash, most]) => {
      if (name === undefined) return fc.constant(whole);
      if (!isAlphabet(name)) throw new Error(`no alphabet ${name}`);
      const letters = [...ALPHABETS[name]].flatMap((has, byte) =>
        has === 1 ? [String.fromCharCode(byte)] : [],
      );
      const min = Number(fewest);
      const max = dash === "" ? min : most === "" ? min + 8 : Math.min(Number(most), min + 8);
      return fc
        .noBias(fc.array(fc.constantFrom(...letters), { minLength: min, maxLength: max }))
        .map((list) => list.join(""));
    },
  );
  return fc.tuple(...parts).map((list) => list.join(""));
}

const forms = KEY_FORMS.flatMap(({ name, patterns }) => patterns.map((source) => ({ name, source })));

it("knows the keys of more than 60 services", () => {
  expect(new Set(KEY_FORMS.map(({ name }) => name.split(" ")[0])).size).toBeGreaterThan(60);
});

it.each(forms)("finds $source ($name)", ({ source }) => {
  fc.assert(
    fc.property(anyOf(source), fc.constantFrom(' "', " (", "=", "\n"), (value, before) => {
      // A padding sign or full stop at an end may belong to what stands there; a value of one letter is filler.
      fc.pre(/[A-Za-z0-9=]$/.test(value) && /^[\w/]/.test(value) && new Set(value.slice(-20)).size > 6);
      const text = `${before}${value}" and more`;
      expect(found(text).join("")).toContain(value);
    }),
    { numRuns: 20, seed: 20_261_125 },
  );
});

describe("a pattern", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["too long", `ghp_${"Ab3".repeat(20)}`, []],
    ["inside a word", `xghp_${"Zq4tXw9ueKn1yB0tPrLa7TokZq4tXw9ueKn1"}`, []],
    ["behind base64", "+EZAKZq4tXw9ueKn1yB0tPrLa7TokZq4tXw9ueKn1Zq4tXw9ueKn1yB0tPr", []],
    ["stand-in", `ghp_${"x".repeat(36)}`, []],
  ];
  it.each(cases)("is not found when it is %s", (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each(["{nothing:3}x", "{digit:3}"])("is refused: %s", (source) => {
    expect(() => keyPattern(source)).toThrow(RangeError);
  });
});
