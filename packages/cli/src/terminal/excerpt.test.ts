import { describe, expect, it } from "vitest";
import { excerpt } from "./excerpt.ts";
import { width } from "./layout.ts";

describe("excerpt", () => {
  it("puts the caret under the column", () => {
    expect(excerpt("a: 1\nwhen: plan == 3\n", { line: 2, column: 7 }, 80)).toEqual([
      "2 | when: plan == 3",
      "  |       ^",
    ]);
  });

  it("counts wide characters as the terminal does", () => {
    expect(excerpt("日本 x", { line: 1, column: 4 }, 80)).toEqual(["1 | 日本 x", "  |      ^"]);
  });

  it("cuts a long line around the column", () => {
    const line = `${"a".repeat(200)}X${"b".repeat(200)}`;
    const [shown = "", caret = ""] = excerpt(line, { line: 1, column: 201 }, 60);
    expect(width(shown)).toBeLessThanOrEqual(60);
    expect(shown[caret.indexOf("^")]).toBe("X");
  });

  it.each([
    ["no line", {}],
    ["a line past the end", { line: 9, column: 1 }],
    ["an empty line", { line: 2, column: 1 }],
  ])("shows nothing for %s", (_, place) => {
    expect(excerpt("a\n\nb", place, 80)).toEqual([]);
  });

  it("shows the line alone where no column is known", () => {
    expect(excerpt("a: 1", { line: 1 }, 80)).toEqual(["1 | a: 1"]);
  });
});
