/**
 * A small file of every form that an importer reads, by the importer's id. Ours, made for tests.
 */
import { jsonLines } from "./source-input.ts";

const user = (content: unknown): unknown => ({ role: "user", content });
const assistant = (content: unknown): unknown => ({ role: "assistant", content });
const text = (stringValue: string): unknown => ({ stringValue });

export const span = (attributes: Readonly<Record<string, unknown>>, more: object = {}): unknown => ({
  traceId: "0af7651916cd43dd8448eb211c80319c",
  spanId: "b7ad6b7169203331",
  name: "chat",
  kind: 3,
  startTimeUnixNano: "1767603600000000000",
  endTimeUnixNano: "1767603602500000000",
  attributes: Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === "string" ? text(value) : value,
  })),
  status: {},
  ...more,
});

export const spans = (...list: readonly unknown[]): unknown => ({
  resourceSpans: [
    {
      resource: { attributes: [{ key: "service.name", value: text("shop") }] },
      scopeSpans: [{ scope: { name: "test" }, spans: list }],
    },
  ],
});

const chatSpan = span({
  "gen_ai.operation.name": "chat",
  "gen_ai.conversation.id": "conv-1",
  "gen_ai.input.messages": JSON.stringify([{ role: "user", parts: [{ type: "text", content: "hi" }] }]),
});

const trace = {
  id: "t-1",
  timestamp: "2026-01-05T09:00:00.000Z",
  name: "chat",
  userId: "u-1",
  sessionId: "s-1",
  input: "hi",
  output: "hello",
  metadata: {},
  tags: [],
};
const observation = {
  id: "o-1",
  trace_id: "t-1",
  type: "GENERATION",
  start_time: "2026-01-05 09:00:00.000000",
  input: JSON.stringify([user("hi")]),
  output: JSON.stringify(assistant("hello")),
};
const payload = {
  id: "call-1",
  trace_id: "tr-1",
  call_type: "acompletion",
  startTime: 1767603600.5,
  endTime: 1767603601.5,
  model: "model-a",
  messages: [user("hi")],
  response: { id: "r", choices: [{ index: 0, message: assistant("hello") }] },
  requester_ip_address: "203.0.113.7",
};
const chatLine = { messages: [user("hi"), assistant("hello")] };
const requestLine = { model: "claude-test", max_tokens: 5, system: "Be brief.", messages: [user("hi")] };
const answer = {
  id: "msg_1",
  type: "message",
  role: "assistant",
  content: [{ type: "text", text: "hello" }],
};

export const nativeLine = {
  id: "c-001",
  account: "a-17",
  title: "Refunds",
  createdAt: "2026-01-05T09:00:00Z",
  updatedAt: "2026-01-05T09:05:00Z",
  surface: "chat",
  mode: "ordinary",
  credential: "login",
  items: [
    { id: "i1", role: "user", source: "user", at: "2026-01-05T09:00:00Z", text: "hi é", pasted: true },
    { id: "i2", role: "tool", source: "connector", name: "drive", text: "raw", signal: "train-ai=n" },
  ],
  feedback: [{ at: "2026-01-05T09:05:00Z", kind: "rating", rating: "up" }],
};

const sessionLine = {
  type: "user",
  uuid: "u-1",
  sessionId: "s-1",
  timestamp: "2026-01-05T09:00:00.000Z",
  message: user("hi"),
};

