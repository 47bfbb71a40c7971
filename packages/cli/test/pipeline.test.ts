/** From bytes to answers: what an export itself tells of feedback counts, in every format that has it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { packsFolder } from "../src/packs/find.ts";
import { openQuestion } from "../src/pipeline/open.ts";

const root = join(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "proviso-pipeline-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function reasons(
  path: string,
  more: { account?: string; policy?: string },
): Promise<ReadonlyMap<string, string>> {
  const opened = await openQuestion({
    paths: [path],
    policies: [packsFolder()],
    at: Date.parse("2026-11-22T00:00:00Z"),
    known: Number.POSITIVE_INFINITY,
    strict: true,
    purposes: ["train-general"],
    ...more,
  });
  const found = new Map<string, string>();
  for await (const { conversation, decision } of opened.decisions()) {
    const [use] = decision.uses;
    found.set(conversation.id, `${use?.use} ${use?.reason}`);
  }
  return found;
}

it("feedback in a ChatGPT export opens the chats it was given on, and no others", async () => {
  const found = await reasons(join(root, "examples/chatgpt-family/chatgpt-export-2026-06-30.zip"), {
    account: join(root, "examples/chatgpt-family/account.yaml"),
  });
  const counts = new Map<string, number>();
  for (const reason of found.values()) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  expect(counts.get("permit FEEDBACK_CARVE_OUT")).toBe(6);
});

it("feedback in a native line opens its own conversation", async () => {
  const item = { id: "i", role: "user", source: "user", at: "2026-01-05T09:00:00Z", text: "hello" };
  const line = (id: string, more: object): string =>
    JSON.stringify({
      id,
      account: "a-1",
      createdAt: "2026-01-05T09:00:00Z",
      surface: "chat",
      mode: "ordinary",
      credential: "login",
      items: [item],
      ...more,
    });
  const path = join(folder, "chats.jsonl");
  const rated = { feedback: [{ at: "2026-01-05T09:05:00Z", kind: "rating", rating: "up" }] };
  writeFileSync(path, `${line("plain", {})}\n${line("rated", rated)}\n${line("after", {})}\n`);
  const account = join(folder, "account.yaml");
  writeFileSync(
    account,
    `account: a-1
signedUp: 2025-11-01
plan: pro
region: US
terms: [{ document: consumer-terms-2025, acknowledged: 2025-11-01 }]
choices: [{ at: 2025-11-02, purpose: train-general, choice: refused }]
objections: []
deletions: []
`,
  );
  const found = await reasons(path, { account, policy: "anthropic/claude-consumer" });
  expect(found.get("rated")).toBe("permit FEEDBACK_CARVE_OUT");
  expect(found.get("plain")).toBe("deny UNKNOWN_FACTS");
});
