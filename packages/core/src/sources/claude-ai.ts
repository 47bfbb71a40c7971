/**
 * Claude.ai data export (`conversations.json` and the files beside it) -> conversations
 *
 * Says nothing of consent, plan, region, model or feedback, since the export does not.
 */

import { MessageReader } from "./claude-ai/items.ts";
import { CONVERSATION, CONVERSATION_WITH_TEXT, MEMORY, PROJECT, USER } from "./claude-ai/shape.ts";
import type { Conversation, Item, SourceRecord } from "./conversation.ts";
import type { JsonObject } from "./detect/head.ts";
import { baseName, firstRecords, folderOf, isConversationsName } from "./export/files.ts";
import { Newest } from "./export/newest.ts";
import { type ReadRecord, RecordReader } from "./export/record-reader.ts";
import { spanOf } from "./export/span.ts";
import { bytesOf } from "./json/shape.ts";
import { firstName, listOf, nameOf, objectOf } from "./read-field.ts";
import type { Report } from "./report.ts";
import type { Input, ReadOptions, Source, SourceFile } from "./source.ts";

const USERS = "users.json";
const PROJECTS = "projects.json";
const MEMORIES = "memories.json";
const KEYS = { id: ["uuid"], updated: "updated_at" } as const;

export const claudeAi: Source = {
  id: "claude-ai-export",
  title: "Claude.ai data export: conversations.json with users.json, projects.json, memories.json",
  completeFor: () => ["conversation.created", "item.added", "conversation.deleted"],
  detect,
  read,
};

async function detect(input: Input): Promise<readonly SourceFile[]> {
  const json = input.files.filter((file) => /\.jsonl?$/i.test(file.path));
  const heads = await firstRecords(json);
  const folders = new Set<string>();
  json.forEach((file, index) => {
    const head = heads[index];
    if (isConversation(head) || (baseName(file.path) === USERS && isUser(head)))
      folders.add(folderOf(file.path));
  });
  return json.filter((file, index) => {
    if (isConversation(heads[index])) return true;
    if (!folders.has(folderOf(file.path))) return false;
    const isEmptyList = heads[index] === undefined && isConversationsName(file.path);
    return isEmptyList || [USERS, PROJECTS, MEMORIES].includes(baseName(file.path));
  });
}

/** Some tools that keep exports write `messages` for `chat_messages`; then a sender must show whose they are. */
function isConversation(head: JsonObject | undefined): boolean {
  if (head === undefined || "mapping" in head) return false;
  if ("chat_messages" in head) return true;
  const first = Array.isArray(head["messages"]) ? objectOf(head["messages"][0]) : {};
  return "uuid" in head && "sender" in first;
}

function isUser(head: JsonObject | undefined): boolean {
  return head !== undefined && "uuid" in head && ("full_name" in head || "email_address" in head);
}

async function* read(
  files: readonly SourceFile[],
  report: Report,
  options: ReadOptions,
): AsyncGenerator<SourceRecord> {
  const named = (name: string): SourceFile[] => files.filter((file) => baseName(file.path) === name);
  const reader = new RecordReader(report, options);
  const accounts = new Set<string>();
  for (const file of named(USERS)) yield* readAccounts(reader, file, accounts);
  const [only] = accounts.size === 1 ? accounts : [];
  const conversations = files.filter((file) => ![USERS, PROJECTS, MEMORIES].includes(baseName(file.path)));
  const newest = await Newest.of(conversations, KEYS, options);
  for (const file of conversations) yield* readConversations(reader, file, newest, only);
  for (const file of named(PROJECTS)) await holdProjects(reader, file);
  for (const file of named(MEMORIES)) await holdMemories(reader, file);
  yield* reader.holdings();
}

async function* readAccounts(
  reader: RecordReader,
  file: SourceFile,
  seen: Set<string>,
): AsyncGenerator<SourceRecord> {
  for await (const { value } of reader.records(file, USER)) {
    const id = nameOf(value["uuid"]);
    if (id === undefined || seen.has(id)) continue;
    seen.add(id);
    yield { kind: "account", id };
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
    const id = nameOf(record.value["uuid"]);
    if (id === undefined) reader.malformed("the conversation has no `uuid`", record);
    else if (newest.takes(id, record.value["updated_at"])) yield conversationOf(id, record, reader, account);
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
  const items: Item[] = [];
  const messages = new MessageReader(at, reader.options.content);
  const list = listOf(value["chat_messages"] ?? value["messages"]);
  for (let index = 0; index < list.length; index += 1) {
    const message = objectOf(list[index]);
    messages.read(message, index, items);
    reader.hold("files named in conversations", listOf(message["files"]).length);
  }
  reader.hold("conversation summaries", bytesOf(value["summary"]) > 0 ? 1 : 0);
  reader.report.conversations.read += 1;
  reader.report.items += items.length;
  const account = nameOf(objectOf(value["account"])["uuid"]) ?? only;
  const temporary = value["is_temporary"];
  return {
    kind: "conversation",
    id,
    account,
    title: firstName(value["name"], value["title"]),
    ...spanOf(value["created_at"], value["updated_at"], ["created_at", "updated_at"], at),
    surface: "chat",
    mode: temporary === true ? "incognito" : temporary === false ? "ordinary" : undefined,
    // An account's export holds what was said while logged in to it.
    credential: account === undefined ? undefined : "login",
    model: nameOf(value["model"]),
    items,
    locator: { file: context.file, offset: raw.offset, length: raw.bytes.length },
  };
}

async function holdProjects(reader: RecordReader, file: SourceFile): Promise<void> {
  for await (const { value } of reader.records(file, PROJECT)) {
    reader.hold("projects", 1);
    reader.hold("project documents", listOf(value["docs"]).length);
  }
}

async function holdMemories(reader: RecordReader, file: SourceFile): Promise<void> {
  for await (const { value } of reader.records(file, MEMORY)) {
    const byProject = value["project_memories"];
    reader.hold("memories", bytesOf(value["conversations_memory"]) > 0 ? 1 : 0);
    reader.hold("memories", byProject instanceof Map ? byProject.size : 0);
  }
}
