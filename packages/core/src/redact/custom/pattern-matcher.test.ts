import fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, test } from "vitest";
import { textOf } from "../scan/text.ts";
import { LONGEST_MATCH, PatternMatcher } from "./pattern-matcher.ts";
import { patternNeeds } from "./pattern-needs.ts";

function matches(pattern: string, given: string, ignoreCase = false): readonly string[] {
  const text = textOf(given);
  const found: string[] = [];
  new PatternMatcher(pattern, ignoreCase).match(text, (start, end) => {
    found.push(new TextDecoder().decode(text.bytes.subarray(start, end)));
  });
  return found;
}

/** What the engine finds by itself, in each part between hard bounds. */
function plainly(source: string, given: string, ignoreCase: boolean): readonly string[] {
  const pattern = RE2JS.compile(source, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  return given.split("\0").flatMap((part) => {
    const matcher = pattern.matcher(part);
    const found: string[] = [];
    while (matcher.find()) if (matcher.group() !== "") found.push(matcher.group() ?? "");
    return found;
  });
}

describe("needs", () => {
  test.each([
    ["EMP-\\d{6}", { literal: "emp-", digits: 6, longest: 10 }],
    ["\\bEMP[- ]?\\d{3}-\\d{4}\\b", { literal: "emp", digits: 4, longest: 15 }],
    ["\\d{3}\\d{2,4}", { literal: "", digits: 5, longest: 7 }],
    ["[0-9]{2}[A-Z]", { literal: "", digits: 2, longest: 6 }],
    ["(?:REF|TKT)-\\d+", { literal: "-", digits: 1, longest: Number.POSITIVE_INFINITY }],
    ["(?:ab){2}c", { literal: "ab", digits: 0, longest: 5 }],
    ["a?bcd", { literal: "bcd", digits: 0, longest: 4 }],
    ["abc*", { literal: "ab", digits: 0, longest: Number.POSITIVE_INFINITY }],
    ["ab|ab", { literal: "ab", digits: 0, longest: 2 }],
    ["ab|cd", { literal: "", digits: 0, longest: 2 }],
    ["x{3}y", { literal: "xxxy", digits: 0, longest: 4 }],
    ["é1", { literal: "1", digits: 1, longest: 5 }],
    ["\\x{1F600}a", { literal: "a", digits: 0, longest: 5 }],
  ])("%s", (source, needs) => expect(patternNeeds(source, false)).toEqual(needs));

  test("letters that fold to others outside ASCII are not looked for where case does not count", () => {
    expect(patternNeeds("task-7", true).literal).toBe("ta");
    expect(matches("task-7", "TAS\u212a-7 ta\u017fk-7", true)).toEqual(["TAS\u212a-7", "ta\u017fk-7"]);
  });
});

const atom = fc.constantFrom(
  "a",
  "b",
  "1",
  "\\d",
  "[0-9]",
  "[ab]",
  "[^a]",
  ".",
  "-",
  "\\b",
  "\\.",
  "é",
  "\\w",
  "k",
);
const quantified = fc
  .tuple(atom, fc.constantFrom("", "", "", "?", "*", "+", "{2}", "{1,3}", "+?", "{2,}"))
  .map(([one, times]) => (one === "\\b" ? one : `${one}${times}`));
const sequence = fc.array(quantified, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(""));
const regex = fc
  .tuple(sequence, sequence, sequence, fc.constantFrom("", "?", "+", "{2}"))
  .chain(([one, two, three, times]) =>
    fc.constantFrom(one, `${one}|${two}`, `${one}(?:${two}|${three})${times}`, `(${one})${times}${two}`),
  )
  .filter((text) => {
    try {
      return !RE2JS.compile(text).testExact("");
    } catch {
      return false;
    }
  });
const value = fc.string({ unit: fc.constantFrom(..."aabb1122-.. ékK\0\n\u212a"), maxLength: 60 });

test("looking only where a match could be finds what the engine finds everywhere", () => {
  fc.assert(
    fc.property(regex, value, fc.boolean(), (pattern, text, ignoreCase) => {
      expect(matches(pattern, text, ignoreCase)).toEqual(plainly(pattern, text, ignoreCase));
    }),
    { numRuns: 3000 },
  );
});

test("also in long texts, where it looks in pieces", () => {
  const filler = fc.constantFrom(..."ab1- é");
  const long = fc
    .array(fc.tuple(filler, fc.nat(3000)), { minLength: 3, maxLength: 8 })
    .map((runs) => runs.map(([char, times]) => char.repeat(times)).join("ab12-"));
  const bounded = fc.constantFrom("ab12", "b\\d{2}-", "[^a]{4}", "a{3}b", "\\b1{1,9}\\b", ".é{2}", "\\d{5}");
  fc.assert(
    fc.property(bounded, long, (pattern, text) => {
      expect(matches(pattern, text)).toEqual(plainly(pattern, text, false));
    }),
    { numRuns: 60 },
  );
});

test("no match is longer than the limit, and none crosses a hard bound", () => {
  const text = `x${"a".repeat(5000)}y`;
  for (const found of matches("xa+y|a+", text)) expect(found.length).toBeLessThanOrEqual(6000);
  expect(matches("xa{900}y", `x${"a".repeat(900)}y`)[0]).toHaveLength(902);
  expect(LONGEST_MATCH).toBe(1024);
  expect(matches("ab", "a\0b")).toEqual([]);
});

test("how far the engine reads grows with the text, not with its square", () => {
  // Before it fails, this pattern reads on to the end of what it is given, from wherever it begins.
  const read = (size: number): number => {
    let bytes = 0;
    const original = RE2JS.prototype.matcher;
    RE2JS.prototype.matcher = function (this: RE2JS, input) {
      bytes += (input as Uint8Array).length;
      return original.call(this, input);
    };
    try {
      new PatternMatcher("[^z]+[yz]", false).match(textOf("a".repeat(size)), () => undefined);
    } finally {
      RE2JS.prototype.matcher = original;
    }
    return bytes;
  };
  expect(read(64_000) / read(16_000)).toBeLessThan(4.5);
});
