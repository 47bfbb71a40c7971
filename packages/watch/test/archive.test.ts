import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { VersionDraft } from "../src/archive/archive-entry.ts";
import { checkArchive } from "../src/archive/check-archive.ts";
import { Archive } from "../src/archive/open-archive.ts";

const DOCUMENT = { service: "Example", type: "Terms of Service" };
const AT = Date.UTC(2025, 7, 29, 0, 32, 1);

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "archive-")), "terms");
});
afterEach(() => {
  rmSync(join(folder, ".."), { recursive: true, force: true });
});

function version(text: string, at = AT, document: VersionDraft["document"] = DOCUMENT): VersionDraft {
  const judged = {
    version: `v${at}`,
    at,
    class: "change",
    standing: "change",
    reason: "",
    against: undefined,
  } as const;
  return { at, document, text, snapshots: [], recipe: "r1", isUpgrade: false, language: "en", judged };
}

async function written(...drafts: VersionDraft[]): Promise<void> {
  const archive = await Archive.open(folder, { write: true });
  await Promise.all(drafts.map((draft) => archive.putVersion(draft)));
  await archive.close();
}

describe("archive", () => {
  test("can be read without Proviso", async () => {
    await written(version("# Terms\n"));
    const [line = ""] = readFileSync(join(folder, "index.jsonl"), "utf8").split("\n");
    const entry = JSON.parse(line) as { file: string; seq: number };
    expect(entry.file).toMatch(/^versions\/Example\/Terms of Service\/2025-08-29T00-32-01_[0-9a-f]{8}\.md$/);
    expect(readFileSync(join(folder, entry.file), "utf8")).toBe("# Terms\n");
  });

  test("keeps equal bytes once and gives them back", async () => {
    const archive = await Archive.open(folder, { write: true });
    const [a, b] = [await archive.putBlob(Buffer.from("page")), await archive.putBlob(Buffer.from("page"))];
    expect(a).toBe(b);
    expect(Buffer.from(await archive.readBlob(a)).toString()).toBe("page");
    await expect(archive.readBlob(`sha256:${"0".repeat(64)}`)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await archive.close();
  });

  test("tells the newest and all versions by when they were seen, also while another process writes", async () => {
    const writer = await Archive.open(folder, { write: true });
    const reader = await Archive.open(folder, { write: false });
    await Promise.all([writer.putVersion(version("new", AT)), writer.putVersion(version("old", AT - 1000))]);
    await writer.append({
      kind: "check",
      at: AT,
      document: DOCUMENT,
      outcome: "failed",
      signal: "x",
      reason: "y",
    });
    for (const archive of [writer, reader]) {
      const latest = await archive.latest(DOCUMENT);
      expect(await archive.readVersion(latest.version ?? { file: "", version: "" })).toBe("new");
      expect(latest.check?.seq).toBe(3);
      const texts = [];
      for await (const entry of archive.versionsOf(DOCUMENT)) texts.push(await archive.readVersion(entry));
      expect(texts).toEqual(["old", "new"]);
    }
    await writer.close();
  });

  test("keeps documents apart that a file system takes for one", async () => {
    await written(
      version("a", AT, { service: "ChatGPT", type: "Terms" }),
      version("b", AT, { service: "Chatgpt", type: "Terms" }),
      version("c", AT, { service: "Chatgpt", type: "Privacy" }),
      version("d", AT, { service: "ChatGPT", type: "terms" }),
    );
    expect(
      readdirSync(join(folder, "versions"))
        .map((name) => name.toLowerCase())
        .sort(),
    ).toEqual(["chatgpt", "chatgpt~1", "chatgpt~71"]);
  });

  test("makes its state anew when it is deleted or of another index", async () => {
    await written(version("a"), version("b", AT + 1000));
    const state = join(folder, "state", "documents.json");
    const saved = readFileSync(state, "utf8");
    for (const broken of [undefined, "{", saved.replace(/"prev":"sha256:./, '"prev":"sha256:z')]) {
      rmSync(state);
      if (broken !== undefined) writeFileSync(state, broken);
      const archive = await Archive.open(folder, { write: true });
      expect((await archive.latest(DOCUMENT)).version?.seq).toBe(2);
      await archive.close();
      expect(readFileSync(state, "utf8")).toBe(saved);
    }
  });

  test("moves a torn last line aside, says so, and goes on", async () => {
    await written(version("a"));
    appendFileSync(join(folder, "index.jsonl"), '{"seq":2,"at":1');
    const reader = await Archive.open(folder, { write: false });
    expect((await reader.latest(DOCUMENT)).version?.seq).toBe(1);
    const writer = await Archive.open(folder, { write: true });
    expect(writer.notes).toEqual([expect.stringContaining("15 bytes")]);
    expect((await writer.putVersion(version("b", AT + 1))).seq).toBe(2);
    await writer.close();
    expect(readdirSync(join(folder, "state")).some((name) => name.startsWith("torn-at-"))).toBe(true);
    expect(await checkArchive(folder)).toMatchObject({ entries: 2, faultCount: 0, tornBytes: 0 });
  });

  test("has one writer at a time, and takes over from a dead one", async () => {
    const first = await Archive.open(folder, { write: true });
    await expect(Archive.open(folder, { write: true })).rejects.toMatchObject({ code: "LEDGER_LOCKED" });
    await first.close();
    const lock = join(folder, "archive.lock");
    expect(existsSync(lock)).toBe(false);
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    const parent = { pid: process.ppid, host: hostname(), started: "" };
    for (const [holder, isTaken] of [
      [{ pid, host: hostname(), started: "" }, false],
      [{ pid: process.ppid, host: hostname(), started: "1-not-its-start" }, process.platform !== "linux"],
      [parent, true],
      [{ pid, host: "elsewhere", started: "" }, true],
    ] as const) {
      writeFileSync(lock, JSON.stringify(holder));
      const opened = Archive.open(folder, { write: true });
      if (isTaken)
        await expect(opened).rejects.toMatchObject({ code: "LEDGER_LOCKED", place: { file: lock } });
      else await (await opened).close();
    }
  });

  test("does not write when opened to be read, nor into a folder of something else", async () => {
    await written(version("a"));
    const reader = await Archive.open(folder, { write: false });
    await expect(reader.putVersion(version("b"))).rejects.toMatchObject({ code: "USAGE" });
    rmSync(join(folder, "archive.json"));
    await expect(Archive.open(folder, { write: true })).rejects.toMatchObject({ code: "USAGE" });
    await expect(Archive.open(folder, { write: false })).rejects.toMatchObject({ code: "NOT_FOUND" });
    writeFileSync(join(folder, "archive.json"), '{"format":"proviso-terms-archive","version":2}');
    await expect(Archive.open(folder, { write: false })).rejects.toMatchObject({ code: "UNSUPPORTED" });
  });

  test.each([
    ["a reason", (line: string) => line.replace('"r1"', '"r2"'), 2, "prev"],
    ["a missing line", () => "", 1, "seq"],
    ["a field", (line: string) => line.replace('"isUpgrade":false', '"isUpgrade":0'), 1, "isUpgrade"],
    ["a way out", (line: string) => line.replace(/"versions\/[^"]*/, '"versions/../../x.md'), 1, "file"],
    ["bytes", () => "\0\0\0\n", 1, undefined],
  ])("finds %s changed in the index", async (_, change, line, field) => {
    await written(version("a"), version("b", AT + 1000));
    const index = join(folder, "index.jsonl");
    const [first = "", rest] = readFileSync(index, "utf8").split(/(?<=\n)/);
    writeFileSync(index, `${change(first)}${rest}`);
    const check = await checkArchive(folder);
    expect(check.faults[0]?.place).toEqual({ file: index, line, field });
    const all = async (): Promise<void> => {
      const reader = await Archive.open(folder, { write: false });
      for await (const entry of reader.entries()) expect(entry.seq).toBeGreaterThan(0);
    };
    await expect(all()).rejects.toMatchObject({ code: "LEDGER_DAMAGED", place: { line } });
  });

  test("refuses an entry that could not be read again, and goes on", async () => {
    const archive = await Archive.open(folder, { write: true });
    const bad = archive.putVersion({ ...version("a"), at: Number.NaN });
    const good = archive.putVersion(version("b"));
    await expect(bad).rejects.toMatchObject({ code: "USAGE", place: { field: "at" } });
    expect((await good).seq).toBe(1);
    await archive.close();
    expect(await checkArchive(folder)).toMatchObject({ entries: 1, faultCount: 0 });
  });

  test("finds a changed or missing file, and counts those of no entry", async () => {
    const archive = await Archive.open(folder, { write: true });
    const blob = await archive.putBlob(Buffer.from("page"));
    const entry = await archive.putVersion({ ...version("a"), snapshots: [blob] });
    await archive.putBlob(Buffer.from("of no entry"));
    await archive.close();
    expect(await checkArchive(folder)).toMatchObject({ blobs: 1, versions: 1, faultCount: 0, unnamed: 1 });
    writeFileSync(join(folder, entry.file), "b");
    rmSync(join(folder, "blobs", "sha256", blob.slice(7, 9)), { recursive: true });
    const check = await checkArchive(folder);
    expect(check.faultCount).toBe(2);
    await expect(archive.readVersion(entry)).rejects.toMatchObject({ code: "LEDGER_DAMAGED" });
  });
});
