import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { judge, printDocument } from "@proviso/core/terms";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HistoryRecord } from "./history-record.ts";
import { readFolder } from "./read-folder.ts";
import { recordLine } from "./record-line.ts";
import { replayed } from "./replayed.ts";

const DATA = join(import.meta.dirname, "../../../../../shared/data/terms");
const TEXT = `# Terms\n\n${"We keep what you write for thirty days and never sell it to anybody. ".repeat(4)}`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "proviso-replay-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

async function all(): Promise<HistoryRecord[]> {
  return Array.fromAsync(readFolder(folder));
}

describe("a folder of dated versions", () => {
  it("names documents after their folders, in order, with regions", async () => {
    write("lantern/terms/2025-02-01T00-00-00_bb.md", TEXT);
    write("lantern/terms/2025-01-01T12-30-05_cc.md", TEXT);
    write("lantern/terms [EU]/2025-01-01T00-00-00.md", TEXT);
    write("mill--privacy-policy/2025-01-01T00-00-00_aa.md", TEXT);
    write("README.md", "Not a version.");
    const records = await all();
    expect(records.map(({ document, version }) => [printDocument(document), version.at])).toEqual([
      ["lantern/terms", Date.UTC(2025, 0, 1, 12, 30, 5)],
      ["lantern/terms", Date.UTC(2025, 1, 1)],
      ["lantern/terms [EU]", Date.UTC(2025, 0, 1)],
      ["mill/privacy-policy", Date.UTC(2025, 0, 1)],
    ]);
    expect(records[0]?.version.id).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it("takes names and upgrades from a manifest, and keeps sources apart", async () => {
    const entry = (file: string, repo: string, recordKind: string): object => ({
      file,
      service: "Lantern",
      documentType: "Terms of Service",
      recordKind,
      source: { repo },
    });
    write("a/b/2025-01-01T00-00-00_aa.md", TEXT);
    write("a/b/2025-01-02T00-00-00_bb.md", TEXT);
    const entries = [
      entry("a/b/2025-01-01T00-00-00_aa.md", "x/one", "change"),
      entry("a/b/2025-01-02T00-00-00_bb.md", "x/two", "technical-upgrade"),
    ];
    write("manifest.json", JSON.stringify({ entries }));
    const records = await all();
    expect(records.map(({ document, version }) => [printDocument(document), version.isUpgrade])).toEqual([
      ["Lantern/Terms of Service [one]", false],
      ["Lantern/Terms of Service [two]", true],
    ]);
  });

  it.each([
    ["no versions", { "README.md": "x" }, "INPUT_EMPTY"],
    ["a day that is none", { "a/b/2025-02-30T00-00-00_aa.md": TEXT }, "INPUT_MALFORMED"],
    [
      "bytes that are not UTF-8",
      { "a/b/2025-02-03T00-00-00_aa.md": Uint8Array.of(0xff, 0xfe, 0x41) },
      "INPUT_ENCODING",
    ],
    [
      "a manifest that is not JSON",
      { "a/b/2025-02-03T00-00-00_aa.md": TEXT, "manifest.json": "{" },
      "INPUT_MALFORMED",
    ],
    [
      "a manifest without entries",
      { "a/b/2025-02-03T00-00-00_aa.md": TEXT, "manifest.json": "{}" },
      "INPUT_MALFORMED",
    ],
    [
      "a manifest that leads out",
      {
        "a/b/2025-02-03T00-00-00_aa.md": TEXT,
        "manifest.json": '{"entries":[{"file":"../x.md","service":"s","documentType":"t"}]}',
      },
      "INPUT_MALFORMED",
    ],
  ])("says what is wrong: %s", async (_name, files, code) => {
    for (const [path, content] of Object.entries(files)) write(path, content);
    await expect(all()).rejects.toMatchObject({ code, place: { file: expect.stringContaining(folder) } });
  });

  it("says that there is no folder", async () => {
    await expect(Array.fromAsync(readFolder(join(folder, "none")))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("replay", () => {
  it("counts per document and in total, and lists no more than asked for", async () => {
    write("a/terms/2025-01-01T00-00-00_1.md", TEXT);
    write("a/terms/2025-01-02T00-00-00_2.md", `${TEXT}\n\n---\n`);
    write("a/terms/2025-01-03T00-00-00_3.md", TEXT.replace("Terms", "**Terms**"));
    write("a/terms/2025-01-04T00-00-00_4.md", TEXT.replace("thirty", "sixty"));
    write("b/terms/2025-01-01T00-00-00_1.md", TEXT);
    write("b/terms/2025-01-02T00-00-00_2.md", "# Page not found");
    const lines: string[] = [];
    const figures = await replayed(readFolder(folder), {
      maxListed: 1,
      onJudged: (record) => {
        lines.push(recordLine(record));
      },
    });
    expect(figures).toMatchObject({
      records: 6,
      standings: { change: 3, quiet: 2, health: 1 },
      quietShare: 0.5,
    });
    expect(figures.classes).toMatchObject({ first: 2, change: 1, "form-only": 2, "empty-shell": 1 });
    expect(figures.documents.map(({ document, records }) => [document.service, records])).toEqual([
      ["a", 4],
      ["b", 2],
    ]);
    expect(figures.silenced).toHaveLength(1);
    expect(figures.unseen[0]?.judged.reason).toContain("page not found");
    expect(lines.map((line) => (JSON.parse(line) as { class: string }).class)).toEqual([
      "first",
      "form-only",
      "form-only",
      "change",
      "first",
      "empty-shell",
    ]);
  });

  it("holds documents apart whose records alternate", async () => {
    async function* records(): AsyncGenerator<HistoryRecord> {
      for (let at = 0; at < 6; at += 1) {
        const service = at % 2 === 0 ? "a" : "b";
        const text = at % 2 === 0 ? TEXT : TEXT.replace("thirty", "sixty");
        yield {
          document: { service, type: "terms" },
          version: { id: String(at), at, text, isUpgrade: false },
        };
      }
    }
    const figures = await replayed(records());
    expect(figures.classes).toMatchObject({ first: 2, "form-only": 4, change: 0, return: 0 });
  });
});

describe.skipIf(!existsSync(DATA))(
  "public histories (skipped where they are not beside the checkout)",
  () => {
    it("quiets 64 % of the records of the noise groups, each with a reason", async () => {
      const figures = await replayed(readFolder(join(DATA, "noise")));
      expect(figures.records).toBeGreaterThan(20);
      expect(figures.standings.quiet / figures.records).toBeGreaterThanOrEqual(0.64);
      expect(figures.silenced).toHaveLength(figures.standings.quiet);
      for (const { judged } of figures.silenced) expect(judged.reason).toMatch(/[0-9]/);
    });

    it("sees the collapse and the shells of the whole corpus as health", async () => {
      const figures = await replayed(readFolder(DATA));
      expect(figures.records).toBeGreaterThan(300);
      expect(figures.standings.health).toBeGreaterThanOrEqual(4);
      expect(figures.classes.collapse).toBeGreaterThanOrEqual(1);
    });

    it("silences no gold change, in whatever order it came", () => {
      interface Pair {
        readonly beforeFile?: string;
        readonly afterFile?: string;
        readonly beforeRecordedAt: string;
        readonly afterRecordedAt: string;
      }
      const gold = JSON.parse(readFileSync(join(DATA, "gold/changes.json"), "utf8")) as {
        changes: { id: string; pairs: Pair[] }[];
      };
      const lost: string[] = [];
      let pairs = 0;
      for (const { id, pairs: own } of gold.changes) {
        for (const { beforeFile, afterFile, beforeRecordedAt, afterRecordedAt } of own) {
          if (beforeFile === undefined || afterFile === undefined) continue;
          pairs += 1;
          const text = (file: string): string => readFileSync(join(DATA, file), "utf8");
          for (const isUpgrade of [false, true]) {
            const first = {
              id: "before",
              at: Date.parse(beforeRecordedAt),
              text: text(beforeFile),
              isUpgrade: false,
            };
            const second = { id: "after", at: Date.parse(afterRecordedAt), text: text(afterFile), isUpgrade };
            const { judged } = judge(judge(undefined, first).state, second);
            if (judged.standing !== "change" || judged.against !== "before")
              lost.push(`${id}: ${judged.class}`);
          }
        }
      }
      expect(pairs).toBeGreaterThanOrEqual(12);
      expect(lost).toEqual([]);
    });
  },
);
