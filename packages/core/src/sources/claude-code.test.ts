import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { importAll, inputOf, jsonLines } from "../../test/source-input.ts";
import { claudeCode } from "./claude-code.ts";

const at = (second: number): string => `2026-01-05T09:00:0${second}.000Z`;
const line = (uuid: string, second: number, more: object): object => ({
  uuid,
  sessionId: "s-1",
  timestamp: at(second),
  ...more,
});
const prompt = (uuid: string, second: number, content: unknown, more: object = {}): object =>
  line(uuid, second, { type: "user", message: { role: "user", content }, ...more });
const reply = (uuid: string, second: number, content: unknown, more: object = {}): object =>
  line(uuid, second, {
    type: "assistant",
    message: { role: "assistant", model: "model-a", content },
    ...more,
  });
const result = (id: string, content: unknown): unknown => [{ type: "tool_result", tool_use_id: id, content }];

const SESSION = jsonLines(
  { type: "summary", summary: "Refund script", leafUuid: "a-1" },
  prompt("u-1", 1, "Write a refund script"),
  reply("a-1", 2, [
    { type: "thinking", thinking: "hm", signature: "x" },
    { type: "text", text: "Reading." },
    { type: "tool_use", id: "t-1", name: "Read", input: { file_path: "a.ts" } },
    { type: "tool_use", id: "t-2", name: "mcp__drive__search", input: {} },
  ]),
  prompt("u-2", 3, result("t-1", "KEY=1")),
  prompt("u-3", 4, result("t-2", [{ type: "text", text: "from the drive" }])),
);

