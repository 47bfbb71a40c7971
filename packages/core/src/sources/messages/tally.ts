/**
 * The measured fields of a message -> its bytes and its text
 */
import type { Item, ItemSource } from "../conversation.ts";
import { textOfJson } from "../export/leaf-text.ts";
import { bytesOf, textOf } from "../json/shape.ts";
import { isJson, type Json } from "../read-field.ts";
import type { Draft } from "./draft.ts";

/** How the fields of content are read: as they are, or as JSON, or JSON in a string. */
const FIELDS: Readonly<Record<string, "plain" | "json">> = {
  args: "json",
  arguments: "json",
  audio: "plain",
  content: "plain",
  context: "plain",
  data: "plain",
  file: "plain",
  file_data: "plain",
  filename: "plain",
  image_url: "plain",
  input: "json",
  input_audio: "plain",
  output: "json",
  reasoning: "plain",
  refusal: "plain",
  resource: "plain",
  response: "json",
  result: "json",
  server_tool_call: "json",
  server_tool_call_response: "json",
  source: "plain",
  summary: "plain",
  text: "plain",
  thinking: "plain",
  title: "plain",
  tool_name: "plain",
  uri: "plain",
  url: "plain",
};

/** Sums what a projection measured. */
export class Tally {
  bytes = 0;
  isEmpty = true;
  #texts: string[] | undefined;

  /** A measured string, or an object or list that holds some. */
  add(value: unknown): void {
    if (value === undefined || value === null) return;
    if (typeof value === "number") {
      this.isEmpty = false;
      this.bytes += value;
      return;
    }
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
    if (text === undefined || text === "") return;
    if (this.#texts === undefined) this.#texts = [text];
    else this.#texts.push(text);
  }

  addFields(block: Json): void {
    this.isEmpty = false;
    // Base64 media under `content` would otherwise be taken for text.
    const media = block["type"] === "blob";
    for (const field in block) {
      const kind = FIELDS[field];
      if (kind === "json") this.addJson(block[field]);
      else if (kind === "plain" && !(media && field === "content")) this.add(block[field]);
      else if (kind === "plain") this.bytes += bytesOf(block[field]);
    }
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

  draft(
    role: Item["role"],
    source: ItemSource,
    name: string | undefined,
    id?: string | undefined,
    call?: string | undefined,
  ): Draft {
    const text = this.#texts === undefined ? "" : this.#texts.join("\n");
    return { role, source, name, bytes: this.bytes, text, call, id };
  }
}
