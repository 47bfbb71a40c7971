import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hang, padEnd, padStart, truncate, width } from "./layout.ts";

describe("layout", () => {
  it.each([
    ["short stays", "abc", 5, "abc"],
    ["exact fit stays", "abcde", 5, "abcde"],
    ["long is cut", "abcdef", 5, "abcd…"],
    ["wide characters count two", "日本語です", 6, "日本…"],
    ["a joined emoji is not torn", "👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…"],
    ["no space before the dots", "ab cdef", 4, "ab…"],
  ])("%s", (_, text, columns, cut) => {
    expect(truncate(text, columns)).toBe(cut);
  });

  it("never passes the edge", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 12, max: 100 }), (raw, columns) => {
        const text = raw.replace(/\s+/g, " ").trim();
        for (const line of hang("  - ", text, columns)) expect(width(line)).toBeLessThanOrEqual(columns);
        expect(width(truncate(text, columns))).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it("hangs under the first line", () => {
    expect(hang("- ", "one two three four", 10)).toEqual(["- one two", "  three", "  four"]);
  });

  it("sets lines in a little only where the label is long", () => {
    expect(hang("  a-long-label ", "some more words", 24)).toEqual(["  a-long-label some", "    more words"]);
  });

  it("sets lines in as asked", () => {
    expect(hang("  label: ", "one two three", 16, 4)).toEqual(["  label: one", "    two three"]);
  });

  it("pads by cells", () => {
    expect(padEnd("日", 4)).toBe("日  ");
    expect(padStart("7", 3)).toBe("  7");
  });
});
