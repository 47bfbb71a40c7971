import { describe, expect, it } from "vitest";
import { type Imported, importAll, inputOf, jsonLines } from "../../test/source-input.ts";
import { langfuse } from "./langfuse.ts";

const read = (files: Record<string, string>): Promise<Imported> =>
  importAll(langfuse, inputOf(files), { content: true });
const said = ({ conversations }: Imported): unknown[][] =>
  conversations.map(({ id, items }) => [id, items.map(({ source, text }) => [source, text])]);

const user = (content: string): unknown => ({ role: "user", content });
const assistant = (content: string): unknown => ({ role: "assistant", content });
const trace = {
  id: "t-1",
  timestamp: "2026-01-05T09:00:00.000Z",
  name: "support",
  userId: "u-1",
  sessionId: "s-1",
  input: "hi",
  output: "hello",
  metadata: { a: 1 },
  tags: [],
  public: false,
  scores: [{ name: "helpful", value: 1 }],
};
const generation = {
  id: "o-1",
  traceId: "t-1",
  type: "GENERATION",
  name: "llm",
  startTime: "2026-01-05T09:00:01.000Z",
  endTime: "2026-01-05T09:00:02.000Z",
  model: "model-a",
  input: [{ role: "system", content: "Be brief." }, user("hi")],
  output: assistant("hello"),
  usage: {},
};
const tool = {
  ...generation,
  id: "o-2",
  type: "TOOL",
  name: "lookup",
  input: { q: "rent" },
  output: { total: "12 CHF" },
};
const SAID = [
  ["system", "Be brief."],
  ["user", "hi"],
  ["assistant", "hello"],
  ["assistant", "rent"],
  ["tool", "12 CHF"],
];
const snake = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      typeof value === "object" && ["input", "output"].includes(key) ? JSON.stringify(value) : value,
    ]),
  );

describe("langfuse", () => {
  it.each<[string, Record<string, string>]>([
    [
      "a downloaded trace",
      { "t.json": JSON.stringify({ ...trace, observations: [generation, tool] }, null, 2) },
    ],
    [
      "a trace with its observations beside it",
      { "t.json": JSON.stringify({ trace, observations: [generation, tool] }) },
    ],
    [
      "a page of the API",
      { "p.json": JSON.stringify({ data: [{ ...trace, observations: [generation, tool] }], meta: {} }) },
    ],
    [
      "a file per table, in snake case, observations first",
      {
        "a-observations.jsonl": jsonLines(snake(generation), snake(tool)),
        "traces.json": JSON.stringify([snake(trace)]),
      },
    ],
  ])("reads %s", async (_, files) => {
    const imported = await read(files);
    expect(said(imported)).toEqual([["s-1", SAID]]);
    expect(imported.conversations[0]).toMatchObject({
      account: "u-1",
      title: "support",
      model: "model-a",
      createdAt: Date.UTC(2026, 0, 5, 9),
      updatedAt: Date.UTC(2026, 0, 5, 9, 0, 2),
    });
    // The trace repeats what its generation took and gave.
    expect(imported.report.repeated).toBe(2);
    expect(imported.held).toEqual({ scores: 1 });
    expect([...imported.report.unknown]).toEqual([]);
  });

  it("groups traces by session, and lets a trace without one stand alone", async () => {
    const rows = [
      { ...trace, id: "t-1", input: "one", output: "two" },
      { ...trace, id: "t-2", sessionId: null, input: "alone", output: null },
      { ...trace, id: "t-3", input: '{"messages":[{"role":"user","content":"three"}]}', output: '"four"' },
    ];
    expect(said(await read({ "traces.jsonl": jsonLines(...rows) }))).toEqual([
      ["t-2", [["user", "alone"]]],
      [
        "s-1",
        [
          ["user", "one"],
          ["assistant", "two"],
          ["user", "three"],
          ["assistant", "four"],
        ],
      ],
    ]);
  });

  it("keeps content that has the shape of no message", async () => {
    const row = { ...trace, input: { question: "why", page: 3 }, output: ["a", "b"] };
    const { conversations } = await read({ "traces.json": JSON.stringify([row]) });
    expect(conversations[0]?.items.map(({ text }) => text)).toEqual([
      '{"question":"why","page":3}',
      "a",
      "b",
    ]);
  });

  it("leaves out what is marked deleted, and says that it is there", async () => {
    const { conversations, held } = await read({
      "traces.jsonl": jsonLines(
        snake({ ...trace, isDeleted: true, scores: [] }),
        snake({ ...trace, id: "t-2", sessionId: "s-2", scores: [] }),
      ),
    });
    expect(conversations.map(({ id }) => id)).toEqual(["s-2"]);
    expect(held).toEqual({ "rows marked deleted but present": 1 });
  });

  it("names a date that is none, and goes on past damage", async () => {
    const content = `${jsonLines({ ...trace, timestamp: "2025-02-30 00:00:00.000000" })}{"id": "t-1", "sess\n`;
    const { conversations, report } = await read({ "traces.jsonl": content });
    expect(conversations[0]).toMatchObject({ id: "s-1", createdAt: undefined });
    expect(report.problems.map(({ place }) => [place.line, place.field])).toEqual([
      [1, "timestamp"],
      [2, undefined],
    ]);
  });
});
