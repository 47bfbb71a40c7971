import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CHATS, EVENTS, run, SMALL } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const ASK = [CHATS, "--events", EVENTS, ...SMALL, "--at", "2026-09-30"];

describe("decide", () => {
  it("prints one line per conversation with all fields in one order", async () => {
    const { code, stdout, stderr } = await run(["decide", ...ASK]);
    expect(code).toBe(0);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(36);
    for (const line of lines) {
      expect(Object.keys(line).join(" ")).toBe(
        "conversation item title account product surface mode credential model createdAt updatedAt items file at known policies uses clocks keep runs",
      );
    }
    expect(lines[0]).toMatchObject({
      conversation: "c-001",
      item: null,
      createdAt: "2025-02-03T09:10:00Z",
      at: "2026-09-30T00:00:00Z",
      known: null,
    });
    expect(stderr).toMatch(
      /^36 conversations, 83 items\ntrain-general: \d+ used, \d+ not used, \d+ cannot tell\n$/,
    );
  });

  it("is the same bytes for the same question", async () => {
    const [one, two] = [await run(["decide", ...ASK]), await run(["decide", ...ASK])];
    expect(one.stdout).toBe(two.stdout);
  });

  it("decides items, after their conversation", async () => {
    const { stdout } = await run(["decide", ...ASK, "--items", "--purpose", "train-general"]);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(36 + 83);
    expect(lines.slice(0, 3).map(({ conversation, item }) => [conversation, item])).toEqual([
      ["c-001", null],
      ["c-001", "i1"],
      ["c-001", "i2"],
    ]);
    expect(lines[1]).toMatchObject({ role: "user", source: "user", itemAt: "2025-02-03T09:10:00Z" });
    for (const { uses } of lines)
      expect(uses.map(({ purpose }: { purpose: string }) => purpose)).toEqual(["train-general"]);
  });

  it("prints a table whose columns do not depend on the data", async () => {
    const { stdout } = await run(["decide", ...ASK, "--format", "csv", "--purpose", "train-general"]);
    const [header = "", ...rows] = stdout.trimEnd().split("\n");
    expect(header).toBe(
      "conversation,item,title,account,product,surface,mode,role,source,createdAt,updatedAt,items,file,at,known,policies,train-general.use,train-general.exposure,train-general.reason,train-general.rule,train-general.basis,train-general.obligations,train-general.unknowns,keepUntil,keepAtLeast,runs",
    );
    expect(rows).toHaveLength(36);
    expect(rows[0]).toMatch(/^c-001,,Late parcel before the new notice,a-01,/);
  });

  it("lets no cell run as a formula", async () => {
    const file = join(folder.path, "chats.jsonl");
    const [first = ""] = readFileSync(CHATS, "utf8").split("\n");
    writeFileSync(file, `${JSON.stringify({ ...JSON.parse(first), title: '=HYPERLINK("x"),\n"y"' })}\n`);
    const { stdout } = await run(["decide", file, ...SMALL, "--format", "csv"]);
    expect(stdout).toContain(`,"'=HYPERLINK(""x""),\n""y""",`);
  });

  it("writes to a file what it would print", async () => {
    const file = join(folder.path, "out.jsonl");
    const printed = await run(["decide", ...ASK]);
    const written = await run(["decide", ...ASK, "--out", file]);
    expect(written).toMatchObject({ code: 0, stdout: "" });
    expect(written.stderr).toContain(`-> ${file}`);
    expect(readFileSync(file, "utf8")).toBe(printed.stdout);
    expect(readdirSync(folder.path)).toEqual(["out.jsonl"]);
  });

  it("says nothing beside the answer under --json", async () => {
    const { stdout, stderr } = await run(["decide", ...ASK, "--json"]);
    expect(stderr).toBe("");
    expect(stdout.trimEnd().split("\n")).toHaveLength(36);
  });

  it("does not write over what it reads, under any name", async () => {
    const chats = join(folder.path, "chats.jsonl");
    writeFileSync(chats, readFileSync(CHATS));
    symlinkSync(chats, join(folder.path, "link"));
    for (const out of [chats, join(folder.path, "link"), join(folder.path, "x", "..", "chats.jsonl")]) {
      const { code, stderr } = await run(["decide", chats, ...SMALL, "--out", out]);
      expect(code).toBe(2);
      expect(stderr).toContain("writing to it would destroy it");
    }
    const report = await run(["scan", chats, ...SMALL, "--report", chats]);
    expect(report.code).toBe(2);
    expect(readFileSync(chats)).toEqual(readFileSync(CHATS));
  });

  it("leaves the old file when the input turns out bad", async () => {
    const file = join(folder.path, "out.jsonl");
    const bad = join(folder.path, "bad.jsonl");
    writeFileSync(file, "old");
    writeFileSync(bad, `${readFileSync(CHATS, "utf8")}{"id":"x","items":3}\n`);
    const { code, stderr } = await run(["decide", bad, ...SMALL, "--strict", "--out", file]);
    expect(code).toBe(1);
    expect(stderr).toContain("error INPUT_MALFORMED: ");
    expect(readFileSync(file, "utf8")).toBe("old");
    expect(readdirSync(folder.path).sort()).toEqual(["bad.jsonl", "out.jsonl"]);
  });

  it.skipIf(!existsSync("/dev/full"))("says DISK_FULL for a full disk", async () => {
    const { code, stderr } = await run(["decide", ...ASK, "--out", "/dev/full"]);
    expect(code).toBe(1);
    expect(stderr).toContain("error DISK_FULL: no room left to write `/dev/full`\n  at /dev/full\n  hint: ");
  });

  it.skipIf(process.platform === "win32")("says PERMISSION where it may not write", async () => {
    const closed = join(folder.path, "closed");
    mkdirSync(closed);
    chmodSync(closed, 0o555);
    chmodSync(folder.path, 0o755);
    // The superuser may write anywhere, so a plain user is taken.
    const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const { code, stderr } = await run(["decide", ...ASK, "--out", join(closed, "out.jsonl")], uid);
    expect(code).toBe(1);
    expect(stderr).toContain("error PERMISSION: ");
    expect(readdirSync(closed)).toEqual([]);
  });
});
