/**
 * The measured fields of a message -> its bytes and its text
 */
import type { Item, ItemSource } from "../conversation.ts";
import { textOfJson } from "../export/leaf-text.ts";
import { bytesOf, textOf } from "../json/shape.ts";
import { isJson, type Json } from "../read-field.ts";
import type { Draft } from "./draft.ts";

/** Fields of content, in the order in which they are said. */
const PLAIN_FIELDS = [
  "text",
  "thinking",
  "content",
  "refusal",
  "reasoning",
  "summary",
  "title",
  "context",
  "filename",
  "url",
  "uri",
  "source",
  "data",
  "image_url",
  "audio",
  "input_audio",
  "file",
  "file_data",
  "resource",
  "tool_name",
] as const;
/** Fields whose content is JSON, or JSON in a string. */
const JSON_FIELDS = [
  "input",
  "arguments",
  "args",
  "output",
  "result",
  "response",
  "server_tool_call",
  "server_tool_call_response",
] as const;

/** Sums what a projection measured. */
export class Tally {
  bytes = 0;
  isEmpty = true;
  readonly #texts: string[] = [];

  /** A measured string, or an object or list that holds some. */
  add(value: unknown): void {
    if (value === undefined || value === null) return;
    if (Array.isArray(value)) {
      for (const element of value) this.add(element);
      return;
    }
    if (isJson(value) && !("bytes" in value)) {
      this.addFields(value);
      return;
    }
    this.isEmpty = false;
    this.bytes += bytesOf(value);
    const text = textOf(value);
    if (text !== undefined && text !== "") this.#texts.push(text);
  }

  addFields(block: Json): void {
    this.isEmpty = false;
    // Base64 media under `content` would otherwise be taken for text.
    const media = block["type"] === "blob";
    for (const field of PLAIN_FIELDS) {
      if (media && field === "content") this.bytes += bytesOf(block[field]);
      else this.add(block[field]);
    }
    for (const field of JSON_FIELDS) this.addJson(block[field]);
  }

  addJson(value: unknown): void {
    const text = textOf(value);
    this.add(text === undefined ? value : { bytes: bytesOf(value), text: textOfJson(text) });
  }

  addCall(call: unknown): void {
    if (!isJson(call)) return;
    this.addFields(call);
    for (const field of ["function", "custom"]) if (isJson(call[field])) this.addFields(call[field]);
  }

  draft(role: Item["role"], source: ItemSource, name: string | undefined): Draft {
    return {
      role,
      source,
      name,
      bytes: this.bytes,
      text: this.#texts.join("\n"),
      call: undefined,
      id: undefined,
    };
  }
}
