/** Tables of events, however they lie on the disk, give the decisions that the reference gives. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { clockRows, copyColumns, decide, decisionRow, prepare, purposesOf } from "@proviso/core/decision";
import { type Event, printEvent } from "@proviso/core/events";
import { factsRow } from "@proviso/core/facts";
import { needsOf, type PolicySet } from "@proviso/core/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../cli/test/temporary-folder.ts";
import { log } from "../../core/test/generate-log.ts";
import { arbitrarySet } from "../../core/test/generate-set.ts";
import { together } from "../../core/test/together.ts";
import type { LakeManifest, LakeRequest } from "../src/run/lake-run.ts";
import { runLake } from "../src/run/run-lake.ts";
import type { Row } from "./parity/compare.ts";
import { compareRows, foldedFacts } from "./parity/facts.ts";
import { request } from "./request.ts";
import { readRows, writeEvents } from "./table-file.ts";

const AT = Date.UTC(2026, 0, 1);
const INSTANTS = { at: AT, known: undefined };
const temporary = temporaryFolder();

/** Many small logs in one, so that there are accounts for every bucket. */
const [sample = []] = fc.sample(fc.array(log, { minLength: 25, maxLength: 25 }).map(together), {
  numRuns: 1,
  seed: 20_251_008,
});
/** What no reader would take is not asked of tables either, nor is one id for two things. */
const about = new Map(sample.map((event) => [`${event.source} ${event.id}`, subjectOf(event)]));
const events = sample
  .filter((event) => event.recorded === 0 || event.recorded > Date.UTC(1990, 0, 1))
  .filter((event) => about.get(`${event.source} ${event.id}`) === subjectOf(event));

function subjectOf({ account, conversation }: Event): string {
  return JSON.stringify([conversation === undefined ? account : (account ?? ""), conversation]);
}

const [set] = fc.sample(arbitrarySet(), { numRuns: 1, seed: 7 });
if (set === undefined) throw new Error("INVARIANT: a sample of one");

function wanted(from: readonly Event[], of: PolicySet): Readonly<Record<string, readonly Row[]>> {
  const facts = foldedFacts(from, INSTANTS, false);
  const purposes = purposesOf(of);
  const copies = copyColumns(of, { question: INSTANTS });
  const decisions = facts.map((one) => decide(prepare(of), one, purposes));
  return {
    facts: facts.map((one) => factsRow(one, needsOf(of))),
    decisions: decisions.map((one) => decisionRow(one, purposes, copies)),
    clocks: decisions.flatMap(clockRows).map(named),
  };
}

function named(row: Row): Row {
  return row["clock"] === undefined ? row : { ...row, item: `${row["policy"] ?? ""} ${row["clock"]}` };
}

async function rowsOf(manifest: LakeManifest, out: string, table: string): Promise<readonly Row[]> {
  const parts = manifest.tables[table]?.parts ?? [];
  const rows = await readRows(
    temporary.path,
    parts.map(({ file }) => join(out, file)),
  );
  return rows.map(named);
}

async function held(given: Partial<LakeRequest> & Pick<LakeRequest, "inputs">): Promise<LakeManifest> {
  const out = join(temporary.path, "out");
  const tables = ["facts", "decisions", "clocks"] as const;
  const { manifest } = await runLake(request({ out, set: set as PolicySet, tables, at: AT, ...given }));
  for (const [table, rows] of Object.entries(wanted(events, set as PolicySet))) {
    expect(compareRows(rows, await rowsOf(manifest, out, table))).toEqual([]);
    expect(manifest.tables[table]?.rows).toBe(rows.length);
  }
  return manifest;
}

describe("events give what the reference gives", () => {
  it("from JSONL", async () => {
    const file = join(temporary.path, "events.jsonl");
    writeFileSync(file, events.map((event) => `${JSON.stringify(printEvent(event))}\n`).join(""));
    await held({ inputs: [file] });
  });

  it("from Parquet, in five buckets, with participants in others", async () => {
    const file = join(temporary.path, "it's [1]*.parquet");
    await writeEvents(temporary.path, events, file);
    const { tables } = await held({ inputs: [file], buckets: 5 });
    expect(tables["decisions"]?.parts.length).toBe(5);
  });

  it("from several files whose instants have a zone", async () => {
    for (const part of [0, 1]) {
      const select = `SELECT * REPLACE (CAST(valid_at AS TIMESTAMPTZ) AS valid_at, CAST(recorded_at AS TIMESTAMPTZ) AS recorded_at) FROM given WHERE hash(id) % 2 = ${part}`;
      await writeEvents(temporary.path, events, join(temporary.path, `events/part-${part}.parquet`), {
        select,
      });
    }
    await held({ inputs: [join(temporary.path, "events")] });
  });

  it("from folders bucket=…, as they lie", async () => {
    const folder = join(temporary.path, "bucketed");
    const select =
      "SELECT *, CASE WHEN account IS NULL AND conversation IS NULL THEN 0 ELSE hash(coalesce(account, '')) % 3 END AS bucket FROM given";
    await writeEvents(temporary.path, events, folder, { select, options: ", PARTITION_BY (bucket)" });
    const { tables } = await held({ inputs: [folder] });
    expect(tables["decisions"]?.parts.length).toBe(3);
  });

  it("from facts that an earlier run has written", async () => {
    const file = join(temporary.path, "events.parquet");
    await writeEvents(temporary.path, events, file);
    const of = set as PolicySet;
    const facts = join(temporary.path, "facts");
    await runLake(request({ out: facts, set: of, tables: ["facts"], inputs: [file], buckets: 2, at: AT }));
    const out = join(temporary.path, "decided");
    const inputs = [join(facts, "facts")];
    const { manifest } = await runLake(request({ out, set: of, inputs, from: "facts" }));
    const decisions = await rowsOf(manifest, out, "decisions");
    const { decisions: rows = [] } = wanted(events, of);
    const columns = new Set(Object.keys(rows[0] ?? {}));
    // Without a question all versions have their columns, also those in force for nobody.
    expect(
      compareRows(
        rows,
        decisions.map((row) => pick(row, columns)),
      ),
    ).toEqual([]);
  });
});

function pick(row: Row, columns: ReadonlySet<string>): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => columns.has(name)));
}