describe("claude code", () => {
  it("reads a session with its tools and its connectors", async () => {
    const { conversations, report } = await importAll(claudeCode, inputOf({ "s-1.jsonl": SESSION }), {
      content: true,
    });
    expect(conversations).toHaveLength(1);
    expect(conversations[0]).toMatchObject({
      id: "s-1",
      title: "Refund script",
      surface: "coding",
      model: "model-a",
      credential: undefined,
      createdAt: Date.parse(at(1)),
      updatedAt: Date.parse(at(4)),
    });
    expect(
      conversations[0]?.items.map(({ id, role, source, name, text }) => [id, role, source, name, text]),
    ).toEqual([
      ["u-1", "user", "user", undefined, "Write a refund script"],
      ["a-1", "assistant", "assistant", undefined, "hm\nReading.\na.ts"],
      ["u-2", "tool", "tool", "Read", "KEY=1"],
      ["u-3", "tool", "connector", "mcp__drive__search", "from the drive"],
    ]);
    expect([...report.unknown]).toEqual([]);
    expect(report).toMatchObject({
      items: 4,
      bytes: SESSION.length,
      conversations: { read: 1, malformed: 0 },
    });
  });

  it("holds no text unless asked, and measures all the same", async () => {
    const input = inputOf({ "s-1.jsonl": SESSION });
    const bare = await importAll(claudeCode, input);
    const full = await importAll(claudeCode, input, { content: true });
    expect(bare.conversations[0]?.items.some((item) => "text" in item)).toBe(false);
    const bytes = (all: typeof bare): unknown => all.conversations[0]?.items.map((item) => item.bytes);
    expect(bytes(bare)).toEqual(bytes(full));
  });

  it("merges the files of one session, each line once, the first of two that differ", async () => {
    const { conversations, report, held } = await importAll(
      claudeCode,
      inputOf({
        "projects/p/s-1.jsonl": jsonLines(prompt("u-1", 1, "First"), reply("a-1", 3, "one")),
        "projects/p/s-1/subagents/agent-x7.jsonl": jsonLines(
          { type: "user", uuid: "g-1", timestamp: at(4), message: { role: "user", content: "Look into it" } },
          reply("g-2", 5, "found", { isSidechain: true, agentId: "x7" }),
        ),
        "projects/p/s-1/tool-results/big.txt": "long output",
        "projects/p/s-2.jsonl": jsonLines(
          { type: "summary", summary: "Told elsewhere", leafUuid: "a-1" },
          prompt("u-1", 1, "Forged"),
          prompt("u-9", 6, "Continued"),
          prompt("v-1", 7, "Another session", { sessionId: "s-2" }),
        ),
        "history.jsonl": jsonLines({
          display: "First",
          pastedContents: {},
          timestamp: 1,
          project: "/p",
          sessionId: "s-1",
        }),
      }),
      { content: true },
    );
    expect(conversations.map(({ id, title }) => [id, title])).toEqual([
      ["s-1", "Told elsewhere"],
      ["s-2", "Another session"],
    ]);
    expect(
      conversations[0]?.items.map(({ id, source, name, text, hidden }) => [id, source, name, text, hidden]),
    ).toEqual([
      ["u-1", "user", undefined, "First", false],
      ["a-1", "assistant", undefined, "one", false],
      ["g-1", "assistant", "x7", "Look into it", false],
      ["g-2", "assistant", "x7", "found", false],
      ["u-9", "user", undefined, "Continued", false],
    ]);
    expect(report.repeated).toBe(1);
    expect(held).toEqual({ "tool result files": 1, "prompts in history": 1 });
  });

  it("counts what is no item, and line types that it does not know", async () => {
    const { conversations, report, held } = await importAll(
      claudeCode,
      inputOf({
        "s-1.jsonl": jsonLines(
          prompt("u-1", 1, "Hi"),
          line("x-1", 2, { type: "hologram", beam: 1 }),
          line("x-2", 2, { type: "hologram" }),
          { type: "file-history-snapshot", messageId: "m", snapshot: {}, isSnapshotUpdate: false },
          {
            type: "queue-operation",
            operation: "enqueue",
            sessionId: "s-1",
            timestamp: at(3),
            content: "later",
          },
          line("p-1", 3, { type: "progress", data: { type: "x" } }),
          { type: "permission-mode", permissionMode: "plan", sessionId: "s-1" },
          line("y-1", 4, { type: "system", subtype: "turn_duration", durationMs: 5 }),
          line("y-2", 5, { type: "system", subtype: "compact_boundary", content: "Compacted" }),
          line("t-1", 6, {
            type: "attachment",
            attachment: { type: "file", filename: "a", content: { file: { content: "body" } } },
          }),
        ),
      }),
      { content: true },
    );
    expect(report.unknown.get("line type hologram")).toBe(2);
    expect(held).toEqual({ "file history snapshots": 1, "queued prompts": 1, "progress lines": 1 });
    expect(conversations[0]?.items.map(({ id, role, source, text }) => [id, role, source, text])).toEqual([
      ["u-1", "user", "user", "Hi"],
      ["y-2", "system", "system", "Compacted"],
      ["t-1", "user", "user", "body"],
    ]);
  });

  it.each([
    ["meta context", { isMeta: true }, "system"],
    ["a compaction's summary", { isCompactSummary: true }, "system"],
    ["a task's notice", { origin: { kind: "task-notification" } }, "system"],
    ["a channel's message", { origin: { kind: "channel" } }, "connector"],
    ["a person's prompt", { origin: { kind: "human" } }, "user"],
    ["a subagent's order", { isSidechain: true, agentId: "a" }, "assistant"],
  ])("knows whose words %s are", async (_, more, source) => {
    const { conversations } = await importAll(
      claudeCode,
      inputOf({ "s.jsonl": jsonLines(prompt("u", 1, "x", more)) }),
    );
    expect(conversations[0]?.items[0]?.source).toBe(source);
  });

  it.each([
    ["the first prompt, cut", [prompt("u", 1, `  ${"é ".repeat(60)}`)], "é ".repeat(40).trimEnd()],
    ["not a command", [prompt("u", 1, "<command-name>/x</command-name>"), prompt("v", 2, "Real")], "Real"],
    ["not half a character", [prompt("u", 1, `${"x".repeat(79)}😀`)], "x".repeat(79)],
    [
      "the model's title before a prompt",
      [prompt("u", 1, "Hi"), { type: "ai-title", aiTitle: "AI", sessionId: "s-1" }],
      "AI",
    ],
    [
      "the person's title before all",
      [
        { type: "custom-title", customTitle: "Mine", sessionId: "s-1" },
        prompt("u", 1, [{ type: "text", text: "Hi" }]),
        { type: "ai-title", aiTitle: "AI", sessionId: "s-1" },
      ],
      "Mine",
    ],
  ])("titles a session by %s", async (_, values, title) => {
    const { conversations } = await importAll(claudeCode, inputOf({ "s.jsonl": jsonLines(...values) }));
    expect(conversations[0]?.title).toBe(title);
  });

  it.each([
    [{ type: "system", apiKeySource: "none" }, "login"],
    [{ type: "system", apiKeySource: "ANTHROPIC_API_KEY" }, "api-key"],
    [{ type: "assistant", message: { role: "assistant", id: "msg_bdrk_1", content: [] } }, "cloud"],
    [{ type: "assistant", message: { role: "assistant", id: "msg_01", content: [] } }, undefined],
  ])("takes the credential only from what the record says: %j", async (record, credential) => {
    const values = jsonLines(prompt("u", 1, "x"), { ...record, uuid: "c", sessionId: "s-1" });
    const { conversations } = await importAll(claudeCode, inputOf({ "s.jsonl": values }));
    expect(conversations[0]?.credential).toBe(credential);
  });

  it("takes the model that answered the person, not the client's or a subagent's", async () => {
    const from = (uuid: string, model: string, more: object = {}): object =>
      line(uuid, 1, { type: "assistant", message: { role: "assistant", model, content: "x" }, ...more });
    const values = jsonLines(
      from("a", "<synthetic>", { isApiErrorMessage: true }),
      from("b", "model-small", { isSidechain: true, agentId: "x" }),
      from("c", "model-main"),
    );
    const { conversations } = await importAll(claudeCode, inputOf({ "s.jsonl": values }));
    expect(conversations[0]?.model).toBe("model-main");
    expect(conversations[0]?.items.map(({ source }) => source)).toEqual(["system", "assistant", "assistant"]);
  });

  it("goes on past damage, and names it", async () => {
    const good = jsonLines(
      prompt("u-1", 5, "Late"),
      prompt("u-2", 1, "Early", { timestamp: "2025-02-30T00:00:00Z" }),
    );
    const damaged = `${good}{"type":"user","uuid":"u-3"\n[1]\n${jsonLines(prompt("u-4", 2, "Last"))}{"type":"us`;
    const { conversations, report } = await importAll(claudeCode, inputOf({ "s-1.jsonl": damaged }));
    expect(conversations[0]?.items.map(({ id, at: time }) => [id, time])).toEqual([
      ["u-1", Date.parse(at(5))],
      ["u-2", undefined],
      ["u-4", Date.parse(at(2))],
    ]);
    expect(conversations[0]).toMatchObject({ createdAt: Date.parse(at(2)), updatedAt: Date.parse(at(5)) });
    expect(report.conversations.malformed).toBe(3);
    expect(report.problems.map(({ place }) => [place.line, place.field])).toEqual([
      [2, "timestamp"],
      [3, undefined],
      [4, undefined],
      [6, undefined],
    ]);
    await expect(
      importAll(claudeCode, inputOf({ "s-1.jsonl": damaged }), { strict: true }),
    ).rejects.toMatchObject({
      code: "INPUT_MALFORMED",
      place: { file: "s-1.jsonl", line: 2, field: "timestamp" },
    });
  });

  it("refuses bytes that are not UTF-8, with their place", async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(SESSION), 0x7b, 0xc3, 0x28, 0x7d]);
    await expect(importAll(claudeCode, inputOf({ "s-1.jsonl": bytes }))).rejects.toMatchObject({
      code: "INPUT_ENCODING",
      place: { line: 6, offset: SESSION.length + 1 },
    });
  });
});

const vectors = join(
  dirname(fileURLToPath(import.meta.url)),
  "../../../../../shared/data/vectors/claude-code",
);

describe.skipIf(!existsSync(vectors))(
  "claude code on real samples (skipped without the shared test vectors)",
  () => {
    it("merges a lineage without an unknown field or a malformed line", async () => {
      const names = readdirSync(vectors).filter((name) => name.endsWith(".jsonl"));
      const files = Object.fromEntries(
        names.map((name) => [`projects/p/${name}`, readFileSync(join(vectors, name))]),
      );
      const { conversations, report, held } = await importAll(claudeCode, inputOf(files, 1000));
      expect(conversations.map(({ id, items }) => [id, items.length]).sort()).toEqual([
        ["3f0e7a52-0c1d-4f6b-9b57-6f1f0a9c2d11", 5],
        ["claude-lineage-parent", 10],
        ["claude-normalization-main", 9],
        ["claude-normalization-other", 2],
      ]);
      expect([...report.unknown]).toEqual([]);
      expect(report.conversations.malformed).toBe(0);
      expect(report.repeated).toBe(1);
      expect(held).toEqual({ "queued prompts": 1 });
    });
  },
);
