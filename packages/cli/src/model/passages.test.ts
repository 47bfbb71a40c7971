import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passagesOf } from "./passages.ts";

const SIZES = { most: 40, overlap: 8 };

function shown(text: string): readonly string[] {
  return passagesOf(text, SIZES).map(({ start, end }) => text.slice(start, end));
}

describe("a text is cut where a reader would pause", () => {
  const filler = "a word or two and some more of it";
  it.each<[string, string, string]>([
    ["a paragraph", `${filler.slice(0, 24)}.\n\nThen this. And more of it`, `${filler.slice(0, 24)}.\n\n`],
    ["a line", `${filler.slice(0, 24)}.\nThen this. And more of it`, `${filler.slice(0, 24)}.\n`],
    ["a sentence", `${filler.slice(0, 24)}. Then this and more of it`, `${filler.slice(0, 24)}. `],
    ["a word", `${filler}${filler}`, "a word or two and some more of ita word "],
    ["nothing else", "x".repeat(50), "x".repeat(40)],
    ["no half of a character", `x${"😀".repeat(30)}`, `x${"😀".repeat(19)}`],
  ])("%s", (_, text, first) => {
    expect(shown(text)[0]).toBe(first);
  });

  it("with the words before it once more", () => {
    expect(shown(`${"word ".repeat(7)}zorvath brin and on`)).toEqual([
      "word word word word word word word ",
      "word zorvath brin and on",
    ]);
  });
});

it("passages cover the text, are small enough, and get on", () => {
  const text = fc.string({ maxLength: 400, unit: fc.constantFrom("a", "b", " ", "\n", ".", "😀", "é") });
  fc.assert(
    fc.property(text, (given) => {
      const passages = passagesOf(given, SIZES);
      expect(passages[0]?.start).toBe(0);
      expect(passages.at(-1)?.end).toBe(given.length);
      for (const [index, { start, end }] of passages.entries()) {
        expect(end - start).toBeLessThanOrEqual(SIZES.most);
        const next = passages[index + 1];
        if (next === undefined) continue;
        expect(next.start).toBeLessThanOrEqual(end);
        expect(next.start).toBeGreaterThan(start);
        expect(next.end).toBeGreaterThan(end);
      }
    }),
  );
});
