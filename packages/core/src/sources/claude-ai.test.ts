import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { importAll, inputOf } from "../../test/source-input.ts";
import { ProvisoError } from "../errors.ts";
import { claudeAi } from "./claude-ai.ts";
import type { Conversation } from "./conversation.ts";

/** The first makes every record straddle chunks; the second lets them be read where they lie. */
const CHUNKS = [7, 4096];
const nine = Date.UTC(2026, 0, 5, 9);
const iso = (minutes: number): string =>
  new Date(nine + minutes * 60_000).toISOString().replace("Z", "417+00:00");

function chat(uuid: string, more: object = {}): object {
  return {
    uuid,
    name: `Chat ${uuid}`,
    summary: "",
    created_at: iso(0),
    updated_at: iso(10),
    account: { uuid: "account-1" },
    chat_messages: [],
    ...more,
  };
}

function message(uuid: string, sender: string, content: unknown, more: object = {}): object {
  const text = "as plain text";
  return {
    uuid,
    text,
    content,
    sender,
    created_at: iso(1),
    updated_at: iso(1),
    attachments: [],
    files: [],
    ...more,
  };
}

const text = (value: string): object => ({
  type: "text",
  text: value,
  citations: [],
  start_timestamp: iso(1),
});

async function importChats(chats: unknown, content = true): Promise<Awaited<ReturnType<typeof importAll>>> {
  const files = { "conversations.json": JSON.stringify(chats) };
  const [small, large] = await Promise.all(
    CHUNKS.map((chunk) => importAll(claudeAi, inputOf(files, chunk), { content })),
  );
  expect(small).toEqual(large);
  if (large === undefined) throw new Error("no chunk size");
  return large;
}

async function only(value: object, content = true): Promise<Conversation> {
  const { conversations } = await importChats([value], content);
  if (conversations[0] === undefined || conversations.length > 1) throw new Error("not one conversation");
  return conversations[0];
}

