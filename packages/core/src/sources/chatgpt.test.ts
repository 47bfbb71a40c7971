import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { importAll, inputOf } from "../../test/source-input.ts";
import { chatgpt } from "./chatgpt.ts";
import type { Conversation } from "./conversation.ts";

const CHUNKS = [7, 4096];
const nine = Date.UTC(2026, 0, 5, 9);
const seconds = (minutes: number): number => nine / 1000 + minutes * 60;

interface Said {
  readonly role?: string;
  readonly at?: number | null;
  readonly content?: object;
  readonly more?: object;
  readonly author?: object;
}

/** A node under `parent` whose message has the id `m-<id>`. */
function node(id: string, parent: string | null, said: Said | null): [string, object] {
  const message = said && {
    id: `m-${id}`,
    author: { role: said.role ?? "user", name: null, metadata: {}, ...said.author },
    create_time: said.at === undefined ? seconds(1) : said.at,
    content: said.content ?? { content_type: "text", parts: [`text ${id}`] },
    status: "finished_successfully",
    metadata: { anything: { goes: [1] } },
    recipient: "all",
    ...said.more,
  };
  return [id, { id, message, parent, children: [] }];
}

function chat(id: string, nodes: [string, object][], more: object = {}): object {
  return {
    title: `Chat ${id}`,
    create_time: seconds(0),
    update_time: seconds(10),
    mapping: Object.fromEntries(nodes),
    moderation_results: [],
    current_node: nodes.at(-1)?.[0],
    conversation_id: id,
    id,
    default_model_slug: "model-a",
    is_archived: false,
    ...more,
  };
}

async function importFiles(files: Record<string, unknown>, content = true): ReturnType<typeof importAll> {
  const written = Object.fromEntries(
    Object.entries(files).map(([path, value]) => [path, JSON.stringify(value)]),
  );
  const [small, large] = await Promise.all(
    CHUNKS.map((chunk) => importAll(chatgpt, inputOf(written, chunk), { content })),
  );
  expect(small).toEqual(large);
  if (large === undefined) throw new Error("no chunk size");
  return large;
}

async function only(value: object, content = true): Promise<Conversation> {
  const { conversations } = await importFiles({ "conversations.json": [value] }, content);
  if (conversations[0] === undefined || conversations.length > 1) throw new Error("not one conversation");
  return conversations[0];
}

