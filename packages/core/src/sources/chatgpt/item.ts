/**
 * One message of a ChatGPT export -> its item
 */
import type { Item } from "../conversation.ts";
import { textOfJson } from "../export/leaf-text.ts";
import { bytesOf, textOf } from "../json/shape.ts";
import { firstName, type Json, nameOf, objectOf } from "../read-field.ts";
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
  const item: Item = {
    id: firstName(message["id"]) ?? tree.node,
    ...speakerOf(author, objectOf(message["content"])["content_type"], report),
    at: tree.at,
    hidden: tree.hidden,
    pasted: false,
    signal: undefined,
    name,
    bytes: pieces.bytes,
  };
  return content ? { ...item, text: pieces.texts.join("\n") } : item;
}

function speakerOf(author: Json, contentType: unknown, report: Report): Pick<Item, "role" | "source"> {
  const role = nameOf(author["role"]);
  // Custom instructions: the person wrote them, whatever role carries them into the conversation.
  if (contentType === "user_editable_context") return { role: "system", source: "user" };
  switch (role) {
    case "user":
    case "assistant":
    case "system":
      return { role, source: role };
    case "developer":
      return { role: "system", source: "system" };
    case "tool": {
      const isConnector = CONNECTOR_NAME.test(nameOf(author["name"]) ?? "");
      return { role, source: isConnector ? "connector" : "tool" };
    }
    default:
      report.countUnknown(`author role ${role ?? "missing"}`);
      return { role: "system", source: "system" };
  }
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
