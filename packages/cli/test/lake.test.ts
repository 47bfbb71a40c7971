/** `proviso lake` and `proviso sql`, as a user's shell runs them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { EVENTS, ended, run, SMALL, start } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const temporary = temporaryFolder();
const ASKED = ["--policy", "support-desk/chat", ...SMALL, "--at", "2026-03-01"];

function manifestOf(folder: string): {
  tables: Record<string, { rows: number; counts: Record<string, unknown> }>;
} {
  return JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
}

/** The example's events, and that each of its conversations was begun: that stands in another file there. */
function wholeLog(): string {
  const text = readFileSync(EVENTS, "utf8");
  const lines = text.trim().split("\n");
  const subjects = new Set(
    lines.map((line) => String(JSON.parse(line).subject)).filter((one) => one.includes("/conversations/")),
  );
  const begun = [...subjects].map((subject, index) => ({
    ...{ specversion: "1.0", id: `begun-${index}`, source: "urn:test", subject },
    ...{ type: "proviso.conversation.created", time: "2025-01-20T00:00:00Z" },
  }));
  const file = join(temporary.path, "log.jsonl");
  writeFileSync(file, [...lines, ...begun.map((one) => JSON.stringify(one))].join("\n"));
  return file;
}

it("decides from events and from facts alike, and says how many", async () => {
  const at = (name: string): string => join(temporary.path, name);
  const log = wholeLog();
  const facts = await run(["lake", "facts", log, "--out", at("facts"), ...ASKED]);
  expect(facts).toMatchObject({ code: 0, stderr: "" });
  expect(facts.stdout).toMatch(/^\d+ rows of facts -> /);
  const direct = await run(["lake", "decide", log, "--clocks", "--out", at("a"), ...ASKED, "--json"]);
  const given = ["--facts", "--policy", "support-desk/chat", ...SMALL];
  const second = await run(["lake", "decide", at("facts/facts"), "--out", at("b"), ...given]);
  expect([direct.code, second.code]).toEqual([0, 0]);
  expect(JSON.parse(direct.stdout)).toEqual(manifestOf(at("a")));
  expect(manifestOf(at("b")).tables["decisions"]?.counts).toEqual(
    manifestOf(at("a")).tables["decisions"]?.counts,
  );
  expect(second.stdout).toMatch(/train-\w+: (?:permit|deny) [A-Z_]+ \d+/);
  expect(readdirSync(temporary.path).sort()).toEqual(["a", "b", "facts", "log.jsonl"]);
});

it("lists what is due as CSV and as JSON lines, the same rows", async () => {
  const log = join(temporary.path, "log.jsonl");
  const event = (type: string, time: string, subject: string, data: object): string =>
    JSON.stringify({
      specversion: "1.0",
      id: type,
      source: "urn:s",
      type: `proviso.${type}`,
      subject,
      time,
      data,
    });
  const lines = [
    event("log-complete", "1970-01-01T00:00:00Z", "*", { kinds: ["*"] }),
    event("conversation.created", "2025-02-01T00:00:00Z", "accounts/a/conversations/c, 1", {
      plan: "customer",
    }),
    event("conversation.deleted", "2025-03-01T00:00:00Z", "accounts/a/conversations/c, 1", {}),
  ];
  writeFileSync(log, lines.join("\n"));
  const list = async (format: string): Promise<string> => {
    const out = join(temporary.path, format);
    const done = await run(["lake", "due", log, "--format", format, "--out", out, ...ASKED]);
    expect(done).toMatchObject({ code: 0, stderr: "" });
    const folder = join(out, "due");
    return readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), "utf8"))
      .join("");
  };
  expect(await list("csv")).toBe(
    'account,conversation,copy,until_at,clock\na,"c, 1",back-end,2025-03-31T00:00:00.000Z,after-deletion\n',
  );
  expect(JSON.parse(await list("jsonl"))).toEqual({
    ...{ account: "a", conversation: "c, 1", copy: "back-end" },
    ...{ until_at: "2025-03-31T00:00:00.000Z", clock: "after-deletion" },
  });
});

