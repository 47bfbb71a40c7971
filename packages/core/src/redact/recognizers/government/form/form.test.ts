import { describe, expect, it } from "vitest";
import { find } from "../../../scan/find.ts";
import { Scanner } from "../../../scan/scanner.ts";
import { textOf } from "../../../scan/text.ts";
import type { Recognizer } from "../../recognizer.ts";
import { labelled } from "./labelled.ts";
import { numberId } from "./number-id.ts";
import { matchShape, shapeOf } from "./shape.ts";
import { shapeId } from "./shape-id.ts";
import { standsAlone } from "./stands-alone.ts";

function scoresIn(recognizer: Recognizer, text: string): (readonly [string, number, string])[] {
  return find(new Scanner([recognizer]), text).map(({ start, end, score, validation }) => [
    text.slice(start, end),
    score,
    validation,
  ]);
}

describe("matchShape", () => {
  it.each([
    ["99-AA", "12-ab", 5],
    ["99-AA", "12-abc", -1],
    ["99-AA", "12 ab", -1],
    ["99~AA", "12ab", 4],
    ["99~AA", "12 ab", 5],
    ["99~AA", "12-ab.", 5],
    ["99~AA", "12  ab", -1],
    ["XX9", "a19", 3],
    ["AA", "a", -1],
    ["AA", "ab界", 2],
  ])("%s on %j", (form, value, size) => {
    const text = textOf(value);
    const end = matchShape(text, text.start, shapeOf(form));
    expect(end < 0 ? -1 : end - text.start).toBe(size);
  });

  it("never reads beyond the document", () => {
    const text = textOf("12AB");
    expect(matchShape({ ...text, end: text.end - 1 }, text.start, shapeOf("99AA"))).toBe(-1);
  });
});

describe("shapeOf", () => {
  it.each([
    ["AA999999A", { min: 9, max: 9 }, undefined],
    ["AA~99~A", { min: 4, max: 5 }, { letters: 2, digits: 2, sizes: 0b100 }],
    ["99999999~A", { min: 9, max: 9 }, { letters: 0, digits: 8, sizes: 0b1_0000_0000 }],
    ["9999:9999", { min: 0, max: -1 }, { letters: 0, digits: 4, sizes: 0b1_0000 }],
    ["AAA 999A", { min: 0, max: -1 }, { letters: 3, digits: 3, sizes: 0b1000 }],
  ])("%s says where it may begin", (form, token, head) => {
    expect(shapeOf(form)).toMatchObject({ token, ...(head && { head }) });
    if (head === undefined) expect(shapeOf(form).head).toBeUndefined();
  });
});

describe("numberId", () => {
  const even = numberId({
    name: "even",
    type: "GOVERNMENT_ID",
    forms: { "6": 0.3, "3-3": 0.9, "3 3": 0.4 },
    validation: "checksum",
    words: ["member", "membre"],
    check: (digits, from, size) => (digits[from + size - 1] ?? 1) % 2 === 0,
  });

  it.each([
    ["member 123456", [["123456", 0.95, "checksum"]]],
    ["see 123-456.", [["123-456", 0.9, "checksum"]]],
    ["see 123456", [["123456", 0.3, "pattern"]]],
    ["member 123457", []],
    ["123-456-7", []],
    ["12-123-456", []],
    ["123 456 789", []],
    ["member 12-34-56", [["12-34-56", 0.8, "checksum"]]],
    ["$123456", []],
    ["/files/123456.pdf", []],
    ["0.123456", []],
    ["x=123456&y=1", []],
    [
      "123456 123458",
      [
        ["123456", 0.3, "pattern"],
        ["123458", 0.3, "pattern"],
      ],
    ],
    ["会员member 123456号", [["123456", 0.95, "checksum"]]],
  ])("%s", (text, wanted) => {
    expect(scoresIn(even, text)).toEqual(wanted);
  });
});

describe("shapeId", () => {
  const card = shapeId({
    name: "card",
    type: "GOVERNMENT_ID",
    forms: { "AA~999~9": 0.85 },
    validation: "structure",
    words: ["card"],
    check: (value) => value !== "ZZ9999",
  });

  it.each([
    ["AB1234", [["AB1234", 0.85, "structure"]]],
    ["AB 123 4", [["AB 123 4", 0.85, "structure"]]],
    ["AB-1234", [["AB-1234", 0.85, "structure"]]],
    ["ab1234", [["ab1234", 0.3, "pattern"]]],
    ["card ab1234", [["ab1234", 0.95, "structure"]]],
    ["ZZ9999", []],
    ["AB12345", []],
    ["CAB1234", []],
    ["a/AB1234", []],
  ])("%s", (text, wanted) => {
    expect(scoresIn(card, text)).toEqual(wanted);
  });
});

describe("labelled", () => {
  const member = labelled({
    name: "member",
    type: "ACCOUNT_NUMBER",
    labels: ["membercode"],
    subjects: ["member"],
    digits: { min: 4, max: 10 },
    score: 0.8,
    subjectScore: 0.6,
  });

  it.each([
    ["membercode 12345", [["12345", 0.8, "context"]]],
    ["member number is 12-345", [["12-345", 0.6, "context"]]],
    ["memberId=12345", [["12345", 0.6, "context"]]],
    ["members 12345", []],
    ["member of 12345 clubs", []],
    ["member no. 2024", []],
    ["member no.: 2024", [["2024", 0.6, "context"]]],
    ["membercode 12.05.2024", []],
    ["membercode\n12345", [["12345", 0.8, "context"]]],
    ["membercode\n\n12345", []],
    ["membercode? 12345", []],
    ["membercode AB 123456", [["AB 123456", 0.8, "context"]]],
    ["membercode\u00a0:\u00a012345", [["12345", 0.8, "context"]]],
    ["membercode 1234567890123", []],
    ["membercode 12345%", []],
    ["membercode\u000012345", []],
  ])("%j", (text, wanted) => {
    expect(scoresIn(member, text)).toEqual(wanted);
  });
});

describe("standsAlone", () => {
  it.each([
    ["[12]", true],
    ["a-[12]", false],
    [" -[12]", true],
    ["id:[12]", true],
    ["10:[12]", false],
    ["€[12]", false],
    ["£[12]", false],
    ["[12]%", false],
    ["[12], and", true],
    ["[12],345", false],
    ["[12].", true],
    ["[12].pdf", false],
    ["+[12]", false],
  ])("%s: %s", (marked, wanted) => {
    const text = textOf(marked.replaceAll(/[[\]]/g, ""));
    const start = text.start + new TextEncoder().encode(marked.slice(0, marked.indexOf("["))).length;
    expect(standsAlone(text, start, start + 2)).toBe(wanted);
  });
});
