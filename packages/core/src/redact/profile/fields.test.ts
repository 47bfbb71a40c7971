import { describe, expect, test } from "vitest";
import { fieldAt, parseFieldPath } from "./fields.ts";

test.each([
  ["id", ["id"]],
  ["$.user.name", ["user", "name"]],
  ["messages[*].content", ["messages", "*", "content"]],
  ["messages[0]", ["messages", "0"]],
  ["**.email", ["**", "email"]],
  ['a["first.name"].b', ["a", "first.name", "b"]],
  ["$['it\\'s']", ["it's"]],
  ["a.*.b", ["a", "*", "b"]],
])("%s", (text, path) => expect(parseFieldPath(text)).toEqual(path));

test.each(["", "$", "a..b", "a.", "a[b", "a[b]", "a b", ".a.", 'a["b'])("%j is no path", (text) => {
  expect(parseFieldPath(text)).toBeUndefined();
});

describe("the first rule that covers a place counts", () => {
  const rules = [
    { path: ["messages", "*", "author"], as: "USERNAME" },
    { path: ["**", "email"], as: "EMAIL" },
    { path: ["metadata", "**"], as: "keep" },
  ];
  test.each([
    [["messages", 3, "author"], "USERNAME"],
    [["messages", "author"], undefined],
    [["messages", 3, "author", "name"], undefined],
    [["email"], "EMAIL"],
    [["a", 0, "b", "email"], "EMAIL"],
    [["metadata", "email"], "EMAIL"],
    [["metadata", "run", 1], "keep"],
    [["other"], undefined],
    [[], undefined],
  ] as const)("%j", (place, as) => expect(fieldAt(rules, place)).toBe(as));
});
