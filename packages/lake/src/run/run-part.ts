/**
 * One part -> its files, whole -> checkpoint
 */
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { purposesOf } from "@proviso/core/decision";
import { needsOf } from "@proviso/core/policy";
import { duckdb } from "@proviso/core/sql";
import type { DuckDb } from "../duckdb/duckdb.ts";
import { readParquet, targetLiteral } from "../duckdb/paths.ts";
import { NEEDS_KEY, needsDigest } from "./digests.ts";
import { sha256Of, syncFile } from "./files.ts";
import type { Counts, LakeRequest, LakeTable } from "./lake-run.ts";
import { derivedFacts, layPart } from "./lay-part.ts";
import { FACTS, tableQuery } from "./part-queries.ts";
import type { PartDone } from "./run-folder.ts";

export interface Part {
  /** SELECT of its events; undefined: its facts are given. */
  readonly events: string | undefined;
  /** SELECT of events of accounts elsewhere. */
  readonly participants: string | undefined;
  /** SELECT of its facts, where these are the input. */
  readonly facts: string | undefined;
}

export interface PartTarget {
  /** The folder of the run. */
  readonly folder: string;
  readonly scratch: string;
  readonly index: number;
}

export async function runPart(
  db: DuckDb,
  request: LakeRequest,
  part: Part,
  { folder, scratch, index }: PartTarget,
): Promise<PartDone> {
  const stem = `part-${String(index).padStart(4, "0")}`;
  const name = `${stem}.parquet`;
  const others = request.tables.filter((table) => table !== "facts");
  const middle = join(scratch, name);
  const facts =
    part.facts ??
    (await derivedFacts(db, { ...request, needs: needsOf(request.set) }, await layPart(db, part)));
  let factsFile: string | undefined;
  const done: Partial<Record<LakeTable, NonNullable<PartDone[LakeTable]>>> = {};
  if (request.tables.includes("facts")) {
    factsFile = join(folder, "facts", name);
    await copy(db, facts, factsFile, { metadata: { [NEEDS_KEY]: needsDigest(request.set) } });
    done.facts = await told(db, request, "facts", factsFile, folder);
  } else if (part.facts === undefined) {
    // In one query with the decisions, the two would share the memory and both go to disk.
    factsFile = middle;
    // Read once and thrown away.
    await copy(db, facts, middle, { compression: "snappy" });
  }
  const relation = factsFile === undefined ? facts : `SELECT * FROM ${readParquet([factsFile])}`;
  await db.run(`CREATE OR REPLACE TEMP VIEW ${FACTS} AS ${relation}`);
  for (const table of others) {
    const file = join(folder, table, name);
    await copy(db, tableQuery(request, table), file);
    const one = await told(db, request, table, file, folder);
    done[table] = request.format === "parquet" ? one : await inForm(db, request.format, file, one);
  }
  await rm(middle, { force: true });
  return done;
}

const FORMS = { csv: "FORMAT csv, HEADER", jsonl: "FORMAT json" } as const;

/** For people and small programs: the same rows in order, in place of the Parquet file. */
async function inForm(
  db: DuckDb,
  form: keyof typeof FORMS,
  file: string,
  done: NonNullable<PartDone[LakeTable]>,
): Promise<NonNullable<PartDone[LakeTable]>> {
  const target = file.replace(/parquet$/, form);
  const temporary = `${target}.writing`;
  const instant = "strftime(until_at, '%Y-%m-%dT%H:%M:%S.%gZ') AS until_at";
  const select = `SELECT * REPLACE (${instant}) FROM ${readParquet([file])} ORDER BY account, conversation, copy`;
  await db.run(`COPY (${select}) TO ${targetLiteral(temporary)} (${FORMS[form]})`);
  await syncFile(temporary);
  await rename(temporary, target);
  await rm(file);
  const { size } = await stat(target);
  return { ...done, file: done.file.replace(/parquet$/, form), bytes: size, sha256: await sha256Of(target) };
}

interface CopyOptions {
  readonly compression?: "zstd" | "snappy";
  /** Written into the file, by names that are SQL names. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** A file that is whole or not there. */
export async function copy(
  db: DuckDb,
  select: string,
  file: string,
  { compression = "zstd", metadata = {} }: CopyOptions = {},
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.writing`;
  const pairs = Object.entries(metadata).map(([key, value]) => `${key}: ${duckdb.text(value)}`);
  const more = pairs.length === 0 ? "" : `, KV_METADATA {${pairs.join(", ")}}`;
  await db.run(
    `COPY (${select}) TO ${targetLiteral(temporary)} (FORMAT parquet, COMPRESSION ${compression}${more})`,
  );
  await syncFile(temporary);
  await rename(temporary, file);
}

async function told(
  db: DuckDb,
  request: LakeRequest,
  table: LakeTable,
  file: string,
  folder: string,
): Promise<NonNullable<PartDone[LakeTable]>> {
  const relation = readParquet([file]);
  const [row] = await db.rows(`SELECT count(*) AS number FROM ${relation}`);
  const columns = await db.rows(`DESCRIBE SELECT * FROM ${relation}`);
  return {
    file: file.slice(folder.length + 1).replaceAll("\\", "/"),
    rows: Number(row?.["number"]),
    bytes: (await stat(file)).size,
    sha256: await sha256Of(file),
    counts: await countsOf(db, request, table, relation),
    columns: Object.fromEntries(
      columns.map((one) => [String(one["column_name"]), String(one["column_type"])]),
    ),
  };
}

async function countsOf(
  db: DuckDb,
  request: LakeRequest,
  table: LakeTable,
  relation: string,
): Promise<Counts> {
  if (table === "facts") return {};
  if (table === "due") return { due: await counted(db, "copy", relation) };
  if (table === "clocks") return { copies: await counted(db, "copy", relation) };
  const counts: Record<string, Record<string, number>> = {};
  for (const purpose of request.purposes ?? purposesOf(request.set)) {
    const prefix = purpose.replaceAll("-", "_");
    counts[purpose] = await counted(db, `${prefix}_use || ' ' || ${prefix}_reason`, relation);
  }
  return counts;
}

async function counted(db: DuckDb, what: string, relation: string): Promise<Record<string, number>> {
  const rows = await db.rows(
    `SELECT ${what} AS what, count(*) AS number FROM ${relation} GROUP BY 1 ORDER BY 1`,
  );
  return Object.fromEntries(rows.map((row) => [String(row["what"]), Number(row["number"])]));
}
