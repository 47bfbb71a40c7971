import { describe, expect, test } from "vitest";
import { escapeHtml, plainText, plainTitle, scriptJson } from "./escape.ts";

describe("scriptJson", () => {
  test.each([
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "]]>",
    "line\u2028and\u2029paragraph",
    "\ud800 alone",
  ])("%j comes back and cannot end the element", (text) => {
    const json = scriptJson({ text });
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual({ text });
  });
});

test("escapeHtml leaves no character that markup reads", () => {
  expect(escapeHtml(`<a href="x" title='y'>&`)).toBe("&#60;a href=&#34;x&#34; title=&#39;y&#39;&#62;&#38;");
});

describe("plainText", () => {
  test.each([
    ["a\u0000b\r\nc", "a b c"],
    ["\u202egnp.exe\u202c", "gnp.exe"],
    ["\u2066in\u2069", "in"],
    ["\ud800", "\ufffd"],
    ["שלום\u200f!", "שלום\u200f!"],
    ["  spaced  ", "spaced"],
  ])("%j becomes %j", (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});

describe("plainTitle", () => {
  test("cuts a long title", () => {
    expect(plainTitle("x".repeat(10_000))).toBe(`${"x".repeat(240)}…`);
  });

  test("never cuts a character in two", () => {
    const family = "👩‍👩‍👧‍👦";
    const cut = plainTitle(family.repeat(500)) ?? "";
    expect(cut.slice(0, -1).replaceAll(family, "")).toBe("");
    expect(cut.length).toBeLessThanOrEqual(241);
  });

  test("cuts within one endless character", () => {
    const cut = plainTitle(`e${"\u0301".repeat(5000)}`) ?? "";
    expect(cut.length).toBeLessThanOrEqual(241);
  });

  test.each([undefined, "", " \u0000 ", "\u202e"])("%j is no title", (title) => {
    expect(plainTitle(title)).toBeUndefined();
  });
});
