/** `proviso whatif`, as a user's shell would run it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { width } from "../src/terminal/layout.ts";
import { CHATS, EVENTS, EXAMPLES, run, SMALL } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const PERSONAL = join(EXAMPLES, "claude-personal");
const ACCOUNT = ["--account", join(PERSONAL, "account.yaml")];
const DAY = ["whatif", PERSONAL, ...ACCOUNT, "--on", "2025-10-08"];
const POLICY = join(EXAMPLES, "support-desk/policy/2025-01-01.yaml");

interface Flow {
  readonly before: string;
  readonly after: string;
  readonly conversations: number;
  readonly items: number;
  readonly effects: { readonly first: string | null; readonly last: string | null };
  readonly list: readonly { readonly conversation: string; readonly since: string | null }[];
}
interface Found {
  readonly compared: number;
  readonly changed: number;
  readonly elsewhere: number;
  readonly notBegun: Readonly<Record<string, number>>;
  readonly due: readonly string[];
  readonly purposes: readonly {
    readonly purpose: string;
    readonly changed: number;
    readonly flows: readonly Flow[];
  }[];
}

const found = (stdout: string): Found => JSON.parse(stdout) as Found;

/** The support desk's policy, but for one thing. */
function changed(from: string, to: string): string {
  const text = readFileSync(POLICY, "utf8");
  if (!text.includes(from)) throw new Error(`the policy does not say \`${from}\``);
  const file = join(folder.path, "new.yaml");
  writeFileSync(file, text.replaceAll(from, to));
  return file;
}

