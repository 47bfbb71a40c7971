/**
 * Which of the two request dialects a record speaks, so that both importers give one answer
 *
 * The dialects overlap: `{"messages": [{"role": "user", "content": "hi"}]}` is both. A sign of one
 * decides; a record with no sign is the plainer of the two.
 */
import { isObject, type JsonObject } from "./head.ts";

export type Dialect = "anthropic" | "openai";

const OTHER_FORMATS = ["mapping", "chat_messages", "resourceSpans", "scopeSpans", "items", "call_type"];
const WRAPPERS = ["request", "params", "body"] as const;
const ANTHROPIC_FIELDS = ["system", "anthropic_version", "stop_sequences", "thinking", "top_k"];
const OPENAI_FIELDS = [
  "response_format",
  "frequency_penalty",
  "max_completion_tokens",
  "functions",
  "weight",
  "n",
  "logit_bias",
];
const ANTHROPIC_BLOCKS = ["tool_use", "tool_result", "thinking", "redacted_thinking", "document", "image"];
const OPENAI_BLOCKS = ["image_url", "input_audio", "file", "refusal", "input_text", "output_text"];
const OPENAI_ROLES = ["system", "developer", "tool", "function"];

/** Undefined when the record is no chat request, response or wrapper of one. */
export function dialectOf(record: JsonObject): Dialect | undefined {
  if (OTHER_FORMATS.some((field) => field in record)) return undefined;
  const parts = [record, ...WRAPPERS.map((name) => record[name])].filter(isObject);
  const request = parts.find((part) => isMessages(part["messages"]));
  const answer = answerDialect(record);
  if (request === undefined) return answer;
  if (answer !== undefined) return answer;
  if ("params" in record && request === record["params"]) return "anthropic";
  if ("body" in record && request === record["body"]) return "openai";
  return requestDialect(request);
}

function requestDialect(request: JsonObject): Dialect {
  const messages = asList(request["messages"]).filter(isObject);
  const blocks = messages.flatMap((message) => asList(message["content"])).filter(isObject);
  const tools = asList(request["tools"]).filter(isObject);
  const isOpenai =
    messages.some((message) => OPENAI_ROLES.includes(String(message["role"])) || "tool_calls" in message) ||
    blocks.some((block) => OPENAI_BLOCKS.includes(String(block["type"]))) ||
    tools.some((tool) => "function" in tool) ||
    OPENAI_FIELDS.some((field) => field in request);
  if (isOpenai) return "openai";
  const metadata = request["metadata"];
  const isAnthropic =
    ANTHROPIC_FIELDS.some((field) => field in request) ||
    blocks.some((block) => ANTHROPIC_BLOCKS.includes(String(block["type"]))) ||
    tools.some((tool) => "input_schema" in tool) ||
    (isObject(metadata) && "user_id" in metadata) ||
    String(request["model"]).includes("claude");
  return isAnthropic ? "anthropic" : "openai";
}

function answerDialect(record: JsonObject): Dialect | undefined {
  const outer = [
    record["response"],
    record["result"],
    record["custom_id"] === undefined ? undefined : record,
  ];
  const answers = outer
    .filter(isObject)
    .flatMap((answer) => [answer, answer["body"], answer["message"]])
    .filter(isObject);
  if (answers.some((answer) => Array.isArray(answer["choices"]))) return "openai";
  if (answers.some((answer) => answer["object"] === "response")) return "openai";
  return answers.some((answer) => answer["type"] === "message" && "content" in answer)
    ? "anthropic"
    : undefined;
}

function isMessages(value: unknown): boolean {
  return Array.isArray(value) && value.some((message) => isObject(message) && "role" in message);
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
