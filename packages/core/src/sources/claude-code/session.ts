/**
 * Lines of one Claude Code session, from whichever files -> its thread
 */
import type { Item, ItemSource } from "../conversation.ts";
import { textOfJson } from "../export/leaf-text.ts";
import { Thread } from "../gather/thread.ts";
import { bytesOf, textOf } from "../json/shape.ts";
import type { Draft } from "../messages/draft.ts";
import { draftsOf, type ToolNames } from "../messages/read-message.ts";
import { itemOf } from "../messages/transcript.ts";
import { firstName, isJson, type Json, listOf, nameOf, objectOf } from "../read-field.ts";
import type { Report } from "../report.ts";

/** Written by the client when no model answered. */
const NO_MODEL = "<synthetic>";
/** Message ids of answers that came through a cloud platform's own endpoint. */
const CLOUD_MESSAGE = /^msg_(?:bdrk|vrtx)_/;
const LOGIN_KEY_SOURCES = ["none", "oauth"];

/** Whose content an attachment is; the client's own reminders otherwise. */
const ATTACHMENTS: Readonly<Record<string, ItemSource>> = {
  directory: "user",
  edited_text_file: "user",
  file: "user",
  mcp_resource: "connector",
  queued_command: "user",
};
/** Prompts that nobody typed. */
const ORIGINS: Readonly<Record<string, ItemSource>> = { "task-notification": "system", channel: "connector" };

export interface LineContext {
  /** Unique within the session. */
  readonly id: string;
  readonly at: number | undefined;
  /** Of a subagent's line. */
  readonly agent: string | undefined;
  readonly content: boolean;
  readonly report: Report;
}

export class SessionThread extends Thread {
  readonly #tools: ToolNames = new Map();
  #rank = 0;

  constructor(id: string) {
    super(id, "coding");
  }

  /** A title of a higher rank wins, and of the same rank the later one. */
  entitle(title: string | undefined, rank: number): void {
    if (title === undefined || rank < this.#rank) return;
    this.title = title;
    this.#rank = rank;
  }

  get hasTitle(): boolean {
    return this.title !== undefined;
  }

  addMessage(line: Json, context: LineContext): void {
    const message = line["message"];
    const role = line["type"] === "assistant" ? "assistant" : "user";
    this.#noteCredential(line);
    const model = nameOf(objectOf(message)["model"]);
    if (model !== NO_MODEL && context.agent === undefined) this.model ??= model;
    const drafts = draftsOf(message, this.#tools, (what) => context.report.countUnknown(what), role);
    const pasted = listOf(line["imagePasteIds"]).length > 0;
    let index = 0;
    for (const draft of drafts) {
      const source = sourceOf(draft, line, context);
      const item: Item = {
        id: index === 0 ? context.id : `${context.id}/${draft.call ?? index}`,
        role: draft.role,
        source,
        at: context.at,
        hidden: false,
        pasted: pasted && source === "user",
        signal: undefined,
        name: draft.role === "tool" ? draft.name : (context.agent ?? draft.name),
        bytes: draft.bytes,
      };
      this.add(context.content ? { ...item, text: draft.text } : item, context.report);
      index += 1;
    }
  }

  addAttachment(line: Json, context: LineContext): void {
    const attachment = objectOf(line["attachment"]);
    const type = nameOf(attachment["type"]) ?? "";
    const content = attachment["content"];
    const text = textOf(content);
    // A file comes as an object around its text.
    const inner = text === undefined ? content : { bytes: bytesOf(content), text: textOfJson(text) };
    const parts = [attachment["prompt"], inner, attachment["snippet"]];
    const source = ATTACHMENTS[type] ?? "system";
    this.#addPlain(parts, source === "system" ? "system" : "user", source, type, context);
  }

  /** A line of the client's own, which is an item when it says something. */
  addNotice(line: Json, context: LineContext): void {
    this.#noteCredential(line);
    this.touch(context.at);
    const said = [line["content"], line["planContent"]].filter((part) => bytesOf(part) > 0);
    const message = line["message"];
    if (isJson(message)) this.addMessage(line, context);
    else if (said.length > 0) this.#addPlain(said, "system", "system", undefined, context);
  }

  #addPlain(
    parts: readonly unknown[],
    role: Item["role"],
    source: ItemSource,
    name: string | undefined,
    { id, at, content, report }: LineContext,
  ): void {
    const texts = parts.map(textOf).filter((text) => text !== undefined);
    const bytes = parts.reduce<number>((sum, part) => sum + bytesOf(part), 0);
    const draft: Draft = {
      role,
      source,
      name,
      bytes,
      text: texts.join("\n"),
      call: undefined,
      id: undefined,
    };
    this.add(itemOf(draft, id, at, content), report);
  }

  #noteCredential(line: Json): void {
    const source = nameOf(line["apiKeySource"]);
    if (source !== undefined) this.credential = LOGIN_KEY_SOURCES.includes(source) ? "login" : "api-key";
    const message = firstName(objectOf(line["message"])["id"]) ?? "";
    if (CLOUD_MESSAGE.test(message)) this.credential ??= "cloud";
  }
}

/** Who wrote it: in a subagent's transcript the "user" is the model that sent it out. */
function sourceOf(draft: Draft, line: Json, { agent }: LineContext): ItemSource {
  if (draft.role === "assistant") return line["isApiErrorMessage"] === true ? "system" : "assistant";
  if (draft.role !== "user") return draft.source;
  if (line["isMeta"] === true || line["isCompactSummary"] === true) return "system";
  const origin = ORIGINS[nameOf(objectOf(line["origin"])["kind"]) ?? ""];
  if (origin !== undefined) return origin;
  return agent === undefined ? "user" : "assistant";
}
