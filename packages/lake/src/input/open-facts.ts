/**
 * Tables of facts -> a SELECT with the columns that decisions are made from
 *
 * For those who keep facts, and not events, in columns. An absent column is unknown in every row; a text
 * that no fact can have is refused, since a rule that asks for another one would pass it over.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { type FactsNeeds, factsColumns } from "@proviso/core/facts";
import type { DuckDb } from "../duckdb/duckdb.ts";
import { pathList, readParquet } from "../duckdb/paths.ts";
import { NEEDS_KEY } from "../run/digests.ts";
import { readJson } from "../run/files.ts";
import { checkFacts, NEEDED } from "./check-facts.ts";
import { columnsOf, columnsWithin, type WantedColumn } from "./columns.ts";
import { rawColumn } from "./event-table.ts";
import type { InputFile } from "./input-file.ts";
import { schemasOf, type TableSchema } from "./table-schema.ts";

export interface OpenedFacts {
  readonly rows: number;
  readonly notes: readonly string[];
  /** SELECT of one file's facts. */
  select(file: string): string;
}

export interface FactsInput {
  readonly needs: FactsNeeds;
  /** Of the needs, as the manifest of a table of facts names it. */
  readonly needsDigest: string;
  readonly items: boolean;
}

/** @throws ProvisoError INPUT_MALFORMED, UNSUPPORTED, USAGE */
export async function openFacts(
  db: DuckDb,
  inputs: readonly InputFile[],
  { needs, needsDigest, items }: FactsInput,
): Promise<OpenedFacts> {
  const lines = inputs.find(({ format }) => format === "jsonl");
  if (lines !== undefined) {
    throw new ProvisoError("UNSUPPORTED", `\`${lines.path}\` is no table of facts`, {
      place: { file: lines.path },
      hint: "facts are read from Parquet; JSONL holds events",
    });
  }
  const files = inputs.map(({ path }) => path);
  await requireSameNeeds(db, files, needsDigest);
  const schemas = await schemasOf(db, files);
  const columns = factsColumns(needs, items);
  const wanted = columns.map(({ name, type }): WantedColumn => ({ name, type, isNeeded: NEEDED.has(name) }));
  if (!items) refuseItems(schemas);
  const found = columnsOf(schemas, wanted);
  const select = (given: readonly string[]): string => {
    const within = columnsWithin(found, schemas, given);
    const cells = wanted.map((column) => `${rawColumn(within, column)} AS ${column.name}`);
    return `SELECT ${cells.join(", ")} FROM ${readParquet(given)}`;
  };
  await checkFacts(db, { schemas, columns, held: found.held, files });
  return {
    rows: schemas.reduce((sum, one) => sum + one.rows, 0),
    notes: found.notes,
    select: (file) => select([file]),
  };
}

/** Columns such as `acknowledged_1_at` mean what the policies they were made for make of them. */
async function requireSameNeeds(db: DuckDb, files: readonly string[], needs: string): Promise<void> {
  const told = await db.rows(
    `SELECT file_name, decode(value) AS needs FROM parquet_kv_metadata(${pathList(files)}) WHERE decode(key) = '${NEEDS_KEY}'`,
  );
  const other = told.find((row) => row["needs"] !== needs);
  if (other !== undefined) throw madeForOthers(String(other["file_name"]));
  const folders = new Set(files.map((file) => dirname(dirname(file))));
  for (const folder of folders) {
    const path = join(folder, "manifest.json");
    if (!existsSync(path)) continue;
    const manifest = (await readJson(path)) as { needs?: unknown } | undefined;
    if (typeof manifest?.needs === "string" && manifest.needs !== needs) throw madeForOthers(folder);
  }
}

function madeForOthers(file: string): ProvisoError {
  return new ProvisoError("USAGE", `the facts in \`${file}\` were made for other policies`, {
    place: { file },
    hint: "make them anew from the events for these policies: `proviso lake facts`",
  });
}

function refuseItems(schemas: readonly TableSchema[]): void {
  const one = schemas.find(({ columns }) => columns.has("item"));
  if (one === undefined) return;
  throw new ProvisoError("USAGE", `\`${one.file}\` holds facts of items`, {
    place: { file: one.file, field: "item" },
    hint: "say --items to decide on items",
  });
}
