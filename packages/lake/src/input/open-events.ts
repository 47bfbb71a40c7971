/**
 * Paths -> **OpenedEvents** -> buckets
 *
 * Everything about the input that must be right before anything is decided: its columns, its zones, and
 * every row.
 */
import { mkdir } from "node:fs/promises";
import { ProvisoError } from "@proviso/core";
import type { Events } from "../bucket/make-buckets.ts";
import type { DuckDb } from "../duckdb/duckdb.ts";
import { readParquet } from "../duckdb/paths.ts";
import { type CheckedRows, checkRows, type RowFault } from "./check-rows.ts";
import { columnsOf } from "./columns.ts";
import { EVENT_TABLE } from "./event-table.ts";
import type { InputFile } from "./input-file.ts";
import { readJsonl } from "./read-jsonl.ts";
import { refuseHalfNamed } from "./refuse-half-named.ts";
import { schemasOf } from "./table-schema.ts";

export interface OpenedEvents {
  readonly events: Events;
  readonly notes: readonly string[];
  readonly foreign: ReadonlyMap<string, number>;
  readonly faults: readonly RowFault[];
  /** Files by the value of their folder `bucket=…`; undefined: not all lie in one. */
  readonly parts: ReadonlyMap<string, readonly string[]> | undefined;
}

export interface OpenOptions {
  readonly keepGoing: boolean;
  /** Gets what is read from JSONL. */
  readonly folder: string;
  readonly onBytes: (bytes: number) => void;
}

/** @throws ProvisoError INPUT_MALFORMED, EVENT_INVALID, INPUT_EMPTY, UNSUPPORTED */
export async function openEvents(
  db: DuckDb,
  inputs: readonly InputFile[],
  { keepGoing, folder, onBytes }: OpenOptions,
): Promise<OpenedEvents> {
  const lines = inputs.filter(({ format }) => format === "jsonl");
  const tables = inputs.filter(({ format }) => format === "parquet");
  await mkdir(folder, { recursive: true });
  const read = await readJsonl(
    db,
    lines.map(({ path }) => path),
    folder,
    onBytes,
  );
  const files = [...tables.map(({ path }) => path), ...read.files];
  if (files.length === 0) throw new ProvisoError("INPUT_EMPTY", "there is no event in the input");
  const schemas = await schemasOf(db, files);
  const columns = columnsOf(schemas, EVENT_TABLE, new Set(["bucket"]));
  const checked = await checkedRows(db, columns, tables, keepGoing);
  const foreign = new Map(read.foreign);
  for (const [type, rows] of checked.foreign) foreign.set(type, (foreign.get(type) ?? 0) + rows);
  if (checked.leftOut !== undefined) {
    await db.run(`CREATE OR REPLACE TEMP TABLE left_out AS ${checked.leftOut}`);
  }
  const rows = schemas.reduce((sum, one) => sum + one.rows, 0);
  const { canonical, leftOut, faults } = checked;
  const events = { columns, schemas, files, rows, canonical, leftOut };
  await refuseHalfNamed(db, events);
  return {
    events,
    notes: columns.notes,
    foreign,
    faults,
    parts: lines.length === 0 ? partsOf(tables) : undefined,
  };
}

/** What JSONL gave has been read by the reader itself. */
async function checkedRows(
  db: DuckDb,
  columns: Events["columns"],
  tables: readonly InputFile[],
  keepGoing: boolean,
): Promise<CheckedRows> {
  if (tables.length === 0)
    return { canonical: new Map(), foreign: new Map(), faults: [], leftOut: undefined };
  const paths = tables.map(({ path }) => path);
  return await checkRows(db, columns, readParquet(paths, "filename = TRUE"), { keepGoing });
}

function partsOf(tables: readonly InputFile[]): ReadonlyMap<string, readonly string[]> | undefined {
  const parts = new Map<string, string[]>();
  for (const { path, bucket } of tables) {
    if (bucket === undefined) return undefined;
    const files = parts.get(bucket);
    if (files === undefined) parts.set(bucket, [path]);
    else files.push(path);
  }
  return parts;
}
