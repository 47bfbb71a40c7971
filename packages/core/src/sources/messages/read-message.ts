/**
 * A projected chat message -> **Draft** items
 *
 * A message is one item, and each tool result in it another one, since it has another source.
 */
import type { Item, ItemSource } from "../conversation.ts";
import { firstName, isJson, type Json, listOf, nameOf } from "../read-field.ts";
import type { Draft } from "./draft.ts";
import { Tally } from "./tally.ts";

/** Tool call id -> tool name, within one conversation. */
export type ToolNames = Map<string, string>;

const ROLES: ReadonlyMap<string, Item["role"]> = new Map([
  ["user", "user"],
  ["human", "user"],
  ["assistant", "assistant"],
  ["model", "assistant"],
  ["ai", "assistant"],
  ["system", "system"],
  ["developer", "system"],
  ["tool", "tool"],
  ["function", "tool"],
]);

/** Message types of item lists that carry no role. */
const TYPE_ROLES: ReadonlyMap<string, Item["role"]> = new Map([
  ["function_call", "assistant"],
  ["custom_tool_call", "assistant"],
  ["mcp_call", "assistant"],
  ["reasoning", "assistant"],
  ["function_call_output", "tool"],
  ["custom_tool_call_output", "tool"],
]);

const SOURCES: Readonly<Record<Item["role"], ItemSource>> = {
  user: "user",
  assistant: "assistant",
  system: "system",
  tool: "tool",
};

/** Fields of a message that hold content of their own. */
const BESIDE_CONTENT = ["refusal", "reasoning_content", "reasoning", "audio"] as const;
const CONNECTOR_TOOL = "mcp__";
/**
 * Reads a message projected with MESSAGE. `role` is for messages that name none.
 * `unknown` hears of roles that no dialect has; such a message counts as the person's, which is the
 * reading that protects most.
 */
export function draftsOf(
  message: unknown,
  tools: ToolNames,
  unknown: (what: string) => void,
  role: Item["role"] = "user",
): readonly Draft[] {
  if (!isJson(message) || "bytes" in message) {
    const tally = new Tally();
    tally.add(message);
    return [tally.draft(role, SOURCES[role], undefined)];
  }
  const known = roleOf(message, role, unknown);
  const id = nameOf(message["id"]);
  if (known === "tool") return [toolDraft(message, tools, id)];

  const own = new Tally();
  const results: Draft[] = [];
  const content = message["content"];
  if (Array.isArray(content)) for (const block of content) addBlock(block, own, results, tools);
  else if (content !== undefined) addBlock(content, own, results, tools);
  for (const block of listOf(message["parts"])) addBlock(block, own, results, tools);
  for (const call of listOf(message["tool_calls"])) {
    noteCall(call, tools);
    own.addCall(call);
  }
  if (isJson(message["function_call"])) own.addCall(message["function_call"]);
  for (const field of BESIDE_CONTENT) own.add(message[field]);
  if (content === undefined && message["parts"] === undefined) {
    noteCall(message, tools);
    own.addFields({ ...message, refusal: undefined, reasoning: undefined, audio: undefined });
  }
  const name = known === "assistant" ? undefined : nameOf(message["name"]);
  // A message of nothing but tool results is no item of its own; any other is, even when empty.
  if (own.isEmpty && results.length > 0) return results;
  results.unshift(own.draft(known, SOURCES[known], name, id));
  return results;
}

function addBlock(block: unknown, own: Tally, results: Draft[], tools: ToolNames): void {
  if (!isJson(block) || !isResult(block)) {
    noteCall(block, tools);
    own.add(block);
  } else results.push(resultDraft(block, tools));
}

/** `connector` for tools that reach a connected service. */
export function toolSource(name: string | undefined): ItemSource {
  return name?.startsWith(CONNECTOR_TOOL) ? "connector" : "tool";
}

function roleOf(message: Json, fallback: Item["role"], unknown: (what: string) => void): Item["role"] {
  const given = nameOf(message["role"]);
  if (given === undefined) return TYPE_ROLES.get(nameOf(message["type"]) ?? "") ?? fallback;
  const role = ROLES.get(given) ?? ROLES.get(given.toLowerCase());
  if (role === undefined) unknown(`role ${given.slice(0, 40)}`);
  return role ?? "user";
}

function blocksOf(message: Json): readonly unknown[] {
  const content = message["content"];
  const blocks = Array.isArray(content) ? content : content === undefined ? [] : [content];
  return [...blocks, ...listOf(message["parts"])];
}

function isResult(block: Json): boolean {
  const type = nameOf(block["type"]) ?? "";
  return type.endsWith("tool_result") || type.endsWith("tool_call_response") || type.endsWith("_output");
}

function noteCall(block: unknown, tools: ToolNames): void {
  if (!isJson(block)) return;
  const called = isJson(block["function"])
    ? block["function"]
    : isJson(block["custom"])
      ? block["custom"]
      : block;
  const name = nameOf(called["name"]);
  if (name === undefined) return;
  const server = firstName(block["server_name"], block["server_label"]);
  const full = server === undefined ? name : `${CONNECTOR_TOOL}${server}__${name}`;
  const id = nameOf(block["id"]);
  if (id !== undefined) tools.set(id, full);
  const call = nameOf(block["call_id"]);
  if (call !== undefined) tools.set(call, full);
}

function resultDraft(block: Json, tools: ToolNames): Draft {
  const call = firstName(block["tool_use_id"], block["call_id"], block["id"]);
  const name = tools.get(call ?? "") ?? nameOf(block["name"]);
  const tally = new Tally();
  tally.addFields(block);
  const source = nameOf(block["type"])?.startsWith("mcp_") ? "connector" : toolSource(name);
  return tally.draft("tool", source, name, undefined, call);
}

function toolDraft(message: Json, tools: ToolNames, id: string | undefined): Draft {
  const call = firstName(message["tool_call_id"], message["call_id"]);
  const name = tools.get(call ?? "") ?? nameOf(message["name"]);
  const tally = new Tally();
  let inner = call;
  for (const block of blocksOf(message)) {
    if (isJson(block) && isResult(block)) inner ??= firstName(block["tool_use_id"], block["id"]);
    tally.add(block);
  }
  tally.addJson(message["output"]);
  const tool = name ?? tools.get(inner ?? "");
  return tally.draft("tool", toolSource(tool), tool, id, inner);
}
