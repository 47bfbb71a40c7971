/**
 * A GenAI span's attributes and events -> messages in, messages out
 *
 * Source: OpenTelemetry semantic conventions for generative AI: message attributes since 1.37, one
 * event per message before, numbered `gen_ai.prompt.0.content` attributes in instrumentation older
 * than both. A span may carry several of them; each is read, and repeats are found by their content.
 */
import type { Spoken } from "../messages/body.ts";
import { looseMessages } from "../messages/loose.ts";
import { firstName, isJson, type Json, listOf, objectOf } from "../read-field.ts";
import { type Attributes, attributesOf, textOfAttribute } from "./any-value.ts";

export interface SpanMessages {
  readonly system: readonly Spoken[];
  readonly input: readonly Spoken[];
  readonly output: readonly Spoken[];
}

type Unknown = (what: string) => void;

const NUMBERED = /^gen_ai\.(prompt|completion)\.(\d{1,5})\.(role|content|tool_call_id|name)$/;
const EVENT_ROLES: Readonly<Record<string, string>> = {
  "gen_ai.system.message": "system",
  "gen_ai.user.message": "user",
  "gen_ai.assistant.message": "assistant",
  "gen_ai.tool.message": "tool",
  "gen_ai.choice": "assistant",
};

/** `unknown` hears of fields of messages that were passed over. */
export function messagesOfSpan(attributes: Attributes, events: unknown, unknown: Unknown): SpanMessages {
  const system: Spoken[] = [];
  const input: Spoken[] = [];
  const output: Spoken[] = [];
  const take = (from: Attributes): void => {
    const text = (key: string): string => textOfAttribute(from.get(key));
    system.push(...instructions(text("gen_ai.system_instructions"), unknown));
    input.push(...looseMessages(text("gen_ai.input.messages") || text("gen_ai.prompt"), "input", unknown));
    output.push(
      ...looseMessages(text("gen_ai.output.messages") || text("gen_ai.completion"), "output", unknown),
    );
  };
  take(attributes);
  const numbered = numberedMessages(attributes, unknown);
  input.push(...numbered.prompt);
  output.push(...numbered.completion);
  for (const event of listOf(events).map(objectOf)) {
    const name = firstName(event["name"]) ?? "";
    const given = attributesOf(event["attributes"]);
    const role = EVENT_ROLES[name];
    if (role === undefined) take(given);
    else (name === "gen_ai.choice" ? output : input).push(...eventMessages(role, given, unknown));
  }
  return { system, input, output };
}

/** Whether a span, or one of its events, speaks the GenAI vocabulary. */
export function isGenAi(attributes: Attributes, events: unknown): boolean {
  if ([...attributes.keys()].some((key) => key.startsWith("gen_ai."))) return true;
  return listOf(events).some((event) => String(objectOf(event)["name"]).startsWith("gen_ai."));
}

/** Instructions are a list of parts, not of messages. */
function instructions(text: string, unknown: Unknown): readonly Spoken[] {
  if (text === "") return [];
  const parts = parsed(text);
  const message = Array.isArray(parts) ? JSON.stringify({ role: "system", parts }) : text;
  return looseMessages(message, "input", unknown, "system");
}

/** Content may be left out of an event; the message was there all the same. */
function eventMessages(role: string, given: Attributes, unknown: Unknown): readonly Spoken[] {
  const body = objectOf(parsed(textOfAttribute(given.get("gen_ai.event.content"))));
  const own = Object.fromEntries([...given].map(([key, value]) => [key, structured(key, value)]));
  const fields: Json = { ...body, ...own };
  const inner = isJson(fields["message"]) ? fields["message"] : fields;
  const message = {
    role: firstName(inner["role"]) ?? role,
    content: inner["content"],
    name: firstName(inner["name"]),
    tool_call_id: firstName(inner["id"], inner["tool_call_id"]),
    tool_calls: inner["tool_calls"],
  };
  return spokenOf(message, role === "assistant" ? "output" : "input", unknown);
}

function numberedMessages(
  attributes: Attributes,
  unknown: Unknown,
): Record<"prompt" | "completion", readonly Spoken[]> {
  const found = {
    prompt: new Map<number, Record<string, unknown>>(),
    completion: new Map<number, Record<string, unknown>>(),
  };
  for (const [key, value] of attributes) {
    const [, kind, index, field] = NUMBERED.exec(key) ?? [];
    if (field === undefined || (kind !== "prompt" && kind !== "completion")) continue;
    const message = found[kind].get(Number(index)) ?? {};
    message[field] = value;
    found[kind].set(Number(index), message);
  }
  const inOrder = (kind: "prompt" | "completion"): readonly Spoken[] =>
    [...found[kind]]
      .sort(([a], [b]) => a - b)
      .flatMap(([, message]) => spokenOf(message, kind === "prompt" ? "input" : "output", unknown));
  return { prompt: inOrder("prompt"), completion: inOrder("completion") };
}

/** One message, also when it has no content. */
function spokenOf(message: Json, direction: "input" | "output", unknown: Unknown): readonly Spoken[] {
  if (isEmpty(message)) return [{ message: { role: message["role"] }, role: "user" }];
  return looseMessages(JSON.stringify([message]), direction, unknown);
}

function isEmpty(message: Json): boolean {
  return [message["content"], message["tool_calls"]].every((value) => value === undefined || value === null);
}

/** Events could hold only strings once, so structured values came as JSON in them; prose may be JSON too. */
function structured(key: string, value: unknown): unknown {
  if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
  const inner = parsed(value);
  const isParts = Array.isArray(inner) && inner.every((part) => isJson(part) && "type" in part);
  return inner === undefined || (key === "content" && !isParts) ? value : inner;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
