import { describe, expect, it } from "vitest";
import { type Imported, importAll, inputOf, jsonLines } from "../../test/source-input.ts";
import { span, spans } from "../../test/source-samples.ts";
import { otelGenai } from "./otel-genai.ts";

const read = (content: string): Promise<Imported> =>
  importAll(otelGenai, inputOf({ "traces.jsonl": content }), { content: true });
const said = ({ conversations }: Imported): unknown[][] =>
  conversations.flatMap(({ items }) =>
    items.map(({ role, source, name, text }) => [role, source, name, text]),
  );
const part = (content: string): unknown[] => [{ type: "text", content }];
const user = (content: string): unknown => ({ role: "user", parts: part(content) });
const model = (content: string): unknown => ({ role: "assistant", parts: part(content) });
const any = (value: unknown): unknown => {
  if (typeof value === "string") return { stringValue: value };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(any) } };
  const values = Object.entries(value as object).map(([key, inner]) => ({ key, value: any(inner) }));
  return { kvlistValue: { values } };
};
const event = (name: string, attributes: Record<string, string>): unknown => ({
  name,
  timeUnixNano: "1767603600000000000",
  attributes: Object.entries(attributes).map(([key, value]) => ({ key, value: any(value) })),
});
const CALL = {
  role: "assistant",
  parts: [{ type: "tool_call", id: "k-1", name: "mcp__mail__find", arguments: { q: "rent" } }],
};
const start = 1767603600000;

