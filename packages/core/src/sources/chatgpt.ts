/**
 * ChatGPT data export (`conversations.json` and the files beside it) -> conversations and feedback
 *
 * Says nothing of consent, plan or region. Feedback is evidence for a carve-out; where its file is
 * missing, nothing is known of feedback, which is not the same as none.
 */

import { readFeedback } from "./chatgpt/feedback.ts";
import { itemOf } from "./chatgpt/item.ts";
import { modelOf } from "./chatgpt/model.ts";
import { CONVERSATION, CONVERSATION_WITH_TEXT, COUNTED, USER } from "./chatgpt/shape.ts";
import { messagesOf } from "./chatgpt/tree.ts";
import type { Conversation, Mode, SourceRecord } from "./conversation.ts";
import type { JsonObject } from "./detect/head.ts";
import { baseName, firstRecords, folderOf, isConversationsName } from "./export/files.ts";
import { Newest } from "./export/newest.ts";
import { type ReadRecord, RecordReader } from "./export/record-reader.ts";
import { dateOf, spanOf } from "./export/span.ts";
import { type FieldPlace, firstName, listOf, nameOf } from "./read-field.ts";
import type { Report } from "./report.ts";
import type { Input, ReadOptions, Source, SourceFile } from "./source.ts";

const USER_FILE = "user.json";
const FEEDBACK_FILE = "message_feedback.json";
/** Files that are counted, not read: what they hold in the words of the report. */
const COUNTED_FILES: ReadonlyMap<string, string> = new Map([
  ["shared_conversations.json", "shared conversations"],
  ["model_comparisons.json", "model comparisons"],
]);
const BESIDE: ReadonlySet<string> = new Set([USER_FILE, FEEDBACK_FILE, ...COUNTED_FILES.keys()]);
const KEYS = { id: ["conversation_id", "id"], updated: "update_time" } as const;

export const chatgpt: Source = {
  id: "chatgpt-export",
  title: "ChatGPT data export: conversations.json with message_feedback.json, user.json",
  completeFor,
  detect,
  read,
};

function completeFor(files: readonly SourceFile[]): readonly string[] {
  const always = ["conversation.created", "item.added", "conversation.deleted"];
  return files.some((file) => baseName(file.path) === FEEDBACK_FILE) ? [...always, "feedback.given"] : always;
}

async function detect(input: Input): Promise<readonly SourceFile[]> {
  const json = input.files.filter((file) => /\.jsonl?$/i.test(file.path));
  const heads = await firstRecords(json);
  const folders = new Set<string>();
  json.forEach((file, index) => {
    const isOwner = baseName(file.path) === USER_FILE && isUser(heads[index]);
    if (isOwner || isConversation(heads[index])) folders.add(folderOf(file.path));
  });
  return json.filter((file, index) => {
    if (isConversation(heads[index])) return true;
    if (!folders.has(folderOf(file.path))) return false;
    const isEmptyList = heads[index] === undefined && isConversationsName(file.path);
    return isEmptyList || BESIDE.has(baseName(file.path));
  });
}

function isConversation(head: JsonObject | undefined): boolean {
  return head !== undefined && "mapping" in head && ("current_node" in head || "create_time" in head);
}

function isUser(head: JsonObject | undefined): boolean {
  return head !== undefined && "id" in head && ("email" in head || "chatgpt_plus_user" in head);
}

async function* read(
  files: readonly SourceFile[],
  report: Report,
  options: ReadOptions,
): AsyncGenerator<SourceRecord> {
  const reader = new RecordReader(report, options);
  /** By folder: each batch of an export has its own user file. */
  const accounts = new Map<string, string>();
  for (const file of files) {
    if (baseName(file.path) === USER_FILE) yield* readAccount(reader, file, accounts);
  }
  const given = new Set<string>();
  for (const file of files) {
    if (baseName(file.path) !== FEEDBACK_FILE) continue;
    yield* readFeedback(reader, file, given, accounts.get(folderOf(file.path)));
  }
  const conversations = files.filter((file) => !BESIDE.has(baseName(file.path)));
  const newest = await Newest.of(conversations, KEYS, options);
  for (const file of conversations) {
    yield* readConversations(reader, file, newest, accounts.get(folderOf(file.path)));
  }
  for (const file of files) {
    const what = COUNTED_FILES.get(baseName(file.path));
    if (what === undefined) continue;
    for await (const _ of reader.records(file, COUNTED)) reader.hold(what, 1);
  }
  yield* reader.holdings();
}

async function* readAccount(
  reader: RecordReader,
  file: SourceFile,
  accounts: Map<string, string>,
): AsyncGenerator<SourceRecord> {
  for await (const { value } of reader.records(file, USER)) {
    const id = nameOf(value["id"]);
    if (id === undefined) continue;
    if (![...accounts.values()].includes(id)) yield { kind: "account", id };
    accounts.set(folderOf(file.path), id);
  }
}

async function* readConversations(
  reader: RecordReader,
  file: SourceFile,
  newest: Newest,
  account: string | undefined,
): AsyncGenerator<SourceRecord> {
  const shape = reader.options.content ? CONVERSATION_WITH_TEXT : CONVERSATION;
  for await (const record of reader.records(file, shape)) {
    const id = firstName(record.value["conversation_id"], record.value["id"]);
    if (id === undefined) reader.malformed("the conversation has no `id`", record);
    else if (newest.takes(id, record.value["update_time"])) yield conversationOf(id, record, reader, account);
    else reader.report.conversations.duplicate += 1;
  }
}

function conversationOf(
  id: string,
  { value, raw, context }: ReadRecord,
  reader: RecordReader,
  only: string | undefined,
): Conversation {
  const at = { raw, context };
  const mapping = mappingOf(value["mapping"], reader, at);
  const messages = messagesOf(mapping, nameOf(value["current_node"]), (message) =>
    dateOf(message["create_time"], "mapping{}.message.create_time", at),
  );
  const items = messages.map((message) => itemOf(message, reader.options.content, reader.report));
  const account = nameOf(value["user_id"]) ?? only;
  reader.hold("moderation results", listOf(value["moderation_results"]).length);
  reader.report.conversations.read += 1;
  reader.report.items += items.length;
  return {
    kind: "conversation",
    id,
    account,
    title: nameOf(value["title"]),
    ...spanOf(value["create_time"], value["update_time"], ["create_time", "update_time"], at),
    surface: "chat",
    mode: modeOf(value["is_temporary_chat"] ?? value["is_temporary"]),
    // An account's export holds what was said while logged in to it.
    credential: account === undefined ? undefined : "login",
    model: nameOf(value["default_model_slug"]) ?? modelOf(raw.bytes),
    items,
    locator: { file: context.file, offset: raw.offset, length: raw.bytes.length },
  };
}

function mappingOf(
  value: unknown,
  { report }: RecordReader,
  { raw, context }: FieldPlace,
): ReadonlyMap<string, unknown> {
  if (value instanceof Map) return value;
  const place = { file: context.file, line: raw.line, field: "mapping" };
  report.problem("the conversation has no messages to read", place, context.strict);
  return new Map();
}

function modeOf(temporary: unknown): Mode | undefined {
  if (temporary === true) return "temporary";
  return temporary === false ? "ordinary" : undefined;
}
