import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basicWords } from "./basic-words.ts";

const UNCASED = { lowercase: true, stripAccents: true };
const CASED = { lowercase: false, stripAccents: false };

describe("words of a vocabulary without case", () => {
  it.each<[string, string, readonly string[]]>([
    ["space and marks", "Ask Zor, now.", ["ask", "zor", ",", "now", "."]],
    ["a mark in a word", "O'Vath-Brin", ["o", "'", "vath", "-", "brin"]],
    ["accents", "Zoë NAÏVE", ["zoe", "naive"]],
    ["accents that stand alone", "Zoe\u0308", ["zoe"]],
    ["symbols of ASCII", "a+b=c", ["a", "+", "b", "=", "c"]],
    ["Chinese", "我叫Zor", ["我", "叫", "zor"]],
    ["what is not to be seen", "zo\u200br\u0000\ufffd\ufeff\u00ad\f", ["zor"]],
    ["a mark that is written in two ways", "a\u0387", ["a", "\u00b7"]],
    ["spaces of all kinds", "a\u00a0b\u3000c\td\r\ne", ["a", "b", "c", "d", "e"]],
  ])("%s", (_, text, wanted) => {
    expect(basicWords(text, UNCASED).map((word) => word.text)).toEqual(wanted);
  });
});

it("keeps case and accents of a vocabulary that has them", () => {
  expect(basicWords("Zoë", CASED).map((word) => word.text)).toEqual(["Zoë"]);
});

it("knows where each word was", () => {
  const text = "😀 Zoë's\u200b İstanbul";
  expect(basicWords(text, UNCASED).map(({ start, end }) => text.slice(start, end))).toEqual([
    "😀",
    "Zoë",
    "'",
    "s",
    "İstanbul",
  ]);
});

it("places are in order, and hold the word where nothing is changed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      let at = 0;
      for (const word of basicWords(text, CASED)) {
        expect(word.start).toBeGreaterThanOrEqual(at);
        expect(word.end).toBeGreaterThan(word.start);
        expect(text.slice(word.start, word.end).replace(/[\p{C}\ufffd]/gu, "")).toBe(word.text);
        at = word.end;
      }
    }),
  );
});
