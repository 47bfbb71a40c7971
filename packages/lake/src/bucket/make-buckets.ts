/**
 * Events -> **Buckets** -> run
 *
 * One pass that writes as it reads. Files that lie in folders `bucket=…` already are used as they are,
 * once it is known that no account lies in two of them.
 */
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import type { DuckDb } from "../duckdb/duckdb.ts";
import { readParquet, targetLiteral } from "../duckdb/paths.ts";
import { type Columns, columnsWithin } from "../input/columns.ts";
import { type Canonical, eventSelect } from "../input/event-table.ts";
import type { TableSchema } from "../input/table-schema.ts";
import type { Bucket, Buckets } from "./buckets.ts";

/** Events whose facts are worked out within the usual memory, with room for skew. */
const EVENTS_PER_BUCKET = 1_000_000;
const MOST = 1024;
const SHARED = "shared";
/** Fewer rows in memory per part than DuckDB holds by default, so that many parts fit. */
const ROWS_HELD = 50_000;

export interface Events {
  readonly columns: Columns;
  readonly schemas: readonly TableSchema[];
  readonly files: readonly string[];
  readonly rows: number;
  readonly canonical: Canonical;
  /** SELECT of the accounts to leave out. */
  readonly leftOut: string | undefined;
}

export function bucketCount(rows: number): number {
  return Math.min(Math.max(Math.ceil(rows / EVENTS_PER_BUCKET), 1), MOST);
}

/** SELECT of the events of `files` in EVENT_COLUMNS, those left out left out. */
export function selectEvents(
  events: Events,
  files: readonly string[],
  where: readonly string[] = [],
): string {
  const left =
    events.leftOut === undefined
      ? []
      : ["(account IS NULL OR account NOT IN (SELECT account FROM left_out))"];
  const columns = columnsWithin(events.columns, events.schemas, files);
  const all = eventSelect(columns, readParquet(files), events.canonical);
  const conditions = [...left, ...where];
  return conditions.length === 0 ? all : `SELECT * FROM (${all}) WHERE ${conditions.join(" AND ")}`;
}

/** @param folder becomes whole or is not there @param count of buckets */
export async function makeBuckets(
  db: DuckDb,
  events: Events,
  folder: string,
  count: number,
): Promise<Buckets> {
  if (!existsSync(folder)) {
    await whole(folder, async (writing) => {
      const bucket = `CASE WHEN account IS NULL THEN '${SHARED}' ELSE lpad(CAST(hash(account) % ${count} AS VARCHAR), 4, '0') END`;
      await copyParts(
        db,
        `SELECT *, ${bucket} AS bucket FROM (${selectEvents(events, events.files)})`,
        join(writing, "events"),
      );
      const parts = await partsOf(join(writing, "events"));
      await copyParticipants(db, parts, join(writing, "participants"));
    });
  }
  const parts = await partsOf(join(folder, "events"));
  const participants = await partsOf(join(folder, "participants"));
  const names = [...parts.keys()].filter((name) => name !== SHARED).sort();
  const buckets = names.map(
    (name): Bucket => ({ name, files: parts.get(name) ?? [], participants: participants.get(name) ?? [] }),
  );
  return { buckets, shared: parts.get(SHARED) ?? [], isOwn: true };
}

/** @param parts files by the value of their folder `bucket=…` @throws ProvisoError INPUT_MALFORMED */
export async function adoptBuckets(
  db: DuckDb,
  events: Events,
  parts: ReadonlyMap<string, readonly string[]>,
  folder: string,
): Promise<Buckets> {
  const all = [...parts].map(
    ([name, files]) =>
      `SELECT DISTINCT '${name.replaceAll("'", "''")}' AS bucket, account FROM (${selectEvents(events, files, ["account IS NOT NULL"])})`,
  );
  const [split] = await db.rows(
    `SELECT account, min(bucket) AS one, max(bucket) AS other FROM (${all.join(" UNION ALL ")}) GROUP BY account HAVING count(*) > 1 LIMIT 1`,
  );
  if (split !== undefined) {
    throw new ProvisoError(
      "INPUT_MALFORMED",
      `account \`${String(split["account"])}\` is in \`bucket=${String(split["one"])}\` and in \`bucket=${String(split["other"])}\``,
      {
        hint: "all events of an account belong in one bucket; name the files one by one to have them parted anew",
      },
    );
  }
  if (!existsSync(folder)) {
    await whole(folder, async (writing) => {
      const shared = selectEvents(events, events.files, ["account IS NULL"]);
      await copyParts(db, `SELECT *, '${SHARED}' AS bucket FROM (${shared})`, join(writing, "events"));
      await copyParticipants(db, parts, join(writing, "participants"), (files) =>
        selectEvents(events, files),
      );
    });
  }
  const shared = await partsOf(join(folder, "events"));
  const participants = await partsOf(join(folder, "participants"));
  const buckets = [...parts].map(
    ([name, files]): Bucket => ({ name, files, participants: participants.get(name) ?? [] }),
  );
  return { buckets, shared: shared.get(SHARED) ?? [], isOwn: false };
}

async function whole(folder: string, work: (writing: string) => Promise<void>): Promise<void> {
  const writing = `${folder}.writing`;
  await rm(writing, { recursive: true, force: true });
  await mkdir(writing, { recursive: true });
  await work(writing);
  await rename(writing, folder);
}

async function copyParts(db: DuckDb, select: string, folder: string): Promise<void> {
  await db.run(`SET partitioned_write_flush_threshold = ${ROWS_HELD}`);
  await db.run(`COPY (${select}) TO ${targetLiteral(folder)} (FORMAT parquet, PARTITION_BY (bucket))`);
}

/** Copies what happened to accounts that took part in conversations of accounts elsewhere. */
async function copyParticipants(
  db: DuckDb,
  parts: ReadonlyMap<string, readonly string[]>,
  folder: string,
  select: (files: readonly string[]) => string = (files) => `SELECT * FROM ${readParquet(files)}`,
): Promise<void> {
  const own = [...parts].filter(([name]) => name !== SHARED);
  if (own.length < 2) return;
  const each = (columns: string, where: string): string =>
    own
      .map(
        ([name, files]) =>
          `SELECT ${columns}, '${name.replaceAll("'", "''")}' AS home FROM (${select(files)}) WHERE ${where}`,
      )
      .join(" UNION ALL ");
  await db.run(
    `CREATE OR REPLACE TEMP TABLE joined AS SELECT DISTINCT participant, home AS bucket FROM (${each("participant", "type = 'participant.joined'")})`,
  );
  const [row] = await db.rows("SELECT count(*) AS number FROM joined");
  if (Number(row?.["number"]) > 0) {
    const events = each("*", "conversation IS NULL AND account IS NOT NULL");
    await copyParts(
      db,
      `SELECT e.* EXCLUDE (home), j.bucket FROM (${events}) AS e JOIN joined AS j ON e.account = j.participant AND e.home <> j.bucket`,
      folder,
    );
  }
  await db.run("DROP TABLE joined");
}

const PART = /^bucket=(.+)$/;

async function partsOf(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const parts = new Map<string, readonly string[]>();
  const names = existsSync(folder) ? (await readdir(folder)).sort() : [];
  for (const name of names) {
    const value = PART.exec(name)?.[1];
    if (value === undefined) continue;
    const files = (await readdir(join(folder, name))).sort();
    parts.set(
      decodeURIComponent(value),
      files.map((file) => join(folder, name, file)),
    );
  }
  return parts;
}
