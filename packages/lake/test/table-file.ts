/** Tables in files, as users have them. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { EVENT_COLUMNS, type Event, eventRow } from "@proviso/core/events";
import { duckdb } from "@proviso/core/sql";
import { afterEach } from "vitest";
import { DuckDb, type Row } from "../src/duckdb/duckdb.ts";
import { readParquet, targetLiteral } from "../src/duckdb/paths.ts";

/** A fresh folder per test, taken away after it. */
export function temporaryFolder(): { readonly path: string } {
  const made: string[] = [];
  afterEach(() => {
    for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
  });
  return {
    get path() {
      if (made.length === 0) made.push(mkdtempSync(join(tmpdir(), "proviso-lake-")));
      return made[0] ?? "";
    },
  };
}

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

export async function writeEvents(
  folder: string,
  events: readonly Event[],
  file: string,
  { select = "SELECT * FROM given", options = "" } = {},
): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  await withDuckDb(folder, async (db) => {
    const columns = EVENT_COLUMNS.map(({ name, type }) => `${name} ${duckdb.types[type]}`);
    await db.run(`CREATE TABLE given (${columns.join(", ")})`);
    await db.append(
      "given",
      EVENT_COLUMNS,
      events.map((event) => Object.values(eventRow(event))),
    );
    await db.run(`COPY (${select}) TO ${targetLiteral(file)} (FORMAT parquet${options})`);
  });
}

export async function readRows(folder: string, files: readonly string[]): Promise<readonly Row[]> {
  return await withDuckDb(folder, (db) => db.rows(`SELECT * FROM ${readParquet(files)}`));
}
