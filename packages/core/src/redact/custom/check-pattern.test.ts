import { RE2JS } from "re2js";
import { describe, expect, test } from "vitest";
import { checkPattern, compilePattern } from "./check-pattern.ts";

const fault = (regex: string, isWhole = false): string | undefined =>
  checkPattern(regex, false, isWhole)?.message;

test.each([
  "\\bEMP-\\d{6}\\b",
  "[A-Z]{2}(?:-\\d{2,4})+",
  "(?i)ticket[ #]*\\d+",
  "(?P<year>20\\d\\d)-x",
  "[(?=]x",
  "\\Q(?=\\Ex",
  "a\\(?=b",
  "\\p{Lu}{3}",
  // These hang engines that go back; on this one they are patterns like others.
  "(a+)+b",
  "(?:a|aa)+c",
  "(.*){10}x",
])("%s can be run", (regex) => expect(fault(regex)).toBeUndefined());

test.each([
  ["(a)\\1", "uses references back"],
  ["(?P<a>x)\\k<a>", "uses references back"],
  ["(?=a)b", "uses look-around"],
  ["(?!a)b", "uses look-around"],
  ["(?<=a)b", "uses look-around"],
  ["(?<!a)b", "uses look-around"],
  ["(?>a)b", "uses atomic groups"],
  ["a++b", "uses possessive quantifiers"],
  ["(a)(?(1)b|c)", "uses conditions"],
  ["^a", "uses the beginning or end of the text"],
  ["a$", "uses the beginning or end of the text"],
  ["\\Aa", "uses the beginning or end of the text"],
  ["a{2000}", "is no pattern"],
  ["[a", "is no pattern"],
  ["a**", "is no pattern"],
  ["(a", "is no pattern"],
  ["a*", "matches the empty text"],
  ["(?:ab)?", "matches the empty text"],
])("%s %s", (regex, message) => expect(fault(regex)).toContain(message));

test("compared as a whole, a pattern may say where a value begins and ends", () => {
  expect(fault("^.*@example\\.com$", true)).toBeUndefined();
});

describe("whatever the pattern, the engine is one that takes linear time", () => {
  test.each(["(a+)+$", "(a|a)*b", "(.*)*x"])("%s", (regex) => {
    expect(compilePattern(regex, false)).toBeInstanceOf(RE2JS);
    expect(compilePattern(regex, true)).toBeInstanceOf(RE2JS);
  });
});
