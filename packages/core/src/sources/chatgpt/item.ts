/**
 * One message of a ChatGPT export -> its item
 */
import type { Item } from "../conversation.ts";
import { textOfJson } from "../export/leaf-text.ts";
import { bytesOf, textOf } from "../json/shape.ts";
import { type Json, nameOf, objectOf } from "../read-field.ts";
import type { Report } from "../report.ts";
import { CONTENT_TEXTS } from "./shape.ts";
import type { TreeMessage } from "./tree.ts";

/**
 * Connected services answer under the author `api_tool` or the name of a plugin (`..._jit_plugin`,
 * `connector...`, `mcp...`); the built-in tools have names of their own (browser, python, dalle, bio).
 * A new kind of connector would pass for a tool, so policies that depend on it must not rely on this alone.
 */
const CONNECTOR_NAME = /^api_tool(?:\.|$)|_jit_plugin(?:\.|$)|(?:^|[._])(?:connector|mcp)s?(?:[._]|$)/;

export function itemOf(tree: TreeMessage, content: boolean, report: Report): Item {
  const { message } = tree;
  const author = objectOf(message["author"]);
  const recipient = nameOf(message["recipient"]);
  const name = nameOf(author["name"]) ?? (recipient === "all" ? undefined : recipient);
  const pieces = piecesOf(message["content"]);
  const { role, source } = speakerOf(author, objectOf(message["content"])["content_type"], report);
  const item: Item = {
    id: nameOf(message["id"]) ?? tree.node,
    role,
    source,
    at: tree.at,
    hidden: tree.hidden,
    pasted: false,
    signal: undefined,
    name,
    bytes: pieces.bytes,
  };
  return content ? { ...item, text: pieces.texts.join("\n") } : item;
}

type Speaker = Pick<Item, "role" | "source">;
const SPEAKERS: ReadonlyMap<unknown, Speaker> = new Map<unknown, Speaker>([
  ["user", { role: "user", source: "user" }],
  ["assistant", { role: "assistant", source: "assistant" }],
  ["system", { role: "system", source: "system" }],
  ["developer", { role: "system", source: "system" }],
  ["tool", { role: "tool", source: "tool" }],
]);
const CONNECTOR: Speaker = { role: "tool", source: "connector" };
const UNKNOWN: Speaker = { role: "system", source: "system" };
/** Custom instructions: the person wrote them, whatever role carries them into the conversation. */
const INSTRUCTIONS: Speaker = { role: "system", source: "user" };

function speakerOf(author: Json, contentType: unknown, report: Report): Speaker {
  if (contentType === "user_editable_context") return INSTRUCTIONS;
  const role = author["role"];
  const speaker = SPEAKERS.get(role);
  if (speaker === undefined) report.countUnknown(`author role ${nameOf(role)?.slice(0, 40) ?? "missing"}`);
  const isConnector = role === "tool" && CONNECTOR_NAME.test(nameOf(author["name"]) ?? "");
  return isConnector ? CONNECTOR : (speaker ?? UNKNOWN);
}

interface Pieces {
  bytes: number;
  readonly texts: string[];
}

function piecesOf(value: unknown): Pieces {
  const pieces: Pieces = { bytes: 0, texts: [] };
  const content = objectOf(value);
  if (typeof value !== "object" || "bytes" in content) {
    add(pieces, value);
    return pieces;
  }
  const { parts } = content as { parts?: unknown };
  if (Array.isArray(parts)) {
    for (const part of parts) {
      const isObject = typeof part === "object" && textOf(part) === undefined;
      add(pieces, isObject ? objectOf(part)["text"] : part);
    }
  } else {
    add(pieces, parts);
  }
  for (const field of CONTENT_TEXTS) add(pieces, content[field]);
  return pieces;
}

function add(pieces: Pieces, value: unknown): void {
  pieces.bytes += bytesOf(value);
  const text = textOf(value);
  if (text !== undefined && text !== "") pieces.texts.push(textOfJson(text));
}
