import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { width } from "../src/terminal/layout.ts";
import { CHATS, EVENTS, EXAMPLES, run, SMALL } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const AT = ["--at", "2026-09-30"];

interface Sum {
  readonly conversations: number;
}

describe("scan", () => {
  it("sums up on one screen and writes one report", async () => {
    const { code, stdout, stderr } = await run(["scan", CHATS, "--events", EVENTS, ...SMALL, ...AT], {
      cwd: folder.path,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^36 conversations, 83 items, from proviso\nas of 2026-09-30, by support-desk/);
    for (const word of [
      "used ",
      "not used ",
      "cannot tell ",
      "Because",
      "What would settle most",
      "Report: ",
    ]) {
      expect(stdout).toContain(word);
    }
    expect(stdout.split("\n").length).toBeLessThan(40);
    expect(readdirSync(folder.path)).toEqual(["proviso-report.html"]);
    const html = readFileSync(join(folder.path, "proviso-report.html"), "utf8");
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html.trimEnd()).toMatch(/<\/html>$/);
    expect(stdout).toContain(join(folder.path, "proviso-report.html"));
  });

  it("writes the report where it is told to, or not at all", async () => {
    const file = join(folder.path, "r.html");
    await run(["scan", CHATS, ...SMALL, ...AT, "--report", file], { cwd: folder.path });
    expect(readdirSync(folder.path)).toEqual(["r.html"]);
    const { stdout } = await run(["scan", CHATS, ...SMALL, ...AT, "--no-report"], { cwd: folder.path });
    expect(stdout).not.toContain("Report:");
    expect(readdirSync(folder.path)).toEqual(["r.html"]);
  });

  it("answers programs in JSON, whose counts add up", async () => {
    const { code, stdout } = await run(
      ["scan", CHATS, "--events", EVENTS, ...SMALL, ...AT, "--no-report", "--json"],
      { cwd: folder.path },
    );
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({
      at: "2026-09-30T00:00:00Z",
      known: null,
      conversations: 36,
      report: null,
    });
    const purposes: Record<string, { used: number; notUsed: number; cannotTell: number; reasons: Sum[] }> =
      answer.purposes;
    expect(Object.keys(purposes)).toContain("train-general");
    for (const { used, notUsed, cannotTell, reasons } of Object.values(purposes)) {
      expect(used + notUsed + cannotTell).toBe(36);
      expect(reasons.reduce((all, one) => all + one.conversations, 0)).toBe(36);
    }
  });

  it.each([40, 80])("fits %i columns", async (columns) => {
    const { stdout } = await run(["scan", CHATS, ...SMALL, ...AT, "--no-report"], {
      env: { COLUMNS: `${columns}` },
    });
    for (const line of stdout.split("\n")) expect(width(line)).toBeLessThanOrEqual(columns);
  });

  it("asks the question whose answer settles most, and says how to answer", async () => {
    const { stdout } = await run(["scan", CHATS, ...SMALL, ...AT, "--no-report"]);
    expect(stdout).toContain("under which plan was the chat made? (bears on 35 conversations)");
    expect(stdout).toContain("`proviso init`");
  });

  it("takes the timeline into account", async () => {
    const personal = join(EXAMPLES, "claude-personal");
    const args = [
      "scan",
      join(personal, "data-2026-09-14-10-22-31-batch-0000"),
      ...AT,
      "--no-report",
      "--json",
    ];
    const without = JSON.parse((await run(args)).stdout).purposes["train-general"];
    const file = join(personal, "account-opted-out.yaml");
    const given = JSON.parse((await run([...args, "--account", file])).stdout).purposes["train-general"];
    expect(without.cannotTell).toBeGreaterThan(0);
    expect(given).toMatchObject({ used: 0, cannotTell: 0 });
    expect(given.notUsed).toBe(without.used + without.notUsed + without.cannotTell);
  });

  it("counts and names what could not be read, and stops there under --strict", async () => {
    const file = join(folder.path, "chats.jsonl");
    const [first = "", second = ""] = readFileSync(CHATS, "utf8").split("\n");
    writeFileSync(file, `${first}\n{"id":"x","items":3}\n${second}\n`);
    const lenient = await run(["scan", file, ...SMALL, ...AT, "--no-report"]);
    expect(lenient.code).toBe(0);
    expect(lenient.stdout).toMatch(/^2 conversations/);
    expect(lenient.stdout).toContain("1 record could not be read");
    expect(lenient.stdout).toContain("chats.jsonl:2");
    const strict = await run(["scan", file, ...SMALL, ...AT, "--strict"], { cwd: folder.path });
    expect(strict.code).toBe(1);
    expect(strict.stderr).toMatch(/^error INPUT_MALFORMED: /);
    expect(strict.stderr).toContain("  at chats.jsonl:2");
    expect(existsSync(join(folder.path, "proviso-report.html"))).toBe(false);
  });

  it.each([
    ["nothing there", "none.zip", "NOT_FOUND", "none.zip"],
    ["an empty file", "empty.json", "INPUT_EMPTY", "empty.json"],
    ["another kind of file", "other.txt", "INPUT_UNRECOGNISED", "known formats"],
  ])("says what is wrong with %s", async (_, name, errorCode, told) => {
    writeFileSync(join(folder.path, "empty.json"), "");
    writeFileSync(join(folder.path, "other.txt"), "hello\n");
    const { code, stdout, stderr } = await run(["scan", join(folder.path, name), ...SMALL]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`error ${errorCode}: `);
    expect(stderr).toContain(told);
  });

  it("names the folder of coding sessions where no path is given", async () => {
    const { code, stderr } = await run(["scan"], { env: { CLAUDE_CONFIG_DIR: folder.path } });
    expect(code).toBe(2);
    expect(stderr).toContain(join(folder.path, "projects"));
  });

  it("obeys no title", async () => {
    const file = join(folder.path, "chats.jsonl");
    const chat = {
      id: "c-\u001b[2J1",
      account: "a",
      title: "\u001b]0;owned\u0007evil\u202etxt\r\nerror FAKE: x",
      createdAt: "2026-09-20T09:10:00Z",
      updatedAt: "2026-09-20T09:12:23Z",
      surface: "chat",
      mode: "ordinary",
      items: [{ id: "i1", role: "user", source: "user", at: "2026-09-20T09:10:00Z", text: "x" }],
    };
    writeFileSync(file, `${JSON.stringify(chat)}\n`);
    const args = [file, ...SMALL, ...AT];
    const runs = [
      await run(["scan", ...args, "--no-report"]),
      await run(["explain", "c-", ...args]),
      await run(["explain", "zzz\u001b[2J", ...args]),
    ];
    for (const { stdout, stderr } of runs) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these would be obeyed.
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
      expect(stdout).not.toMatch(/^error FAKE/m);
    }
    expect(runs[1]?.stdout).toContain("\\x1b]0;owned\\x07evil\\u{202e}txt\\r\\nerror FAKE: x");
  });
});
