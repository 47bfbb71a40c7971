import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textOf } from "../scan/text.ts";
import { PhraseMatcher } from "./phrase-matcher.ts";

function found(phrases: readonly string[], value: string, ignoreCase = false): readonly string[] {
  const text = textOf(value);
  const all: string[] = [];
  const matcher = new PhraseMatcher(
    phrases.map((phrase) => ({ text: phrase, data: phrase })),
    ignoreCase,
  );
  matcher.match(text, (start, end, data) => {
    all.push(`${data}=${new TextDecoder().decode(text.bytes.subarray(start, end))}`);
  });
  return all;
}

describe("whole words", () => {
  test.each([
    [["Bluebird"], "Bluebird, (Bluebird) Bluebirds xBluebird Bluebird's", 3],
    [["Project Bluebird"], "Project Bluebird; Project\n\tBluebird; Project-Bluebird; ProjectBluebird", 2],
    [["Project X", "Project Y", "Project"], "Project X and Project Z", 3],
    [["a b c d e f g h i j"], "a b c d e f g h i j, a b c d e f g h i k", 1],
    [["C++"], "C++ C+ C+++", 2],
    [["#launch"], "#launch launch", 1],
    [["+++"], "a +++ b", 1],
    [["Zoë Müller"], "Zoë Müller zoë müller", 1],
    [["a\0b"], "a b", 0],
    [["Bluebird"], "Blue\0bird", 0],
  ])("%j in %j", (phrases, text, count) => expect(found(phrases, text)).toHaveLength(count));

  test("in any case, also outside ASCII", () => {
    expect(found(["Zoë Müller"], "ZOË MÜLLER, zoë  müller", true)).toEqual([
      "Zoë Müller=ZOË MÜLLER",
      "Zoë Müller=zoë  müller",
    ]);
    expect(found(["ИВАН"], "Иван иванов", true)).toEqual(["ИВАН=Иван"]);
  });

  test("scripts without spaces: anywhere", () => {
    expect(found(["王伟"], "我叫王伟。王小伟")).toEqual(["王伟=王伟"]);
  });
});

test("finds what a plain search for words finds", () => {
  const words = fc.constantFrom("a", "b", "ab", "ba", "é", "A");
  const phrase = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(" "));
  const text = fc
    .array(fc.tuple(words, fc.constantFrom(" ", "  ", "\n", ", ", "-", "")), { maxLength: 30 })
    .map((parts) => parts.flat().join(""));
  fc.assert(
    fc.property(
      fc.uniqueArray(phrase, { minLength: 1, maxLength: 6 }),
      text,
      fc.boolean(),
      (phrases, value, ignoreCase) => {
        const expected = phrases.flatMap((one) => {
          const form = one.replaceAll(" ", "\\s+");
          const flags = ignoreCase ? "giu" : "gu";
          // Overlapping ones too: only the beginning is consumed.
          const search = new RegExp(`(?<![\\p{L}\\p{N}])(?=(${form})(?![\\p{L}\\p{N}]))`, flags);
          return [...value.matchAll(search)].map((match) => `${one}=${match[1]}`);
        });
        expect([...found(phrases, value, ignoreCase)].sort()).toEqual(expected.sort());
      },
    ),
    { numRuns: 1000 },
  );
});

test("a long list with one first word is not gone through at each of its places", () => {
  const phrases = Array.from({ length: 20_000 }, (_, index) => ({
    text: `Project Number ${index}`,
    data: index,
  }));
  const matcher = new PhraseMatcher(phrases, false);
  const text = textOf("Project Number 7 ".repeat(500));
  let read = 0;
  // Bytes that are looked at, counted by whoever is asked for them.
  const bytes = new Proxy(text.bytes, {
    get(target, key) {
      read += 1;
      return Reflect.get(target, key) as unknown;
    },
  });
  const numbers: number[] = [];
  matcher.match({ ...text, bytes }, (_start, _end, data) => numbers.push(data));
  expect(numbers).toEqual(Array.from({ length: 500 }, () => 7));
  expect(read).toBeLessThan(text.bytes.length * 20);
});
