/**
 * Tables of facts -> a SELECT with the columns that decisions are made from
 *
 * For those who keep facts, and not events, in columns. An absent column is unknown in every row; a text
 * that no fact can have is refused, since a rule that asks for another one would pass it over.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { definitionOf, type FactsColumn, type FactsNeeds, factsColumns } from "@proviso/core/facts";
import { duckdb } from "@proviso/core/sql";
import type { DuckDb } from "../duckdb/duckdb.ts";
import { readParquet } from "../duckdb/paths.ts";
import { readJson } from "../run/files.ts";
import { type Columns, columnsOf, columnsWithin, type WantedColumn } from "./columns.ts";
import { rawColumn } from "./event-table.ts";
import type { InputFile } from "./input-file.ts";
import { schemasOf, type TableSchema } from "./table-schema.ts";

export interface OpenedFacts {
  readonly rows: number;
  readonly notes: readonly string[];
  /** SELECT of one file's facts. */
  select(file: string): string;
}

const NEEDED: ReadonlySet<string> = new Set(["account", "conversation", "item", "is_recorded", "query_at"]);
const PERIOD = "P([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T[0-9]+H)?";

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
  await requireSameNeeds(files, needsDigest);
  const schemas = await schemasOf(db, files);
  const columns = factsColumns(needs, items);
  const wanted = columns.map(({ name, type }): WantedColumn => ({ name, type, isNeeded: NEEDED.has(name) }));
  if (!items) refuseItems(schemas);
  const found = columnsOf(schemas, wanted);
  const select = (given: readonly string[], isTold: boolean): string => {
    const within = columnsWithin(found, schemas, given);
    const cells = wanted.map((column) => `${rawColumn(within, column)} AS ${column.name}`);
    const relation = readParquet(given, ...(isTold ? ["filename = TRUE"] : []));
    return `SELECT ${[...cells, ...(isTold ? ["filename"] : [])].join(", ")} FROM ${relation}`;
  };
  await checkValues(db, columns, found, select(files, true));
  return {
    rows: schemas.reduce((sum, one) => sum + one.rows, 0),
    notes: found.notes,
    select: (file) => select([file], false),
  };
}

/** Columns such as `acknowledged_1_at` mean what the policies they were made for make of them. */
async function requireSameNeeds(files: readonly string[], needs: string): Promise<void> {
  const folders = new Set(files.map((file) => dirname(dirname(file))));
  for (const folder of folders) {
    const path = join(folder, "manifest.json");
    if (!existsSync(path)) continue;
    const manifest = (await readJson(path)) as { needs?: unknown } | undefined;
    if (typeof manifest?.needs !== "string" || manifest.needs === needs) continue;
    throw new ProvisoError("USAGE", `the facts in \`${folder}\` were made for other policies`, {
      place: { file: path },
      hint: "make them anew from the events for these policies: `proviso lake facts`",
    });
  }
}

function refuseItems(schemas: readonly TableSchema[]): void {
  const one = schemas.find(({ columns }) => columns.has("item"));
  if (one === undefined) return;
  throw new ProvisoError("USAGE", `\`${one.file}\` holds facts of items`, {
    place: { file: one.file, field: "item" },
    hint: "say --items to decide on items",
  });
}

async function checkValues(
  db: DuckDb,
  columns: readonly FactsColumn[],
  { held }: Columns,
  relation: string,
): Promise<void> {
  const checks = columns.flatMap((column): readonly { name: string; wrong: string; says: string }[] => {
    const { name } = column;
    if (!held.has(name)) return [];
    if (NEEDED.has(name)) return [{ name, wrong: `${name} IS NULL`, says: "is empty" }];
    const condition = wrongSql(column);
    return condition === undefined ? [] : [{ name, ...condition }];
  });
  const counts = checks.map(({ wrong }, index) => `count(*) FILTER (WHERE ${wrong}) AS wrong_${index}`);
  const [row] = await db.rows(`SELECT ${counts.join(", ")} FROM (${relation})`);
  const faults = checks.filter((_, index) => Number(row?.[`wrong_${index}`]) > 0);
  if (faults.length === 0) return;
  const lines: string[] = [];
  for (const { name, wrong, says } of faults) {
    const [one] = await db.rows(
      `SELECT filename, conversation, CAST(${name} AS VARCHAR) AS text, count(*) OVER () AS number FROM (${relation}) WHERE ${wrong} LIMIT 1`,
    );
    lines.push(
      `\`${String(one?.["filename"])}\`: \`${name}\` \`${String(one?.["text"] ?? "")}\` ${says} (conversation \`${String(one?.["conversation"])}\`, ${String(one?.["number"])} rows)`,
    );
  }
  throw new ProvisoError("INPUT_MALFORMED", "facts hold values that no fact can have", {
    place: { field: faults[0]?.name },
    hint: lines.join("\n"),
  });
}

function wrongSql({ name, type, fact }: FactsColumn): { wrong: string; says: string } | undefined {
  if (fact === undefined || type !== "text") return undefined;
  const { type: kind, values } = definitionOf(fact);
  if (kind === "duration") {
    return {
      wrong: `NOT regexp_full_match(${name}, '${PERIOD}') OR ${name} IN ('P', 'PT') OR suffix(${name}, 'T')`,
      says: "is no ISO 8601 period",
    };
  }
  if (values === undefined) return { wrong: `${name} = ''`, says: "is empty" };
  const list = values.map((value) => duckdb.text(value)).join(", ");
  return { wrong: `${name} NOT IN (${list})`, says: `is none of ${values.join(", ")}` };
}