describe("claude.ai", () => {
  it("reads a conversation's own fields, and its place in the file", async () => {
    const value = chat("c-1");
    expect(await only(value)).toEqual({
      kind: "conversation",
      id: "c-1",
      account: "account-1",
      title: "Chat c-1",
      createdAt: nine,
      updatedAt: nine + 600_000,
      surface: "chat",
      mode: undefined,
      credential: "login",
      model: undefined,
      items: [],
      locator: { file: "conversations.json", offset: 1, length: JSON.stringify(value).length },
    });
  });

  it("makes items of a message, its tool blocks and its attachments", async () => {
    const blocks = [
      { type: "thinking", thinking: 'hm "é"', summaries: [] },
      { type: "tool_use", id: "t-1", name: "web_search", input: { query: "a\nb" }, start_timestamp: iso(2) },
      {
        type: "tool_result",
        tool_use_id: "t-1",
        name: "web_search",
        content: [{ type: "text", text: "found" }],
      },
      text("answer"),
    ];
    const attachments = [
      { file_name: "", file_size: 3, file_type: "txt", extracted_content: "pasted" },
      { file_name: "notes.md", file_size: 3, file_type: "md", extracted_content: "upload" },
    ];
    const chats = chat("c-1", {
      chat_messages: [
        message("m-1", "human", [text("question")], {
          attachments,
          files: [{ file_name: "a.png", file_uuid: "f" }],
        }),
        message("m-2", "assistant", blocks),
      ],
    });
    const { items } = await only(chats);
    expect(
      items.map(({ id, role, source, at, pasted, name, text: said }) => [
        id,
        role,
        source,
        at,
        pasted,
        name,
        said,
      ]),
    ).toEqual([
      ["m-1", "user", "user", nine + 60_000, false, undefined, "question"],
      ["m-1#attachment-0", "user", "user", nine + 60_000, true, undefined, "pasted"],
      ["m-1#attachment-1", "user", "user", nine + 60_000, false, undefined, "upload"],
      ["m-2", "assistant", "assistant", nine + 60_000, false, undefined, 'hm "é"\nanswer'],
      ["m-2#1", "tool", "tool", nine + 120_000, false, "web_search", "a\nb"],
      ["m-2#2", "tool", "tool", nine + 60_000, false, "web_search", "text\nfound"],
    ]);
    // Bytes are those of the export: a quote and a line break take two, `é` two.
    expect(items.map(({ bytes }) => bytes)).toEqual([8, 6, 6, 9 + 6, 16, 32]);
    const measured = await only(chats, false);
    expect(measured.items.map(({ bytes }) => bytes)).toEqual(items.map(({ bytes }) => bytes));
    expect(measured.items.every((item) => !("text" in item))).toBe(true);
  });

  it.each([
    ["an integration", { name: "search_messages", integration_name: "Mail" }, "connector"],
    ["a server", { name: "lookup", mcp_server_url: "https://example.com/mcp" }, "connector"],
    ["an app", { name: "lookup", is_mcp_app: true }, "connector"],
    ["a server in the name", { name: "tracker:list" }, "connector"],
    ["a tool older than those fields", { name: "google_drive_search" }, "connector"],
    [
      "search",
      { name: "web_search", integration_name: null, mcp_server_url: null, is_mcp_app: null },
      "tool",
    ],
    ["a word that only contains one", { name: "drivers_list" }, "tool"],
  ])("knows a connector by %s, and its result by the call", async (_, fields, source) => {
    const blocks = [
      { type: "tool_use", id: "t-1", input: {}, ...fields },
      { type: "tool_result", tool_use_id: "t-1", name: "plain", content: [] },
    ];
    const { items } = await only(chat("c-1", { chat_messages: [message("m-1", "assistant", blocks)] }));
    expect(items.map((item) => item.source)).toEqual(["assistant", source, source]);
  });

  it("takes a message's text where it has no blocks", async () => {
    const chats = chat("c-1", {
      chat_messages: [
        message("m-1", "human", undefined),
        message("m-2", "assistant", []),
        message("m-3", "x", "s"),
      ],
    });
    const { conversations, report } = await importChats([chats]);
    expect(conversations[0]?.items.map((item) => [item.role, item.text])).toEqual([
      ["user", "as plain text"],
      ["assistant", "as plain text"],
      ["system", "s"],
    ]);
    expect([...report.unknown]).toEqual([["sender x", 1]]);
  });

  it("accepts the other names some tools write", async () => {
    const { uuid, name: _, chat_messages: __, ...rest } = chat("c-1") as Record<string, unknown>;
    const value = { uuid, title: "T", messages: [message("m-1", "human", [text("x")])], ...rest };
    expect(await only(value)).toMatchObject({ id: "c-1", title: "T", items: [{ id: "m-1" }] });
  });

  it("counts unknown keys, block types and what else the export holds", async () => {
    const files = {
      "e/conversations.json": JSON.stringify([
        chat("c-1", {
          new_key: 1,
          summary: "sum",
          chat_messages: [message("m-1", "human", [{ type: "voice_note" }])],
        }),
      ]),
      "e/users.json": JSON.stringify([{ uuid: "account-1", full_name: "A", email_address: "a@example.com" }]),
      "e/projects.json": JSON.stringify([{ uuid: "p", name: "n", docs: [{ content: "x" }, {}] }]),
      "e/memories.json": JSON.stringify([
        { conversations_memory: "m", project_memories: { p: "x" }, account_uuid: "u" },
      ]),
      "other/users.json": JSON.stringify([{ id: 1 }]),
    };
    const { accounts, held, report } = await importAll(claudeAi, inputOf(files));
    expect(accounts).toEqual([{ kind: "account", id: "account-1" }]);
    expect(held).toEqual({ "conversation summaries": 1, projects: 1, "project documents": 2, memories: 2 });
    expect([...report.unknown]).toEqual([
      ["new_key", 1],
      ["content type voice_note", 1],
    ]);
    const read = Object.entries(files).filter(([path]) => path.startsWith("e/"));
    expect(report.bytes).toBe(read.reduce((sum, [, content]) => sum + content.length, 0));
  });

  it("keeps the later state of a conversation that several batches hold", async () => {
    const old = chat("c-1", { name: "old", updated_at: iso(1) });
    const recent = chat("c-1", { name: "recent", updated_at: iso(2) });
    for (const [first, second] of [
      [old, recent],
      [recent, old],
    ]) {
      const files = {
        "batch-0/conversations.json": JSON.stringify([first, chat("c-2")]),
        "batch-1/conversations.json": JSON.stringify([second, chat("c-3"), chat("c-2")]),
      };
      const { conversations, report } = await importAll(claudeAi, inputOf(files));
      const found = conversations.map(({ id, title }) => `${id} ${title}`).sort();
      expect(found).toEqual(["c-1 recent", "c-2 Chat c-2", "c-3 Chat c-3"]);
      expect(report.conversations).toEqual({ read: 3, duplicate: 2, malformed: 0 });
    }
  });

  it("keeps the first of a conversation repeated in one file", async () => {
    const { conversations, report } = await importChats([
      chat("c-1", { name: "a" }),
      chat("c-1", { name: "b" }),
    ]);
    expect(conversations.map(({ title }) => title)).toEqual(["a"]);
    expect(report.conversations).toEqual({ read: 1, duplicate: 1, malformed: 0 });
  });

  it.each([
    ["month 13", { created_at: "2026-13-01T00:00:00Z" }, [undefined, nine + 600_000]],
    ["30 February", { created_at: "2026-02-30T00:00:00.000000Z" }, [undefined, nine + 600_000]],
    ["the year 1", { created_at: "0001-01-01T00:00:00Z" }, [undefined, nine + 600_000]],
    ["the year 1970", { created_at: "1970-01-01T00:00:00Z" }, [undefined, nine + 600_000]],
    ["no date", { updated_at: "yesterday" }, [nine, undefined]],
    ["an object", { updated_at: { at: 1 } }, [nine, undefined]],
    ["an update before the creation", { updated_at: iso(-5) }, [nine, undefined]],
  ])("names an impossible date: %s", async (_, fields, [createdAt, updatedAt]) => {
    const { conversations, report } = await importChats([chat("c-1", fields)]);
    expect(conversations).toMatchObject([{ createdAt, updatedAt }]);
    expect(report.values + report.unknown.size).toBe(1);
    expect(JSON.stringify(report.problems)).not.toContain("NaN");
    const file = inputOf({ "conversations.json": JSON.stringify([chat("c-1", fields)]) }, 4096);
    if (report.values === 1)
      await expect(importAll(claudeAi, file, { strict: true })).rejects.toThrow(ProvisoError);
  });

  it("passes over malformed records, each with its place, and stops at one under strict", async () => {
    const good = JSON.stringify(chat("c-1"));
    const content = `[${good},\n{"uuid":"c-2","name":tru},\n12,\n{"name":"no id"},\n${good.replace("c-1", "c-3")}]`;
    for (const chunk of CHUNKS) {
      const input = inputOf({ "conversations.json": content }, chunk);
      const { conversations, report } = await importAll(claudeAi, input);
      expect(conversations.map(({ id }) => id)).toEqual(["c-1", "c-3"]);
      expect(report.conversations).toEqual({ read: 2, duplicate: 0, malformed: 3 });
      expect(report.problems.map(({ place }) => [place.line, place.offset])).toEqual([
        [2, content.indexOf("tru}")],
        [3, content.indexOf("12,\n")],
        [4, content.indexOf('{"name":"no id"')],
      ]);
      await expect(importAll(claudeAi, input, { strict: true })).rejects.toMatchObject({
        code: "INPUT_MALFORMED",
        place: { file: "conversations.json", line: 2, offset: content.indexOf("tru}") },
      });
    }
  });

  it("stops at a file that is cut off, with the place", async () => {
    const content = JSON.stringify([chat("c-1"), chat("c-2")]);
    for (const cut of [content.indexOf("chat_messages") + 15, content.indexOf("c-2"), content.length - 1]) {
      const input = inputOf({ "conversations.json": content.slice(0, cut) }, 4096);
      await expect(importAll(claudeAi, input)).rejects.toMatchObject({
        code: "INPUT_TRUNCATED",
        place: { file: "conversations.json", offset: cut },
      });
    }
  });

  it("reads an export without conversations, and one that is lines", async () => {
    const user = JSON.stringify([{ uuid: "account-1", full_name: "A" }]);
    const empty = await importAll(claudeAi, inputOf({ "conversations.json": "[]", "users.json": user }));
    expect(empty.conversations).toEqual([]);
    expect(empty.report.conversations).toEqual({ read: 0, duplicate: 0, malformed: 0 });
    const lines = `${JSON.stringify(chat("c-1"))}\n${JSON.stringify(chat("c-2"))}\n`;
    const found = await importAll(claudeAi, inputOf({ "chats.jsonl": lines }));
    expect(found.conversations.map(({ id }) => id)).toEqual(["c-1", "c-2"]);
  });
});

const samples = join(
  dirname(fileURLToPath(import.meta.url)),
  "../../../../../shared/data/vectors/chat-exports",
);

describe.skipIf(!existsSync(samples))(
  "claude.ai on real samples (skipped without the shared test vectors)",
  () => {
    it.each([
      ["claude-ai.minimal.json", 1],
      ["claude-ai.sample-00.json", 14],
    ])("reads %s", async (name, messages) => {
      const content = readFileSync(join(samples, name));
      const parsed = JSON.parse(content.toString()) as { uuid: string; chat_messages: { uuid: string }[] };
      const { conversations, report } = await importAll(claudeAi, inputOf({ [name]: content }, 512));
      expect(parsed.chat_messages.length).toBeGreaterThanOrEqual(Math.min(messages, 1));
      expect(conversations.map(({ id }) => id)).toEqual([parsed.uuid]);
      const ids = new Set(conversations[0]?.items.map(({ id }) => id));
      for (const { uuid } of parsed.chat_messages) expect(ids.has(uuid)).toBe(true);
      expect(report.conversations.malformed).toBe(0);
    });
  },
);
