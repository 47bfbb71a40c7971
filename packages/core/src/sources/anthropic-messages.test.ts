import { describe, expect, it } from "vitest";
import { type Imported, importAll, inputOf, jsonLines } from "../../test/source-input.ts";
import { anthropicMessages } from "./anthropic-messages.ts";

const read = (content: string, options = {}): Promise<Imported> =>
  importAll(anthropicMessages, inputOf({ "log.jsonl": content }), options);
const said = ({ conversations }: Imported): unknown[][] =>
  conversations.flatMap(({ items }) =>
    items.map(({ role, source, name, text }) => [role, source, name, text]),
  );

const BLOCKS = [
  { type: "tool_result", tool_use_id: "t-1", content: [{ type: "text", text: "sunny" }] },
  { type: "mcp_tool_result", tool_use_id: "t-2", is_error: false, content: "a file" },
  { type: "text", text: "and now?" },
  { type: "image", source: { type: "base64", media_type: "image/png", data: "AAAA" } },
  {
    type: "document",
    title: "Lease",
    source: { type: "text", media_type: "text/plain", data: "words" },
  },
];
const request = {
  model: "model-a",
  max_tokens: 10,
  metadata: { user_id: "u-7" },
  system: [{ type: "text", text: "Be brief.", cache_control: { type: "ephemeral" } }],
  tools: [{ name: "x", input_schema: {} }],
  messages: [
    { role: "user", content: "hi" },
    {
      role: "assistant",
      content: [
        { type: "thinking", thinking: "hm", signature: "s" },
        { type: "tool_use", id: "t-1", name: "weather", input: { city: "Bern" } },
        { type: "mcp_tool_use", id: "t-2", name: "find", server_name: "drive", input: {} },
      ],
    },
    {
      role: "user",
      content: BLOCKS,
    },
  ],
};
const answer = {
  id: "msg_1",
  type: "message",
  role: "assistant",
  model: "model-b",
  content: [{ type: "text", text: "Rain." }],
  stop_reason: "end_turn",
  usage: { input_tokens: 1 },
};

describe("anthropic messages", () => {
  it("reads instructions, blocks and tools of a bare request", async () => {
    const imported = await read(jsonLines(request), { content: true });
    expect(said(imported)).toEqual([
      ["system", "system", undefined, "Be brief."],
      ["user", "user", undefined, "hi"],
      ["assistant", "assistant", undefined, "hm\nBern"],
      ["user", "user", undefined, "and now?\nLease"],
      ["tool", "tool", "weather", "sunny"],
      ["tool", "connector", "mcp__drive__find", "a file"],
    ]);
    expect(imported.conversations[0]).toMatchObject({
      id: "line-1",
      account: "u-7",
      model: "model-a",
      surface: "api",
      credential: "api-key",
      createdAt: undefined,
      updatedAt: undefined,
    });
    expect([...imported.report.unknown]).toEqual([]);
  });

  it("counts media without decoding them", async () => {
    const { conversations } = await read(jsonLines(request));
    const [, , , withMedia] = conversations[0]?.items ?? [];
    const sources = BLOCKS.flatMap((block) => ("source" in block ? [JSON.stringify(block.source)] : []));
    expect(withMedia?.bytes).toBe("and now?Lease".length + sources.join("").length);
  });

  it.each([
    [
      "request and response",
      { request, response: answer, timestamp: "2026-01-05T09:00:00Z", end_time: 1767603605 },
      "msg_1",
    ],
    ["a batch request", { custom_id: "c-9", params: request }, "c-9"],
    ["a batch result", { custom_id: "c-9", result: { type: "succeeded", message: answer } }, "c-9"],
    ["a string for instructions", { id: "r-1", ...request, system: "Be brief." }, "r-1"],
  ])("unwraps %s", async (_, record, id) => {
    const imported = await read(jsonLines(record), { content: true });
    expect(imported.conversations[0]?.id).toBe(id);
    const texts = said(imported).map(([, , , text]) => text);
    expect(texts.includes("Be brief.")).toBe(!("result" in record));
    expect(texts.includes("Rain.")).toBe("result" in record || "response" in record);
    expect([...imported.report.unknown]).toEqual([]);
  });

  it("dates what the wrapper dates, and names a date that is none", async () => {
    const dated = { request, response: answer, timestamp: "2026-01-05T10:00:00+01:00", end_time: 1767603605 };
    const nine = Date.UTC(2026, 0, 5, 9);
    const { conversations, report } = await read(jsonLines(dated, { request, timestamp: "2026-02-30" }));
    expect(conversations.map(({ createdAt, updatedAt }) => [createdAt, updatedAt])).toEqual([
      [nine, nine + 5000],
      [undefined, undefined],
    ]);
    expect(conversations[0]?.items.map(({ at }) => at)).toEqual([...Array(6).fill(nine), nine + 5000]);
    expect(report.problems).toEqual([
      { message: "`2026-02-30` is not a date", place: { file: "log.jsonl", line: 2, field: "timestamp" } },
    ]);
  });

  it("keeps both of two lines with one id, and says so", async () => {
    const { conversations, report } = await read(jsonLines({ id: "r", ...request }, { id: "r", ...request }));
    expect(conversations.map(({ id }) => id)).toEqual(["r", "r#line-2"]);
    expect(report.conversations).toEqual({ read: 2, duplicate: 1, malformed: 0 });
  });

  it("goes on past lines that are damaged or hold no messages", async () => {
    const { conversations, report } = await read(
      `${jsonLines(request)}{"messages": [}\n{"model":"m"}\n${jsonLines(request)}{"mess`,
    );
    expect(conversations.map(({ id }) => id)).toEqual(["line-1", "line-4"]);
    expect(report.problems.map(({ place }) => place.line)).toEqual([2, 3, 5]);
  });

  it("names the role that it does not know, and counts the content as the person's", async () => {
    const record = { ...request, messages: [{ role: "oracle", content: "x" }] };
    const imported = await read(jsonLines(record), { content: true });
    expect(said(imported)[1]).toEqual(["user", "user", undefined, "x"]);
    expect(imported.report.unknown.get("role oracle")).toBe(1);
  });
});
