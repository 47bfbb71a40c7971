/** Words, their shapes and what stands between them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MARGIN, textOf } from "../scan/text.ts";
import { GAP, newTokens, SHAPE, tokenise } from "./tokens.ts";
import { hashOf } from "./word-set.ts";

const nameOf = (table: Readonly<Record<string, number>>, value: number | undefined): string =>
  Object.entries(table).find(([, one]) => one === value)?.[0] ?? "none";

function read(value: string) {
  const text = textOf(value);
  const tokens = newTokens();
  tokenise(text, tokens);
  const decoder = new TextDecoder();
  return Array.from({ length: tokens.count }, (_, at) => ({
    word: decoder.decode(text.bytes.subarray(tokens.start[at], tokens.end[at])),
    shape: nameOf(SHAPE, tokens.shape[at]),
    gap: nameOf(GAP, tokens.gap[at]),
    url: tokens.flags[at] === 1,
  }));
}

describe("words", () => {
  it.each([
    ["house", "lower"],
    ["House", "capital"],
    ["HOUSE", "upper"],
    ["J", "initial"],
    ["McDonald", "mixed"],
    ["userName", "camel"],
    ["42", "digits"],
    ["A4", "alphanumeric"],
    ["Élodie", "capital"],
    ["ÉCOLE", "upper"],
    ["élan", "lower"],
    ["Иван", "capital"],
    ["Ǆ", "initial"],
  ])("%s is %s", (word, shape) => {
    expect(read(word)).toEqual([{ word, shape, gap: "line", url: false }]);
  });

  it.each([
    ["a b", "space"],
    ["a-b", "hyphen"],
    ["a‑b", "hyphen"],
    ["a'b", "apostrophe"],
    ["a’b", "apostrophe"],
    ["a.b", "dotTight"],
    ["a. b", "dot"],
    ["a! b", "sentence"],
    ["a, b", "comma"],
    ["a: b", "colon"],
    ["a\nb", "line"],
    ["a\n- b", "bullet"],
    ["a (b", "open"],
    ["a “b", "open"],
    ["a) b", "close"],
    ["a/b", "slash"],
    ["a @b", "at"],
    ["a #b", "hash"],
    ["a_b", "underscore"],
    ["a & b", "ampersand"],
    ["a — b", "dash"],
    ["a = b", "code"],
    ["a; b", "semicolon"],
    ["a\u0000b", "hard"],
    ["a 😀 b", "other"],
  ])("between the words of %j is %s", (value, gap) => {
    expect(read(value).map((one) => one.gap)).toEqual(["line", gap]);
  });

  it("sees where a URL ends", () => {
    expect(read("https://example.com/David then David").map((one) => one.url)).toEqual([
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it.each([
    ["Çağlayan", "CAGLAYAN"],
    ["Müller", "muller"],
    ["Łukasz", "lukasz"],
    ["Nguyễn", "NGUYEN"],
    ["ИВАН", "иван"],
    ["e\u0301lodie", "Élodie"],
  ])("%s and %s are one word", (one, other) => {
    expect(hashOf(one)).toBe(hashOf(other));
  });

  it.each([
    ["й", "и"],
    ["name", "nome"],
    ["名前", "名字"],
  ])("%s and %s are two", (one, other) => {
    expect(hashOf(one)).not.toBe(hashOf(other));
  });

  it("words stand in the document, in order, and cut no character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (value) => {
        const text = textOf(value);
        const tokens = newTokens();
        tokenise(text, tokens);
        let before = MARGIN;
        for (let at = 0; at < tokens.count; at += 1) {
          const [start, end] = [tokens.start[at] ?? 0, tokens.end[at] ?? 0];
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect((text.bytes[start] ?? 0) & 0xc0).not.toBe(0x80);
          expect((text.bytes[end] ?? 0) & 0xc0).not.toBe(0x80);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.end);
      }),
    );
  });

  it("reads a cut character without leaving the document", () => {
    const bytes = Uint8Array.from([...new Uint8Array(MARGIN), 0x41, 0xe2, ...new Uint8Array(MARGIN)]);
    const tokens = newTokens();
    tokenise({ bytes, start: MARGIN, end: MARGIN + 2 }, tokens);
    expect(tokens.end[0]).toBeLessThanOrEqual(MARGIN + 2);
  });
});
