/** Tables in files, as users have them. */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { EVENT_COLUMNS, type Event, eventRow } from "@proviso/core/events";
import { duckdb } from "@proviso/core/sql";
import { DuckDb, type Row } from "../src/duckdb/duckdb.ts";
import { readParquet, targetLiteral } from "../src/duckdb/paths.ts";

export async function withDuckDb<T>(folder: string, work: (db: DuckDb) => Promise<T>): Promise<T> {
  const db = await DuckDb.open({ memory: 500_000_000, threads: 1, scratch: join(folder, "scratch") });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** @param options of COPY beside the format */
export async function writeSelect(folder: string, select: string, file: string, options = ""): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  await withDuckDb(folder, (db) =>
    db.run(`COPY (${select}) TO ${targetLiteral(file)} (FORMAT parquet${options})`),
  );
}

/** Makes the table `given` of them. */
export async function giveEvents(db: DuckDb, events: readonly Event[]): Promise<void> {
  const columns = EVENT_COLUMNS.map(({ name, type }) => `${name} ${duckdb.types[type]}`);
  await db.run(`CREATE TABLE given (${columns.join(", ")})`);
  await db.append(
    "given",
    EVENT_COLUMNS,
    events.map((event) => Object.values(eventRow(event))),
  );
}

export async function writeEvents(
  folder: string,
  events: readonly Event[],
  file: string,
  { select = "SELECT * FROM given", options = "" } = {},
): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  await withDuckDb(folder, async (db) => {
    await giveEvents(db, events);
    await db.run(`COPY (${select}) TO ${targetLiteral(file)} (FORMAT parquet${options})`);
  });
}

export async function readRows(folder: string, files: readonly string[]): Promise<readonly Row[]> {
  return await withDuckDb(folder, (db) => db.rows(`SELECT * FROM ${readParquet(files)}`));
}
