import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Version } from "@proviso/core/terms";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkArchive } from "../src/archive/check-archive.ts";
import { Archive } from "../src/archive/open-archive.ts";
import { exportHistory } from "../src/history/export-history.ts";
import { importHistory, type Judge } from "../src/history/import-history.ts";
import { importSnapshots } from "../src/history/import-snapshots.ts";
import { readGitHistory } from "../src/history/read-git-history.ts";
import { readGitRecords } from "../src/history/read-git-records.ts";
import type { HistoryRecord } from "../src/replay/history-record.ts";
import { git, HAS_GIT, makeRepository, type TestCommit } from "./history-git.ts";

const START = Date.UTC(2025, 7, 1);
const DAY = 86_400_000;
const TERMS = "Example/Terms of Service.md";
const OLD = "0123456789012345678901234567890123456789";

/** Says how many there were before it, so that what it remembers shows. */
const COUNT: Judge<number> = (state = 0, { id, at }: Version) => {
  const judged = {
    class: "change",
    standing: "change",
    reason: `after ${state}`,
    against: undefined,
  } as const;
  return { judged: { version: id, at, ...judged }, state: state + 1 };
};
const OPTIONS = { judge: COUNT, recipe: "git test", clock: (): number => START };

let folder: string;
let repository: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "history-"));
  repository = join(folder, "r");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function all<T>(records: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const record of records) list.push(record);
  return list;
}

function commit(day: number, message: string, files: TestCommit["files"]): TestCommit {
  return { at: START + day * DAY, message, files };
}

async function* stream(records: readonly HistoryRecord[]): AsyncGenerator<HistoryRecord> {
  yield* records;
}

async function imported(records: AsyncIterable<HistoryRecord>, name = "a"): Promise<Archive> {
  const archive = await Archive.open(join(folder, name), { write: true });
  await importHistory(archive, records, OPTIONS).finally(() => archive.close());
  return archive;
}

async function told(archive: Archive): Promise<unknown[]> {
  const list = [];
  for await (const entry of archive.entries())
    list.push(entry.kind === "version" ? { ...entry, at: 0, prev: "" } : entry);
  return list;
}