describe("chatgpt", () => {
  it("reads a conversation's own fields, and its place in the file", async () => {
    const value = chat("c-1", []);
    expect(await only(value)).toEqual({
      kind: "conversation",
      id: "c-1",
      account: undefined,
      title: "Chat c-1",
      createdAt: nine,
      updatedAt: nine + 600_000,
      surface: "chat",
      mode: undefined,
      credential: undefined,
      model: "model-a",
      items: [],
      locator: { file: "conversations.json", offset: 1, length: JSON.stringify(value).length },
    });
  });

  it("shows the branch of the current node, and keeps the others as hidden", async () => {
    const nodes = [
      node("root", null, null),
      node("question", "root", { at: seconds(1) }),
      node("later", "question", { role: "assistant", at: seconds(5) }),
      node("earlier", "question", { role: "assistant", at: seconds(2) }),
      node("under", "earlier", { at: seconds(3) }),
      node("follow", "later", { at: null }),
    ];
    const { items } = await only(chat("c-1", nodes));
    expect(
      items.map(({ id, hidden, at }) => [id, hidden, at === undefined ? at : (at - nine) / 60_000]),
    ).toEqual([
      ["m-question", false, 1],
      ["m-earlier", true, 2],
      ["m-under", true, 3],
      ["m-later", false, 5],
      ["m-follow", false, undefined],
    ]);
  });

  it.each([
    ["a parent that is missing", [node("a", "gone", {}), node("b", "a", {})], ["m-a", "m-b"]],
    ["a loop", [node("a", "b", {}), node("b", "a", {})], ["m-a", "m-b"]],
    ["a node that is its own parent", [node("a", "a", {})], ["m-a"]],
    ["two roots", [node("a", null, {}), node("b", null, {})], ["m-a", "m-b"]],
  ] as [string, [string, object][], string[]][])("loses no message to %s", async (_, nodes, ids) => {
    const { items } = await only(chat("c-1", nodes));
    expect(items.map(({ id }) => id)).toEqual(ids);
  });

  it("hides nothing where the current node is not known", async () => {
    for (const current_node of [undefined, null, "gone"]) {
      const value = chat("c-1", [node("a", null, {}), node("b", null, {})], { current_node });
      expect((await only(value)).items.map(({ hidden }) => hidden)).toEqual([false, false]);
    }
  });

  it("tells who an item comes from", async () => {
    const instructions = { content_type: "user_editable_context", user_profile: "p", user_instructions: "i" };
    const nodes = [
      node("system", null, { role: "system", at: null, content: { content_type: "text", parts: [""] } }),
      node("custom", "system", { role: "user", content: instructions }),
      node("ask", "custom", {}),
      node("call", "ask", { role: "assistant", more: { recipient: "python" } }),
      node("run", "call", {
        role: "tool",
        author: { name: "python" },
        content: { content_type: "execution_output", text: "o" },
      }),
      node("mail", "run", { role: "tool", author: { name: "api_tool.call_tool" } }),
      node("plugin", "mail", { role: "tool", author: { name: "shop__jit_plugin" } }),
      node("odd", "plugin", { role: "critic" }),
    ];
    const { conversations, report } = await importFiles({ "conversations.json": [chat("c-1", nodes)] });
    expect(conversations[0]?.items.map(({ role, source, name, text }) => [role, source, name, text])).toEqual(
      [
        ["system", "system", undefined, ""],
        ["system", "user", undefined, "p\ni"],
        ["user", "user", undefined, "text ask"],
        ["assistant", "assistant", "python", "text call"],
        ["tool", "tool", "python", "o"],
        ["tool", "connector", "api_tool.call_tool", "text mail"],
        ["tool", "connector", "shop__jit_plugin", "text plugin"],
        ["system", "system", undefined, "text odd"],
      ],
    );
    expect([...report.unknown]).toEqual([["author role critic", 1]]);
  });

  it("reads text wherever a kind of content keeps it", async () => {
    const image = { content_type: "image_asset_pointer", asset_pointer: "file-service://x", width: 1 };
    const contents = [
      {
        content_type: "multimodal_text",
        parts: ["see", image, { content_type: "audio_transcription", text: "said" }],
      },
      { content_type: "code", language: "python", text: 'print("é")' },
      { content_type: "thoughts", thoughts: [{ summary: "s", content: "c", chunks: [], finished: true }] },
      { content_type: "tether_quote", title: "t", text: "quote", url: "https://example.com" },
      { content_type: "reasoning_recap", content: "recap" },
    ];
    const nodes = contents.map((content, index) =>
      node(`${index}`, index === 0 ? null : `${index - 1}`, { content }),
    );
    const { items } = await only(chat("c-1", nodes));
    expect(items.map(({ text }) => text)).toEqual(["see\nsaid", 'print("é")', "s\nc", "quote\nt", "recap"]);
    expect(items.map(({ bytes }) => bytes)).toEqual([7, 13, 59, 6, 5]);
    const measured = await only(chat("c-1", nodes), false);
    expect(measured.items.map(({ bytes }) => bytes)).toEqual([7, 13, 59, 6, 5]);
    expect(measured.items.every((item) => !("text" in item))).toBe(true);
  });

  it.each([
    [{ is_temporary_chat: true }, "temporary"],
    [{ is_temporary_chat: false }, "ordinary"],
    [{ is_temporary: true }, "temporary"],
    [{}, undefined],
    [{ is_do_not_remember: true }, undefined],
  ])("reads the mode of %j as %s", async (more, mode) => {
    expect((await only(chat("c-1", [], more))).mode).toBe(mode);
  });

  it("takes either id, and the model of a message where the conversation names none", async () => {
    const { conversation_id: _, ...older } = chat("c-1", [
      node("a", null, { role: "assistant", more: { metadata: { model_slug: "model-b", other: 1 } } }),
    ]) as Record<string, unknown>;
    expect(await only({ ...older, default_model_slug: null })).toMatchObject({ id: "c-1", model: "model-b" });
    expect((await only(chat("c-1", [], { id: "other" }))).id).toBe("c-1");
  });

  it("reads the files beside the conversations, and nothing that names the person", async () => {
    const given = {
      id: "m-1",
      conversation_id: "c-1",
      user_id: "user-1",
      rating: "thumbs_up",
      create_time: "2026-01-05T09:03:00.000417+00:00",
      content: '{"text":"secret remark"}',
    };
    const found = await importFiles({
      "e/conversations.json": [chat("c-1", [], { moderation_results: [{}] })],
      "e/message_feedback.json": [
        given,
        given,
        { ...given, id: "f-2", message_id: "m-2", rating: "thumbsDown" },
        { ...given, id: "f-3", rating: "so-so", user_id: null, create_time: "soon" },
        { id: "f-4" },
      ],
      "e/user.json": {
        id: "user-1",
        email: "a@example.com",
        phone_number: "+12025550131",
        chatgpt_plus_user: true,
      },
      "e/shared_conversations.json": [{ id: "s", conversation_id: "c-1" }],
      "e/model_comparisons.json": [{ id: "x" }, { id: "y" }],
    });
    expect(found.accounts).toEqual([{ kind: "account", id: "user-1" }]);
    expect(found.conversations).toMatchObject([{ account: "user-1", credential: "login" }]);
    expect(
      found.feedback.map(({ id, item, rating, account, at }) => [id, item, rating, account, at]),
    ).toEqual([
      ["m-1", "m-1", "up", "user-1", nine + 180_000],
      ["f-2", "m-2", "down", "user-1", nine + 180_000],
      ["f-3", "f-3", "so-so", "user-1", undefined],
    ]);
    expect(found.held).toEqual({
      "shared conversations": 1,
      "model comparisons": 2,
      "moderation results": 1,
    });
    expect(found.report.conversations.malformed).toBe(1);
    expect(found.report.values).toBe(1);
    expect([...found.report.unknown]).toEqual([]);
    const { report: _, ...records } = found;
    expect(JSON.stringify(records)).not.toMatch(/example\.com|2025550131|secret/);
  });

  it("is complete for feedback only where its file is", async () => {
    const conversations = JSON.stringify([chat("c-1", [])]);
    const complete = async (files: Record<string, string>): Promise<boolean> =>
      chatgpt.completeFor(await chatgpt.detect(inputOf(files))).includes("feedback.given");
    expect(await complete({ "conversations.json": conversations })).toBe(false);
    expect(await complete({ "conversations.json": conversations, "message_feedback.json": "[]" })).toBe(true);
    expect(await complete({ "a/conversations.json": conversations, "b/message_feedback.json": "[]" })).toBe(
      false,
    );
  });

  it("joins split files and overlapping batches, and keeps the later state", async () => {
    const { conversations, report } = await importFiles({
      "conversations-000.json": [chat("c-1", [], { title: "old" }), chat("c-2", [])],
      "conversations-001.json": [
        chat("c-3", []),
        chat("c-1", [], { title: "new", update_time: seconds(20) }),
      ],
    });
    expect(conversations.map(({ id, title }) => [id, title])).toEqual([
      ["c-2", "Chat c-2"],
      ["c-3", "Chat c-3"],
      ["c-1", "new"],
    ]);
    expect(report.conversations).toEqual({ read: 3, duplicate: 1, malformed: 0 });
  });

  it("names what is wrong with a conversation, and keeps the rest of it", async () => {
    const { conversations, report } = await importFiles({
      "conversations.json": [
        chat("c-1", [node("a", null, { at: -5 })], { create_time: "not a date", update_time: 12 }),
        { ...chat("c-2", []), mapping: null },
        { ...chat("c-3", []), conversation_id: null, id: "" },
      ],
    });
    expect(conversations).toMatchObject([
      { id: "c-1", createdAt: undefined, updatedAt: undefined, items: [{ at: undefined }] },
      { id: "c-2", items: [] },
    ]);
    expect(report.values).toBe(4);
    expect(report.conversations.malformed).toBe(1);
    expect(report.problems.map(({ place }) => place.field)).toEqual([
      "mapping{}.message.create_time",
      "create_time",
      "update_time",
      "mapping",
      undefined,
    ]);
  });
});