it("refuses with one error and leaves nothing", async () => {
  const file = join(temporary.path, "events.jsonl");
  writeFileSync(file, "{\n");
  const out = join(temporary.path, "out");
  const bad = await run(["lake", "decide", file, "--out", out, ...ASKED]);
  expect(bad.code).toBe(1);
  expect(bad.stderr).toMatch(/^error EVENT_INVALID: the line is not JSON\n {2}at .*events.jsonl:1/);
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(temporary.path)).toEqual(["events.jsonl"]);
  const facts = await run(["lake", "decide", EVENTS, "--facts", "--out", out, ...ASKED]);
  expect(facts).toMatchObject({ code: 2, stderr: expect.stringContaining("leave out --at and --known") });
  const none = await run(["lake", "decide", EVENTS, "--out", out, "--policy", "no/such", ...SMALL]);
  expect(none.stderr).toContain("NOT_FOUND");
});

it("stops on Ctrl-C, keeps what is done and goes on", { timeout: 120_000 }, async () => {
  const events = Array.from({ length: 6_000 }, (_, index) => ({
    ...{ specversion: "1.0", id: `e-${index}`, source: "urn:s", type: "proviso.conversation.created" },
    ...{ subject: `accounts/a-${index % 900}/conversations/c-${index}`, time: "2025-06-01T00:00:00Z" },
  }));
  const file = join(temporary.path, "events.jsonl");
  writeFileSync(file, events.map((event) => `${JSON.stringify(event)}\n`).join(""));
  const out = join(temporary.path, "out");
  const args = ["lake", "decide", file, "--out", out, "--buckets", "12", ...ASKED];
  const child = start(args);
  const parts = join(`${out}.partial`, "decisions");
  const watch = setInterval(() => {
    if (!existsSync(join(parts, "part-0001.parquet"))) return;
    clearInterval(watch);
    child.kill("SIGINT");
  }, 5);
  const stopped = await ended(child);
  expect(stopped.code).toBe(130);
  expect(stopped.stderr).toMatch(/error INTERRUPTED: interrupted; \d+ parts? (?:is|are) done and kept/);
  expect(stopped.stderr).toContain("--resume");
  expect(existsSync(out)).toBe(false);
  const rest = await run([...args, "--resume"]);
  expect(rest).toMatchObject({ code: 0, stderr: "" });
  expect(manifestOf(out).tables["decisions"]?.rows).toBe(6_000);
  expect(readdirSync(temporary.path).sort()).toEqual(["events.jsonl", "out"]);
});

it("prints SQL for every engine, with placeholders and names of the user's", async () => {
  for (const dialect of ["duckdb", "postgresql", "spark", "trino"]) {
    const printed = await run(["sql", "--dialect", dialect, "--events", "lake.events", ...ASKED]);
    expect(printed.code).toBe(0);
    expect(printed.stdout).toMatch(/^-- Made by Proviso for /);
    expect(printed.stdout).toMatch(/["`]lake["`]\.["`]events["`]/);
    expect(printed.stdout.match(/;\n/g)?.length).toBe(4);
  }
  const open = await run(["sql", "--dialect", "duckdb", "--placeholders", ...ASKED, "--json"]);
  expect(JSON.parse(open.stdout).statements[0]).toContain("CAST(:proviso_at AS TIMESTAMP)");
});

it("writes a dbt project, over its own files and over no one else's", async () => {
  const folder = join(temporary.path, "dbt");
  const args = ["sql", "--dialect", "duckdb", "--dbt", folder, ...ASKED];
  for (const _ of ["written", "written over"]) expect((await run(args)).code).toBe(0);
  expect(readdirSync(join(folder, "models"))).toContain("proviso_decisions.sql");
  const mine = join(temporary.path, "mine/models/schema.yml");
  mkdirSync(dirname(mine), { recursive: true });
  writeFileSync(mine, "mine");
  const refused = await run(["sql", "--dialect", "duckdb", "--dbt", dirname(dirname(mine)), ...ASKED]);
  expect(refused.code).toBe(2);
  expect(readFileSync(mine, "utf8")).toBe("mine");
});