describe("whatif", () => {
  it("tells on one screen what a day has changed", async () => {
    const { code, stdout, stderr } = await run(DAY, { env: { COLUMNS: "80" } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const lines = stdout.split("\n");
    expect(lines.length).toBeLessThan(40);
    expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(80);
    for (const words of [
      "What changes: before 2025-10-08 → at the end of 2025-10-08",
      "binding from that day: anthropic/claude-consumer@2025-10-08",
      "not used → used: 2 conversations, since 2025-10-02 to 2025-10-05",
      "would turn it back: delete the chat (2);",
      "model-training: newly kept: 2",
    ]) {
      expect(stdout).toContain(words);
    }
  });

  it("tells programs the same, and each listed one is what `decide` says on both sides", async () => {
    const { stdout } = await run([...DAY, "--items", "--json", "--purpose", "train-general"]);
    const { compared, changed: all, notBegun, due, purposes } = found(stdout);
    expect({ compared, all, notBegun, due }).toEqual({
      compared: 51,
      all: 2,
      notBegun: { before: 0, after: 0, both: 48 },
      due: ["anthropic/claude-consumer@2025-10-08"],
    });
    const flows = purposes[0]?.flows ?? [];
    expect(
      flows.map(({ before, after, conversations, items }) => [before, after, conversations, items]),
    ).toEqual([
      ["not-used", "used", 2, 4],
      ["not-used", "not-used", 49, 136],
    ]);
    const listed = flows[0]?.list.map(({ conversation }) => conversation);
    const decided = await run([
      "decide",
      PERSONAL,
      ...ACCOUNT,
      "--at",
      "2025-10-08T23:59:59.999Z",
      "--purpose",
      "train-general",
    ]);
    const used = decided.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { conversation: string; uses: { use: string }[] })
      .filter(({ uses }) => uses[0]?.use === "permit");
    expect(used.map(({ conversation }) => conversation)).toEqual(listed);
  });

  it("compares two versions, writes the whole list and a report, and names them", async () => {
    const [list, html] = [join(folder.path, "changed.jsonl"), join(folder.path, "r.html")];
    const args = [
      "--from",
      "anthropic/claude-consumer@2025-05-01",
      "--to",
      "anthropic/claude-consumer@2025-10-08",
    ];
    const { code, stdout } = await run([
      "whatif",
      PERSONAL,
      ...ACCOUNT,
      ...args,
      "--at",
      "2026-09-30",
      "--json",
      "--list",
      list,
      "--html",
      html,
    ]);
    expect(code).toBe(0);
    const { changed: all, purposes } = found(stdout);
    const lines = readFileSync(list, "utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(all);
    const first = purposes.find(({ purpose }) => purpose === "train-general");
    const general = lines
      .map((line) => JSON.parse(line) as { changes: { purpose: string; after: { end: string } }[] })
      .flatMap(({ changes }) => changes.filter(({ purpose }) => purpose === "train-general"));
    expect(general).toHaveLength(first?.changed ?? -1);
    expect(general.length).toBeGreaterThan(10);
    const page = readFileSync(html, "utf8");
    expect(page).toContain('"whatIf":{"before":"anthropic/claude-consumer@2025-05-01"');
    expect(page.trimEnd()).toMatch(/<\/html>$/);
    expect(readdirSync(folder.path).sort()).toEqual(["changed.jsonl", "r.html"]);
  });

  it("fails a run where something becomes usable, and only there", async () => {
    const loose = changed("deny:", "permit:");
    const files = (from: string, to: string) => ["--from", from, "--to", to, "--at", "2026-09-30"];
    const args = ["whatif", CHATS, "--events", EVENTS, ...SMALL];
    const permits = await run([...args, ...files(POLICY, loose), "--fail-on", "permit"]);
    expect(permits.code).toBe(1);
    expect(permits.stdout).toContain("→ used: ");
    const backwards = [...args, ...files(loose, POLICY)];
    expect((await run([...backwards, "--fail-on", "permit"])).code).toBe(0);
    expect((await run([...backwards, "--fail-on", "change"])).code).toBe(1);
    const same = await run([...args, ...files(POLICY, POLICY), "--fail-on", "change"]);
    expect([same.code, same.stdout]).toEqual([0, expect.stringContaining("Nothing changes.")]);
  });

  it("compares what an export gives no time for, as it had begun by then", async () => {
    const file = join(folder.path, "undated.jsonl");
    const text = { id: "i", role: "user", source: "user", text: "Good day" };
    writeFileSync(file, `${JSON.stringify({ id: "c", surface: "chat", items: [text] })}\n`);
    const { code, stdout } = await run(["whatif", file, ...SMALL, "--on", "2026-01-10", "--json"]);
    expect(code).toBe(0);
    expect([found(stdout).compared, found(stdout).notBegun]).toEqual([1, { before: 0, after: 0, both: 0 }]);
  });

  it("compares two folders of policies", async () => {
    const [old] = [join(EXAMPLES, "support-desk/policy")];
    const { code, stdout } = await run([
      "whatif",
      CHATS,
      "--events",
      EVENTS,
      "--from",
      old,
      "--to",
      old,
      "--at",
      "2026-09-30",
      "--json",
    ]);
    expect(code).toBe(0);
    expect([found(stdout).compared, found(stdout).changed]).toEqual([36, 0]);
  });

  it("leaves out conversations that the change is not about, and counts them", async () => {
    const args = [
      "--from",
      "openai/chatgpt-consumer",
      "--to",
      "openai/chatgpt-consumer",
      "--policy",
      "anthropic/claude",
    ];
    const { code, stdout, stderr } = await run(["whatif", PERSONAL, ...ACCOUNT, ...args, "--json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect([found(stdout).compared, found(stdout).elsewhere]).toEqual([0, 99]);
  });

  it.each([
    [[], "say what is compared with what", 2],
    [
      ["--from", "anthropic/claude-consumer@1999-01-01", "--to", "anthropic/claude-consumer"],
      "has no version",
      1,
    ],
    [["--from", "none.yaml", "--to", "anthropic/claude-consumer"], "none.yaml", 1],
    [["--on", "2025-10-08", "--list", CHATS], "writing to it would destroy it", 2],
    [["--on", "2025-10-08", "--list", "one", "--html", "./one"], "name one file", 2],
  ])("%j: %s", async (args, message, code) => {
    const got = await run(["whatif", CHATS, ...args], { cwd: folder.path });
    expect([got.code, got.stdout]).toEqual([code, ""]);
    expect(got.stderr).toContain(message);
    expect(got.stderr.match(/error/g)).toHaveLength(1);
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it("leaves nothing half-written where a record cannot be read", async () => {
    const broken = join(folder.path, "broken.jsonl");
    writeFileSync(broken, `${readFileSync(CHATS, "utf8")}{"id": 1`);
    const [list, html] = [join(folder.path, "l.jsonl"), join(folder.path, "p.html")];
    const got = await run([
      "whatif",
      broken,
      ...SMALL,
      "--on",
      "2026-01-01",
      "--strict",
      "--list",
      list,
      "--html",
      html,
    ]);
    expect(got.code).toBe(1);
    expect([existsSync(list), existsSync(html)]).toEqual([false, false]);
    expect(readdirSync(folder.path)).toEqual(["broken.jsonl"]);
  });
});