describe("otel genai", () => {
  it.each([
    ["JSON in a string", (value: unknown): unknown => JSON.stringify(value)],
    ["structured values", any],
  ])("reads messages given as %s, each once over the spans of a conversation", async (_, encode) => {
    const first = span({
      "gen_ai.conversation.id": "conv-1",
      "gen_ai.request.model": "model-a",
      "user.id": "u-1",
      "gen_ai.system_instructions": encode(part("Be brief.")),
      "gen_ai.input.messages": encode([user("ok")]),
      "gen_ai.output.messages": encode([model("hello")]),
    });
    const second = span(
      {
        "gen_ai.conversation.id": "conv-1",
        "gen_ai.system_instructions": encode(part("Be brief.")),
        "gen_ai.input.messages": encode([user("ok"), model("hello"), user("ok")]),
        "gen_ai.output.messages": encode([CALL]),
      },
      {
        traceId: "ffff7651916cd43dd8448eb211c80319",
        startTimeUnixNano: "1767603660000000000",
        endTimeUnixNano: "0",
      },
    );
    const imported = await read(jsonLines(spans(first), spans(second)));
    expect(said(imported)).toEqual([
      ["system", "system", undefined, "Be brief."],
      ["user", "user", undefined, "ok"],
      ["assistant", "assistant", undefined, "hello"],
      ["user", "user", undefined, "ok"],
      ["assistant", "assistant", undefined, "rent"],
    ]);
    expect(imported.conversations[0]).toMatchObject({
      id: "conv-1",
      account: "u-1",
      model: "model-a",
      surface: "api",
      createdAt: start,
      updatedAt: start + 60_000,
    });
    expect(imported.conversations[0]?.items.map(({ at }) => at)).toEqual([
      start,
      start,
      start + 2500,
      start + 60_000,
      start + 60_000,
    ]);
    expect(imported.report.repeated).toBe(3);
    expect([...imported.report.unknown]).toEqual([]);
  });

  it("joins a tool's own span to its conversation by trace, and its result to the call", async () => {
    const tool = span({
      "gen_ai.operation.name": "execute_tool",
      "gen_ai.tool.call.id": "k-1",
      "gen_ai.tool.name": "mcp__mail__find",
      "gen_ai.tool.call.arguments": '{"q":"rent"}',
      "gen_ai.tool.call.result": "a mail",
    });
    const chat = span({
      "gen_ai.conversation.id": "conv-1",
      "gen_ai.input.messages": JSON.stringify([
        user("find it"),
        CALL,
        { role: "tool", parts: [{ type: "tool_call_response", id: "k-1", response: "a mail" }] },
      ]),
    });
    const imported = await read(jsonLines(spans(chat), spans(tool)));
    expect(imported.conversations.map(({ id }) => id)).toEqual(["conv-1"]);
    expect(said(imported)).toEqual([
      ["user", "user", undefined, "find it"],
      ["assistant", "assistant", undefined, "rent"],
      ["tool", "connector", "mcp__mail__find", "a mail"],
    ]);
    const apart = await read(jsonLines(spans(tool), spans(chat)));
    expect(said(apart)).toContainEqual(["tool", "connector", "mcp__mail__find", "a mail"]);
  });

  it.each([
    [
      "an event per message",
      span(
        { "gen_ai.operation.name": "chat" },
        {
          events: [
            event("gen_ai.system.message", { content: "Be brief." }),
            event("gen_ai.user.message", { content: "hi" }),
            event("gen_ai.choice", { index: "0", message: '{"role":"assistant","content":"hello"}' }),
          ],
        },
      ),
    ],
    [
      "events with JSON bodies",
      span(
        { "gen_ai.operation.name": "chat" },
        {
          events: [
            event("gen_ai.system.message", { "gen_ai.event.content": '{"content":"Be brief."}' }),
            event("gen_ai.user.message", { "gen_ai.event.content": '{"content":"hi"}' }),
            event("gen_ai.choice", { "gen_ai.event.content": '{"message":{"content":"hello"}}' }),
          ],
        },
      ),
    ],
    [
      "numbered attributes",
      span({
        "gen_ai.prompt.0.role": "system",
        "gen_ai.prompt.0.content": "Be brief.",
        "gen_ai.prompt.1.role": "user",
        "gen_ai.prompt.1.content": "hi",
        "gen_ai.completion.0.role": "assistant",
        "gen_ai.completion.0.content": "hello",
      }),
    ],
    [
      "an event with message attributes",
      span(
        { "gen_ai.operation.name": "chat" },
        {
          events: [
            event("gen_ai.client.inference.operation.details", {
              "gen_ai.system_instructions": JSON.stringify(part("Be brief.")),
              "gen_ai.input.messages": JSON.stringify([user("hi")]),
              "gen_ai.output.messages": JSON.stringify([model("hello")]),
            }),
          ],
        },
      ),
    ],
  ])("reads the older form: %s", async (_, value) => {
    expect(said(await read(jsonLines(spans(value))))).toEqual([
      ["system", "system", undefined, "Be brief."],
      ["user", "user", undefined, "hi"],
      ["assistant", "assistant", undefined, "hello"],
    ]);
  });

  it.each(['{"a":1}', "[1,2]", '["a"]', "{not json"])(
    "keeps a prompt that looks like JSON: %s",
    async (prompt) => {
      const events = [event("gen_ai.user.message", { content: prompt })];
      const imported = await read(jsonLines(spans(span({ "gen_ai.operation.name": "chat" }, { events }))));
      expect(said(imported)).toEqual([["user", "user", undefined, prompt]]);
    },
  );

  it("counts messages whose content was left out, and conversations without any", async () => {
    const silent = span({ "gen_ai.operation.name": "chat" }, { events: [event("gen_ai.user.message", {})] });
    const empty = span({ "gen_ai.operation.name": "chat" }, { traceId: "aa" });
    const { conversations } = await read(jsonLines(spans(silent, empty)));
    expect(conversations.map(({ id, items }) => [id, items.map(({ bytes }) => bytes)])).toEqual([
      ["0af7651916cd43dd8448eb211c80319c", [0]],
      ["aa", []],
    ]);
  });

  it("counts other spans, and reads one object over many lines", async () => {
    const other = span({ "http.route": "/x" });
    const chat = span({ "gen_ai.input.messages": "plain words" });
    const imported = await read(JSON.stringify(spans(other, chat), null, 2));
    expect(said(imported)).toEqual([["user", "user", undefined, "plain words"]]);
    expect(imported.held).toEqual({ "spans that are not GenAI": 1 });
  });

  it("names a time that is none, and goes on past damage", async () => {
    const chat = span({ "gen_ai.prompt": "hi" }, { startTimeUnixNano: "later" });
    const { conversations, report } = await read(
      `${jsonLines(spans(chat))}{"resourceSpans":[{]}\n${jsonLines(spans(chat))}`,
    );
    expect(conversations.map(({ items }) => items.length)).toEqual([1]);
    expect(report.problems.map(({ place }) => [place.line, place.field])).toEqual([
      [1, "startTimeUnixNano"],
      [2, undefined],
      [3, "startTimeUnixNano"],
    ]);
  });
});