describe.skipIf(!HAS_GIT)("git history (needs git)", () => {
  test("tells kinds of records, renames and languages, and leaves out what is no record", async () => {
    makeRepository(repository, [
      commit(0, "Initial commit", { "README.md": "# Read", "Example/README.md": "x", ".github/a.md": "x" }),
      commit(1, `First record of Example Terms of Service\n\nThis version … snapshot ${OLD}\n\nFetcher: f`, {
        [TERMS]: "one",
      }),
      commit(2, "Record new changes of Example Terms of Service", { [TERMS]: "two é\ufeff" }),
      commit(3, "Apply technical or declaration upgrade on Example Terms of Service", { [TERMS]: "three" }),
      commit(4, "Refilter Example Terms of Service", { [TERMS]: "four" }),
      commit(5, "Rename service", { [TERMS]: undefined, "Other/Terms of Service.md": "four" }),
      commit(6, "Fix by hand", { "Other/Terms of Service.md": "five", "Other/deep/er.md": "x" }),
      commit(7, "Remove service", { "Other/Terms of Service.md": undefined }),
    ]);
    const progress: number[] = [];
    const records = await all(
      readGitHistory(repository, {
        onProgress: ({ commits, commitsDone }) => progress.push(commitsDone / commits),
      }),
    );
    expect(
      records.map(({ document, version }) => [document.service, version.text, version.isUpgrade]),
    ).toEqual([
      ["Example", "one", false],
      ["Example", "two é\ufeff", false],
      ["Example", "three", true],
      ["Example", "four", true],
      ["Other", "four", true],
      ["Other", "five", false],
    ]);
    const ids = git(repository, ["log", "--reverse", "--format=%H", "main"]).trim().split("\n");
    expect(records.map(({ version }) => version.id)).toEqual(ids.slice(1, 7));
    expect(records[0]?.version.at).toBe(START + DAY);
    expect(progress.at(-1)).toBe(1);
    const [first] = await all(readGitRecords(repository));
    expect(first?.message).toEqual({ kind: "first", snapshots: [OLD], trailers: { fetcher: "f" } });
  });

  test("tells what branches brought once, and of a merge only what is its own", async () => {
    makeRepository(repository, [
      commit(0, "First record of A T", { "A/T.md": "a0" }),
      { ...commit(1, "First record of B T", { "B/T.md": "b0" }), branch: "side", from: 1 },
      commit(2, "Record new changes of A T", { "A/T.md": "a1" }),
      { ...commit(3, "Merge branch", { "B/T.md": "b0" }), merges: 2 },
      { ...commit(4, "Record new changes of B T", { "B/T.md": "b1" }), branch: "side", from: 2 },
      { ...commit(5, "Merge with a hand", { "B/T.md": "b2" }), merges: 5 },
    ]);
    const texts = (await all(readGitHistory(repository))).map(({ version }) => version.text);
    expect(texts).toEqual(["a0", "b0", "a1", "b1", "b2"]);
  });

  test("reads the same packed tightly, loose, through a work tree and borrowed objects", async () => {
    const text = (edit: number): string =>
      Array.from(
        { length: 300 },
        (_, line) => `Line ${line} is ${line === edit % 300 ? edit : "as it was"}.`,
      ).join("\n");
    makeRepository(
      repository,
      Array.from({ length: 120 }, (_, at) =>
        commit(at, "Record new changes of A T", { "A/T.md": text(at * 7) }),
      ),
      false,
    );
    const fresh = await all(readGitHistory(repository));
    expect(fresh.map(({ version }) => version.text)).toEqual(
      Array.from({ length: 120 }, (_, at) => text(at * 7)),
    );
    git(repository, ["gc", "-q", "--aggressive", "--prune=now"]);
    expect(await all(readGitHistory(repository))).toEqual(fresh);
    git(folder, ["clone", "-q", "--shared", "--bare", repository, "borrowed"]);
    expect(await all(readGitHistory(join(folder, "borrowed")))).toEqual(fresh);
    git(folder, ["init", "-q", "-b", "main", "loose"]);
    const pack = join(repository, ".git", "objects", "pack");
    const file = readdirSync(pack).find((name) => name.endsWith(".pack")) ?? "";
    git(join(folder, "loose"), ["unpack-objects", "-q"], readFileSync(join(pack, file)));
    git(join(folder, "loose"), ["update-ref", "HEAD", git(repository, ["rev-parse", "HEAD"]).trim()]);
    expect(await all(readGitHistory(join(folder, "loose")))).toEqual(fresh);
    git(folder, ["clone", "-q", "--depth", "3", `file://${repository}`, "shallow"]);
    expect(await all(readGitHistory(join(folder, "shallow")))).toEqual(fresh.slice(-3));
    truncateSync(join(pack, file), 900);
    await expect(all(readGitHistory(repository))).rejects.toMatchObject({ code: "ARCHIVE_DAMAGED" });
  });

  test("refuses what is no repository, and one without a commit", async () => {
    await expect(all(readGitHistory(join(folder, "none")))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(all(readGitHistory(folder))).rejects.toMatchObject({ code: "INPUT_UNRECOGNISED" });
    makeRepository(repository, []);
    await expect(all(readGitHistory(repository))).rejects.toMatchObject({ code: "INPUT_EMPTY" });
  });

  test("takes snapshots with their dates, pages and commits, once, and gives them back", async () => {
    const message = "First record of A T\n\nFetcher: htmlOnly\nSource-Document-Url: https://example.org/t";
    makeRepository(repository, [
      commit(0, message, { "A/T #one.html": Buffer.from([0x3c, 0xff, 0x00]) }),
      commit(1, "Record new changes of A T", { "A/T.pdf": "%PDF" }),
    ]);
    const archive = await Archive.open(join(folder, "a"), { write: true });
    const take = (): ReturnType<typeof importSnapshots> =>
      importSnapshots(archive, readGitRecords(repository), { clock: () => START });
    expect([await take(), await take()].map((counts) => counts.imported)).toEqual([2, 0]);
    const entries = await all(archive.entries());
    expect(entries[0]).toMatchObject({
      bytes: 3,
      mediaType: "text/html",
      url: "https://example.org/t",
      headers: { date: "Fri, 01 Aug 2025 00:00:00 GMT", "import-page": "one" },
    });
    await exportHistory(archive, folder, { hasSnapshots: true });
    await archive.close();
    const [again, before] = await Promise.all([
      all(readGitRecords(join(folder, "snapshots.git"))),
      all(readGitRecords(repository)),
    ]);
    const core = ({ document, page, extension, at, bytes }: (typeof again)[number]): unknown => [
      document,
      page,
      extension,
      at,
      bytes,
    ];
    expect(again.map(core)).toEqual(before.map(core));
  });

  test("is read by git as it was exported", async () => {
    const archive = await imported(stream([seen("Example", "one", 0), seen("Example", "two", 1500)]));
    await exportHistory(archive, folder, { hasSnapshots: false });
    const bare = join(folder, "versions.git");
    expect(git(bare, ["fsck", "--strict"])).toBe("");
    expect(
      git(bare, ["log", "--format=%s|%at|%(trailers:key=First-Seen,valueonly)", "--name-only"]).split(/\n+/),
    ).toEqual([
      `Record new changes of Example Terms|${START / 1000 + 1}|2025-08-01T00:00:01.500Z`,
      "Example/Terms.md",
      `First record of Example Terms|${START / 1000}|2025-08-01T00:00:00.000Z`,
      "Example/Terms.md",
      "",
    ]);
    await expect(exportHistory(archive, folder, { hasSnapshots: false })).rejects.toMatchObject({
      code: "USAGE",
    });
  });
});

function seen(
  service: string,
  text: string,
  after: number,
  extra: Partial<HistoryRecord["document"]> = {},
): HistoryRecord {
  const id = `${text.length}`.padStart(40, "0");
  return {
    document: { service, type: "Terms", ...extra },
    version: { id, at: START + after, text, isUpgrade: false },
  };
}

const NAMES = fc.constantFrom(
  "A",
  "a",
  "A/B",
  "..",
  "x #y",
  " z",
  "Ünï",
  ".git",
  "README",
  "t~5",
  "A.md",
  "[EU]",
  "two\nlines",
);
const RECORDS = fc.array(
  fc.record({
    document: fc.record(
      { service: NAMES, type: NAMES, region: NAMES },
      { requiredKeys: ["service", "type"] },
    ),
    text: fc.string({ unit: "grapheme" }),
    isUpgrade: fc.boolean(),
    language: fc.constantFrom(undefined, "en"),
    step: fc.integer({ min: 1, max: 5000 }),
  }),
  { minLength: 1, maxLength: 8 },
);

describe("import and export", () => {
  test("an import of an export gives the same records, whatever the names", async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(RECORDS, async (drafts) => {
        run += 1;
        let at = START;
        const records = drafts.map(({ document, text, isUpgrade, language, step }, number): HistoryRecord => {
          at += step;
          const id = `${number}`.padStart(40, "0");
          const version = {
            id,
            at,
            text: `${number} ${text}`,
            isUpgrade,
            ...(language === undefined ? {} : { language }),
          };
          return { document, version };
        });
        const archive = await imported(stream(records), `a${run}`);
        await exportHistory(archive, join(folder, `e${run}`), { hasSnapshots: false });
        const again = await all(readGitHistory(join(folder, `e${run}`, "versions.git")));
        expect(again).toEqual(records);
        const second = await imported(stream(again), `b${run}`);
        expect(await told(second)).toEqual(await told(archive));
      }),
      { numRuns: 12 },
    );
  });

  test("goes on after a stop as if there had been none, and does nothing twice", async () => {
    const records = Array.from({ length: 200 }, (_, at) => seen(`S${at % 7}`, `text ${at}`, at * 1000));
    async function* stopped(): AsyncGenerator<HistoryRecord> {
      yield* records.slice(0, 90);
      throw new Error("stopped");
    }
    await expect(imported(stopped())).rejects.toThrow("stopped");
    const archive = await imported(stream(records));
    await imported(stream(records));
    const whole = await imported(stream(records), "whole");
    expect(await told(archive)).toEqual(await told(whole));
    expect(await checkArchive(archive.folder)).toMatchObject({ entries: 200, faultCount: 0, unnamed: 0 });
  });
});