const samples = join(
  dirname(fileURLToPath(import.meta.url)),
  "../../../../../shared/data/vectors/chat-exports",
);

describe.skipIf(!existsSync(samples))(
  "chatgpt on real samples (skipped without the shared test vectors)",
  () => {
    it.each([
      "chatgpt.minimal.json",
      "chatgpt.native-conversation-v1.json",
      "chatgpt.sample-00.json",
      "chatgpt.sample-01.json",
    ])("reads %s", async (name) => {
      const content = readFileSync(join(samples, name));
      const parsed = JSON.parse(content.toString()) as { mapping: Record<string, { message: unknown }> };
      const { conversations, report } = await importAll(chatgpt, inputOf({ [name]: content }, 512));
      const messages = Object.values(parsed.mapping).filter(({ message }) => message);
      expect(conversations.map(({ items }) => items.length)).toEqual([messages.length]);
      expect(report.conversations.malformed).toBe(0);
    });

    it("tells the shown branch of the native conversation from the hidden one", async () => {
      const content = readFileSync(join(samples, "chatgpt.native-conversation-v1.json"));
      const { conversations } = await importAll(chatgpt, inputOf({ "c.json": content }, 512));
      expect(conversations[0]?.items.filter(({ hidden }) => hidden).map(({ id }) => id)).toEqual([
        "answer-inactive-message",
      ]);
    });
  },
);
