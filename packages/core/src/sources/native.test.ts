import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { importAll, inputOf, jsonLines } from "../../test/source-input.ts";
import { nativeLine } from "../../test/source-samples.ts";
import { native } from "./native.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../schemas/conversation.schema.json", import.meta.url), "utf8"),
);
const isValid = new Ajv2020().compile(schema);
const [first, second] = nativeLine.items;
const withItem = (more: object): object => ({ ...nativeLine, items: [{ ...first, ...more }, second] });

const FAULTS: readonly [string, object, string, RegExp][] = [
  ["no id", { ...nativeLine, id: undefined }, "id", /`id` is missing/],
  ["a number for an id", { ...nativeLine, id: 7 }, "id", /non-empty string/],
  ["no surface", { ...nativeLine, surface: "" }, "surface", /non-empty string/],
  [
    "a strange mode",
    { ...nativeLine, mode: "secret" },
    "mode",
    /`secret` is no mode: give one of ordinary, incognito/,
  ],
  ["a misspelt field", { ...nativeLine, acount: "a" }, "acount", /no field of this format/],
  ["no items", { ...nativeLine, items: undefined }, "items", /must be a list/],
  ["an item that is none", { ...nativeLine, items: [5] }, "items[0]", /must be an object/],
  [
    "an item's strange role",
    withItem({ role: "human" }),
    "items[0].role",
    /`human` is no role: give one of user/,
  ],
  ["an item without source", withItem({ source: undefined }), "items[0].source", /`source` is missing/],
  ["an item's text as a list", withItem({ text: ["x"] }), "items[].text", /must not be an array/],
  ["a flag in words", withItem({ hidden: "yes" }), "items[0].hidden", /true or false/],
  [
    "strange feedback",
    { ...nativeLine, feedback: [{ kind: "like" }] },
    "feedback[0].kind",
    /`like` is no kind/,
  ],
];
/** What a JSON Schema cannot say. */
const DEEPER_FAULTS: readonly [string, object, string, RegExp][] = [
  [
    "an impossible date",
    { ...nativeLine, createdAt: "2025-02-30" },
    "createdAt",
    /`2025-02-30` is not a date/,
  ],
  ["an item's impossible date", withItem({ at: "soon" }), "items[0].at", /`soon` is not a date/],
  ["time running backwards", { ...nativeLine, updatedAt: "2026-01-01" }, "updatedAt", /before `createdAt`/],
  ["one id for two items", { ...nativeLine, items: [first, first] }, "items[1].id", /names two items/],
];

describe("native", () => {
  it("reads what it documents, and the schema agrees", async () => {
    expect(isValid(nativeLine)).toBe(true);
    const { conversations, feedback, report } = await importAll(
      native,
      inputOf({ "c.jsonl": jsonLines(nativeLine) }),
      {
        content: true,
      },
    );
    const nine = Date.UTC(2026, 0, 5, 9);
    expect(conversations).toEqual([
      {
        kind: "conversation",
        id: "c-001",
        account: "a-17",
        title: "Refunds",
        createdAt: nine,
        updatedAt: nine + 300_000,
        surface: "chat",
        mode: "ordinary",
        credential: "login",
        model: undefined,
        locator: {
          file: "c.jsonl",
          offset: 0,
          length: new TextEncoder().encode(JSON.stringify(nativeLine)).length,
        },
        items: [
          {
            id: "i1",
            role: "user",
            source: "user",
            at: nine,
            hidden: false,
            pasted: true,
            signal: undefined,
            name: undefined,
            bytes: 5,
            text: "hi é",
          },
          {
            id: "i2",
            role: "tool",
            source: "connector",
            at: undefined,
            hidden: false,
            pasted: false,
            signal: "train-ai=n",
            name: "drive",
            bytes: 3,
            text: "raw",
          },
        ],
      },
    ]);
    expect(feedback).toEqual([
      {
        kind: "feedback",
        id: "c-001/feedback-0",
        conversation: "c-001",
        account: "a-17",
        item: undefined,
        feedback: "rating",
        rating: "up",
        at: nine + 300_000,
      },
    ]);
    expect(report).toMatchObject({ items: 2, conversations: { read: 1, duplicate: 0, malformed: 0 } });
  });

  it.each([...FAULTS, ...DEEPER_FAULTS])("names %s", async (_, value, field, message) => {
    const content = jsonLines({ ...nativeLine, id: "c-000" }, value, { ...nativeLine, id: "c-002" });
    const { conversations, report } = await importAll(native, inputOf({ "c.jsonl": content }));
    expect(conversations.map(({ id }) => id)).toEqual(["c-000", "c-002"]);
    expect(report.conversations.malformed).toBe(1);
    expect(report.problems).toEqual([
      { message: expect.stringMatching(message), place: { file: "c.jsonl", line: 2, field } },
    ]);
    await expect(importAll(native, inputOf({ "c.jsonl": content }), { strict: true })).rejects.toMatchObject({
      code: "INPUT_MALFORMED",
      place: { line: 2, field },
    });
  });

  it.each(FAULTS)("the schema refuses %s", (_, value) => {
    expect(isValid(JSON.parse(JSON.stringify(value)))).toBe(false);
  });

  it("keeps the first of two conversations with one id", async () => {
    const content = jsonLines(nativeLine, { ...nativeLine, title: "Again" });
    const { conversations, report } = await importAll(native, inputOf({ "c.jsonl": content }));
    expect(conversations.map(({ title }) => title)).toEqual(["Refunds"]);
    expect(report.conversations).toEqual({ read: 1, duplicate: 1, malformed: 0 });
  });

  it("counts a cut last line and keeps the rest", async () => {
    const content = `${jsonLines(nativeLine)}{"id":"c-002","items":[{"id"`;
    const { conversations, report } = await importAll(native, inputOf({ "c.jsonl": content }));
    expect(conversations).toHaveLength(1);
    expect(report.problems[0]?.place).toMatchObject({ file: "c.jsonl", line: 2 });
  });
});
