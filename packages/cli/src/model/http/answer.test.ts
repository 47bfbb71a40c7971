import { describe, expect, it } from "vitest";
import { readAnswer } from "./answer.ts";

const finding = { entity_type: "PERSON", start: 4, end: 7, score: 0.85, analysis_explanation: null };

it.each<[string, string, object, string]>([
  ["plain text", "ask Zor", finding, "Zor"],
  ["behind an emoji", "😀 a Zor", finding, "Zor"],
  ["at the end", "😀😀", { ...finding, start: 1, end: 2 }, "😀"],
])("offsets are code points: %s", (_, text, given, wanted) => {
  const answer = readAnswer(JSON.stringify([given]), text);
  if ("wrong" in answer) throw new Error(answer.wrong);
  expect(answer.spans.map(({ start, end }) => text.slice(start, end))).toEqual([wanted]);
  expect(answer.spans[0]).toMatchObject({ label: "PERSON", score: 0.85 });
});

describe("what is not agreed is no answer", () => {
  it.each<[string, string, string]>([
    ["no JSON", "<html>", "is not JSON"],
    ["no list", '{"error":"x"}', "is not a list"],
    ["no object", "[null]", "has no label in `[0].entity_type`"],
    ["no label", JSON.stringify([{ ...finding, entity_type: 1 }]), "has no label in `[0].entity_type`"],
    ["no score", JSON.stringify([{ ...finding, score: 2 }]), "has no number from 0 to 1 in `[0].score`"],
    [
      "half an offset",
      JSON.stringify([{ ...finding, start: 0.5 }]),
      "has no offset in the text in `[0].start`",
    ],
    ["beyond the text", JSON.stringify([finding, { ...finding, end: 8 }]), "`[1].end`"],
    ["nothing", JSON.stringify([{ ...finding, end: 4 }]), "`[0].end`"],
  ])("%s", (_, body, wrong) => {
    expect(readAnswer(body, "ask Zor")).toEqual({ wrong: expect.stringContaining(wrong) });
  });
});