interface Sample {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

export const SAMPLES: Readonly<Record<string, readonly Sample[]>> = {
  "claude-code": [
    { name: "a session", files: { "s-1.jsonl": jsonLines(sessionLine) } },
    {
      name: "legacy minimal lines",
      files: { "s.jsonl": jsonLines({ type: "user", uuid: "u", message: user("hi") }) },
    },
    {
      name: "a folder",
      files: {
        "projects/p/s-1.jsonl": jsonLines({ type: "summary", summary: "Hi", leafUuid: "u-1" }, sessionLine),
        "projects/p/s-1/tool-results/x.txt": "output",
        "history.jsonl": jsonLines({
          display: "hi",
          pastedContents: {},
          timestamp: 1767603600000,
          project: "/p",
        }),
      },
    },
  ],
  "anthropic-messages": [
    { name: "requests", files: { "log.jsonl": jsonLines(requestLine) } },
    {
      name: "request and response",
      files: { "log.jsonl": jsonLines({ request: { messages: [user("hi")] }, response: answer }) },
    },
    {
      name: "batch requests",
      files: { "b.jsonl": jsonLines({ custom_id: "c", params: { model: "m", messages: [user("hi")] } }) },
    },
    {
      name: "batch results",
      files: { "b.jsonl": jsonLines({ custom_id: "c", result: { type: "succeeded", message: answer } }) },
    },
    {
      name: "a first line past the head",
      files: { "log.jsonl": jsonLines({ ...requestLine, messages: [user("x".repeat(70_000))] }) },
    },
  ],
  "openai-chat": [
    { name: "examples", files: { "train.jsonl": jsonLines(chatLine, chatLine) } },
    { name: "a pretty-printed array", files: { "chats.json": JSON.stringify([chatLine], null, 2) } },
    {
      name: "a tool's message",
      files: { "t.jsonl": jsonLines({ messages: [{ role: "tool", content: "x" }] }) },
    },
    {
      name: "batch requests",
      files: { "b.jsonl": jsonLines({ custom_id: "c", method: "POST", url: "/v1/chat", body: chatLine }) },
    },
    {
      name: "batch results",
      files: {
        "b.jsonl": jsonLines({
          id: "b",
          custom_id: "c",
          response: { status_code: 200, body: { choices: [{ index: 0, message: assistant("hello") }] } },
        }),
      },
    },
  ],
  "otel-genai": [
    { name: "an export per line", files: { "traces.jsonl": jsonLines(spans(chatSpan), spans(chatSpan)) } },
    { name: "one pretty-printed object", files: { "trace.json": JSON.stringify(spans(chatSpan), null, 2) } },
  ],
  langfuse: [
    { name: "traces", files: { "traces.json": JSON.stringify([trace]) } },
    {
      name: "a page of the API",
      files: { "page.json": JSON.stringify({ data: [trace], meta: { page: 1 } }) },
    },
    { name: "observations", files: { "observations.jsonl": jsonLines(observation) } },
    {
      name: "a downloaded trace",
      files: { "trace-t-1.json": JSON.stringify({ ...trace, observations: [] }, null, 2) },
    },
  ],
  litellm: [
    { name: "lines", files: { "log.jsonl": jsonLines(payload) } },
    { name: "an array", files: { "log.json": JSON.stringify([payload]) } },
  ],
  proviso: [{ name: "lines", files: { "chats.jsonl": jsonLines(nativeLine) } }],
  "claude-ai-export": [
    {
      name: "conversations",
      files: {
        "conversations.json": JSON.stringify([
          {
            uuid: "c-1",
            name: "Hi",
            created_at: "2026-01-05T09:00:00Z",
            account: { uuid: "a" },
            chat_messages: [],
          },
        ]),
      },
    },
  ],
  "chatgpt-export": [
    {
      name: "conversations",
      files: {
        "conversations.json": JSON.stringify([
          {
            id: "c-1",
            title: "Hi",
            create_time: 1767603600.1,
            current_node: "n",
            mapping: { n: { id: "n" } },
          },
        ]),
      },
    },
  ],
};

/** What no importer may claim, and none may stumble over. */
export const FOREIGN: Readonly<Record<string, string | Uint8Array>> = {
  "empty.json": "",
  "blank.jsonl": " \n\n",
  "null.json": "null",
  "numbers.json": "[1,2,3]",
  "list.json": "[]",
  "object.json": "{}",
  "words.txt": "to whom it may concern",
  "package.json": JSON.stringify({ name: "x", version: "1.0.0", type: "module", dependencies: {} }),
  "logs.jsonl": jsonLines({ level: "info", timestamp: "2026-01-05T09:00:00Z", message: "started", id: "1" }),
  "geo.json": JSON.stringify({ type: "FeatureCollection", features: [{ type: "Feature", properties: {} }] }),
  "deep.json": "[".repeat(60_000),
  "deep-object.json": '{"a":'.repeat(20_000),
  "cut.json": '{"messages": [{"ro',
  "image.png": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe, 0x7b, 0x22]),
  "utf16.json": Uint8Array.from([0xff, 0xfe, 0x7b, 0, 0x7d, 0]),
  "bad-utf8.json": Uint8Array.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
};
