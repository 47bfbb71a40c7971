import { describe, expect, it } from "vitest";
import { type Imported, importAll, inputOf, jsonLines } from "../../test/source-input.ts";
import { openaiChat } from "./openai-chat.ts";

const read = (files: Record<string, string>): Promise<Imported> =>
  importAll(openaiChat, inputOf(files), { content: true });
const said = ({ conversations }: Imported): unknown[][] =>
  conversations.flatMap(({ items }) =>
    items.map(({ role, source, name, text }) => [role, source, name, text]),
  );

const messages = [
  { role: "developer", content: "Be brief." },
  {
    role: "user",
    name: "ann",
    content: [
      { type: "text", text: "hi" },
      { type: "image_url", image_url: { url: "data:x" } },
    ],
  },
  {
    role: "assistant",
    content: null,
    tool_calls: [
      { id: "k-1", type: "function", function: { name: "mcp__mail__find", arguments: '{"q":"rent"}' } },
    ],
  },
  { role: "tool", tool_call_id: "k-1", content: "a mail" },
  { role: "assistant", content: "Done.", weight: 1 },
];
const SAID = [
  ["system", "system", undefined, "Be brief."],
  ["user", "user", "ann", "hi"],
  ["assistant", "assistant", undefined, "rent"],
  ["tool", "connector", "mcp__mail__find", "a mail"],
  ["assistant", "assistant", undefined, "Done."],
];

describe("openai chat", () => {
  it("reads examples, and says nothing of how they were made", async () => {
    const imported = await read({
      "train.jsonl": jsonLines({ messages, tools: [], parallel_tool_calls: false }),
    });
    expect(said(imported)).toEqual(SAID);
    expect(imported.conversations[0]).toMatchObject({ id: "line-1", surface: "api", credential: undefined });
    expect([...imported.report.unknown]).toEqual([]);
  });

  it("reads an array as well as lines, and batches with their answers", async () => {
    const body = { id: "chatcmpl-1", object: "chat.completion", created: 1767603600, model: "model-b" };
    const choices = [
      { index: 0, finish_reason: "stop", message: { role: "assistant", content: "one", refusal: null } },
      { index: 1, finish_reason: "stop", message: { role: "assistant", content: "two" } },
    ];
    const imported = await read({
      "a.json": JSON.stringify([{ messages }], null, 1),
      "b.jsonl": jsonLines(
        {
          custom_id: "q-1",
          method: "POST",
          url: "/v1/chat/completions",
          body: { model: "model-a", messages },
        },
        {
          id: "batch-1",
          custom_id: "q-2",
          response: { status_code: 200, request_id: "x", body: { ...body, choices } },
          error: null,
        },
      ),
    });
    expect(imported.conversations.map(({ id, model, updatedAt }) => [id, model, updatedAt])).toEqual([
      ["a.json#line-2", undefined, undefined],
      ["q-1", "model-a", undefined],
      ["q-2", "model-b", 1767603600000],
    ]);
    expect(said(imported)).toEqual([
      ...SAID,
      ...SAID,
      ["assistant", "assistant", undefined, "one"],
      ["assistant", "assistant", undefined, "two"],
    ]);
    expect([...imported.report.unknown]).toEqual([]);
  });

  it("reads lists of items with their calls", async () => {
    const input = [
      { type: "message", role: "user", content: [{ type: "input_text", text: "hi" }] },
      { type: "function_call", call_id: "k", name: "weather", arguments: '{"city":"Bern"}' },
      { type: "function_call_output", call_id: "k", output: "sunny" },
    ];
    const imported = await read({
      "b.jsonl": jsonLines(
        { custom_id: "q", method: "POST", url: "/v1/responses", body: { messages } },
        { body: { input, instructions: "Brief." } },
      ),
    });
    expect(said(imported).slice(SAID.length)).toEqual([
      ["system", "system", undefined, "Brief."],
      ["user", "user", undefined, "hi"],
      ["assistant", "assistant", undefined, "Bern"],
      ["tool", "tool", "weather", "sunny"],
    ]);
  });
});
