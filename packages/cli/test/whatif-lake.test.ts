/** `proviso whatif --lake`, as a user's shell would run it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { width } from "../src/terminal/layout.ts";
import { ended, run, start } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const POLICY = ["--policy", "anthropic/claude-consumer"];
const VERSIONS = [
  ...["--from", "anthropic/claude-consumer@2025-05-01"],
  ...["--to", "anthropic/claude-consumer@2025-10-08"],
];
const AT = ["--at", "2026-01-01"];
const events = (): string => join(folder.path, "events.jsonl");

interface Event {
  readonly type: string;
  readonly of: string;
  readonly time: string;
  readonly data: object;
}

/** Twelve accounts, two chats each: by plan, and by what was chosen before the terms changed. */
function written(): readonly Event[] {
  const complete = { type: "log-complete", of: "*", time: "1970-01-01T00:00:00Z", data: { kinds: ["*"] } };
  const accounts = Array.from({ length: 12 }, (_, index): readonly Event[] => {
    const of = `accounts/a-${index}`;
    const plan = ["free", "pro", "max", "team"][index % 4];
    const choice = ["granted", "refused", undefined][index % 3];
    const chosen = { purpose: "train-general", choice };
    return [
      { type: "account.created", of, time: "2025-01-01T00:00:00Z", data: { plan, region: "US" } },
      ...(choice === undefined
        ? []
        : [{ type: "choice.made", of, time: "2025-09-20T00:00:00Z", data: chosen }]),
      ...["2025-08-25", "2025-09-25"].map((day, chat) => ({
        type: "conversation.created",
        of: `${of}/conversations/c-${index}-${chat}`,
        time: `${day}T00:00:00Z`,
        data: { plan },
      })),
    ];
  });
  return [complete, ...accounts.flat()];
}

beforeEach(() => {
  const lines = written().map(({ type, of, time, data }, index) =>
    JSON.stringify({
      ...{ specversion: "1.0", id: `e-${index}`, source: "urn:test", type: `proviso.${type}` },
      ...{ subject: of, time, data },
    }),
  );
  writeFileSync(events(), `${lines.join("\n")}\n`);
});

describe("whatif --lake", () => {
  it("tells the same of events and of the facts made from them, and what it does not tell", async () => {
    const facts = join(folder.path, "facts");
    const made = await run([
      "lake",
      "facts",
      events(),
      "--out",
      facts,
      "--policy",
      "anthropic/claude",
      ...AT,
    ]);
    expect(made).toMatchObject({ code: 0, stderr: "" });
    const fromEvents = await run(["whatif", "--lake", events(), ...VERSIONS, ...AT], {
      env: { COLUMNS: "80" },
    });
    expect(fromEvents).toMatchObject({ code: 0, stderr: "" });
    const lines = fromEvents.stdout.split("\n");
    expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(80);
    expect(fromEvents.stdout).toContain("24 conversations of 12 accounts compared");
    expect(fromEvents.stdout).toContain("not used → used: 3 conversations of 3 accounts\n");
    expect(fromEvents.stdout).toContain(
      "Counted over tables: since when, and what would turn it back, are not",
    );
    expect(fromEvents.stdout).not.toContain("no date that is known");
    const fromFacts = await run(["whatif", "--lake", facts, ...VERSIONS], { env: { COLUMNS: "80" } });
    expect(fromFacts).toEqual(fromEvents);
  });

  it("tells programs null for what is not worked out, and fails where something becomes usable", async () => {
    const list = join(folder.path, "list.jsonl");
    const asked = ["whatif", "--lake", events(), ...POLICY, "--on", "2025-10-08", "--json", "--list", list];
    const { code, stdout } = await run([...asked, "--fail-on", "permit"]);
    expect(code).toBe(1);
    const found = JSON.parse(stdout);
    expect(found).toMatchObject({
      told: "counts",
      compared: 24,
      due: ["anthropic/claude-consumer@2025-10-08"],
      list,
      html: null,
    });
    const [flow] = found.purposes[0].flows;
    expect(flow).toMatchObject({ before: "not-used", after: "used", conversations: 3 });
    expect([flow.effects, flow.avoidedBy, flow.list, flow.segments.language]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    const rows = readFileSync(list, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.filter(({ purpose }) => purpose === "train-general")).toHaveLength(3);
    expect(readdirSync(folder.path).sort()).toEqual(["events.jsonl", "list.jsonl"]);
  });

  it.each<[string, readonly string[], string]>([
    ["an export beside it", ["chats.zip", ...VERSIONS], "`chats.zip` and `--lake` are two inputs"],
    ["a page", [...VERSIONS, "--html", "r.html"], "`--html` cannot be asked with `--lake`"],
    ["items", [...VERSIONS, "--items"], "`--items` cannot be asked with `--lake`"],
    ["a day without a product", ["--on", "2025-10-08"], "a table does not say of which product it is"],
    [
      "a change of another product",
      [...VERSIONS, "--policy", "proviso/strict"],
      "the change is of another product than `proviso/strict`",
    ],
    ["a list in no known form", [...VERSIONS, "--list", "list.csv"], "`list.csv` ends in neither"],
  ])("refuses %s", async (_, args, message) => {
    const { code, stdout, stderr } = await run(["whatif", "--lake", events(), ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`error USAGE: ${message}`);
  });

  it("refuses options of tables without one, no input at all, and two instants of facts", async () => {
    const alone = await run(["whatif", "chats.zip", ...VERSIONS, "--threads", "2"]);
    expect(alone).toMatchObject({ code: 2, stderr: expect.stringContaining("no meaning without `--lake`") });
    const nothing = await run(["whatif", ...VERSIONS]);
    expect(nothing).toMatchObject({ code: 2, stderr: expect.stringContaining("missing required argument") });
    const facts = join(folder.path, "facts");
    await run(["lake", "facts", events(), "--out", facts, ...POLICY, ...AT]);
    const twice = await run(["whatif", "--lake", facts, ...POLICY, "--on", "2025-10-08"]);
    expect(twice).toMatchObject({ code: 2, stderr: expect.stringContaining("hint: give the events") });
  });

  it("ends on Ctrl-C with nothing left behind", async () => {
    const work = join(folder.path, "work");
    const list = join(folder.path, "list.jsonl");
    const child = start(["whatif", "--lake", events(), ...VERSIONS, "--work", work, "--list", list]);
    const watch = setInterval(() => {
      if (!existsSync(work) || readdirSync(work).length === 0) return;
      clearInterval(watch);
      child.kill("SIGINT");
    }, 2);
    const { code } = await ended(child);
    clearInterval(watch);
    expect(code).toBe(130);
    expect(readdirSync(work)).toEqual([]);
    expect(existsSync(list)).toBe(false);
  });
});
