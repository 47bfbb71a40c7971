/**
 * One message of a Claude.ai export -> its items
 *
 * The message itself (its text and thinking), then each tool call and tool result, then each
 * attachment. The export names no current branch, so no item is known to be hidden.
 */
import type { Item } from "../conversation.ts";
import { textOfJson } from "../export/leaf-text.ts";
import { dateOf } from "../export/span.ts";
import { bytesOf, textOf } from "../json/shape.ts";
import { type FieldPlace, type Json, listOf, nameOf, objectOf } from "../read-field.ts";
import { Connectors } from "./connector.ts";

/** What the app calls text that was pasted and turned into an attachment for its length. */
const PASTED_NAME = /^(?:paste|pasted)/i;

type Speaker = Pick<Item, "role" | "source">;
const USER: Speaker = { role: "user", source: "user" };
const ASSISTANT: Speaker = { role: "assistant", source: "assistant" };
const SYSTEM: Speaker = { role: "system", source: "system" };

type Known = Pick<Item, "id" | "role" | "source" | "at" | "name" | "pasted">;

interface Pieces {
  bytes: number;
  readonly texts: string[];
}

/** Makes the items of one conversation; remembers which tool calls went to connectors. */
export class MessageReader {
  readonly #at: FieldPlace;
  readonly #content: boolean;
  readonly #connectors: Connectors = new Connectors();

  constructor(at: FieldPlace, content: boolean) {
    this.#at = at;
    this.#content = content;
  }

  /** Adds the items of `message`, the `index`th of its conversation, to `items`. */
  read(message: Json, index: number, items: Item[]): void {
    const id = nameOf(message["uuid"]) ?? `message-${index}`;
    const at = dateOf(message["created_at"], "chat_messages[].created_at", this.#at);
    const own: Pieces = { bytes: 0, texts: [] };
    const tools: Item[] = [];
    const content = message["content"];
    if (Array.isArray(content)) {
      for (let place = 0; place < content.length; place += 1) {
        const block = objectOf(content[place]);
        if (isTool(block)) tools.push(this.#tool(block, `${id}#${place}`, at));
        else this.#say(block, own);
      }
    } else {
      add(own, content);
    }
    // `text` repeats the text blocks where there are any; messages before blocks have only it.
    if (own.bytes === 0) add(own, message["text"]);
    const { role, source } = this.#speaker(message);
    items.push(this.#item({ id, role, source, at, name: undefined, pasted: false }, own));
    for (const tool of tools) items.push(tool);
    this.#attachments(message, id, at, items);
  }

  #speaker(message: Json): Speaker {
    const sender = message["sender"] ?? message["role"];
    if (sender === "human" || sender === "user") return USER;
    if (sender === "assistant") return ASSISTANT;
    this.#at.context.report.countUnknown(`sender ${String(sender).slice(0, 40)}`);
    return SYSTEM;
  }

  #say(block: Json, own: Pieces): void {
    const type = block["type"];
    if (type !== "text" && type !== "thinking" && type !== "token_budget") {
      this.#at.context.report.countUnknown(`content type ${String(type).slice(0, 40)}`);
    }
    add(own, block["text"]);
    add(own, block["thinking"]);
  }

  #tool(block: Json, id: string, at: number | undefined): Item {
    const source = this.#connectors.isConnector(block) ? "connector" : "tool";
    const started = dateOf(block["start_timestamp"], "content[].start_timestamp", this.#at);
    const pieces: Pieces = { bytes: 0, texts: [] };
    for (const field of ["input", "content", "text"]) addJson(pieces, block[field]);
    const name = nameOf(block["name"]);
    return this.#item({ id, role: "tool", source, at: started ?? at, name, pasted: false }, pieces);
  }

  /** Brought by the person: an upload, or a long paste, which has no name or one that says so. */
  #attachments(message: Json, id: string, at: number | undefined, items: Item[]): void {
    listOf(message["attachments"]).forEach((value, index) => {
      const attachment = objectOf(value);
      const name = nameOf(attachment["file_name"]);
      const pieces: Pieces = { bytes: 0, texts: [] };
      add(pieces, attachment["extracted_content"]);
      const pasted = name === undefined || PASTED_NAME.test(name);
      const item = {
        id: `${id}#attachment-${index}`,
        role: "user",
        source: "user",
        at,
        name: undefined,
        pasted,
      } as const;
      items.push(this.#item(item, pieces));
    });
  }

  #item(known: Known, pieces: Pieces): Item {
    const item: Item = {
      id: known.id,
      role: known.role,
      source: known.source,
      at: known.at,
      hidden: false,
      pasted: known.pasted,
      signal: undefined,
      name: known.name,
      bytes: pieces.bytes,
    };
    return this.#content ? { ...item, text: pieces.texts.join("\n") } : item;
  }
}

function isTool(block: Json): boolean {
  return block["type"] === "tool_use" || block["type"] === "tool_result";
}

function add(pieces: Pieces, value: unknown): void {
  pieces.bytes += bytesOf(value);
  const text = textOf(value);
  if (text !== undefined && text !== "") pieces.texts.push(text);
}

function addJson(pieces: Pieces, value: unknown): void {
  pieces.bytes += bytesOf(value);
  const text = textOf(value);
  if (text !== undefined && text !== "") pieces.texts.push(textOfJson(text));
}
