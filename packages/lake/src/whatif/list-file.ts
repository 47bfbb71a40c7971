/**
 * Tables of pairs -> the list behind each number: a row per conversation and change, in one file
 *
 * A change is of a purpose or of a copy; the columns of the other are then empty.
 */
import { open, rename, rm, stat } from "node:fs/promises";
import { ProvisoError } from "@proviso/core";
import { duckdb } from "@proviso/core/sql";
import type { DuckDb } from "../duckdb/duckdb.ts";
import { readParquet, targetLiteral } from "../duckdb/paths.ts";
import { syncFile } from "../run/files.ts";
import type { PairLayout } from "./layout.ts";
import { isChanged, SEGMENT_COLUMNS } from "./pair-query.ts";

const FORMS = { parquet: "FORMAT parquet, COMPRESSION zstd", jsonl: "FORMAT json" } as const;

/** Before hours are spent. @throws ProvisoError USAGE; errors of the file system as they are */
export async function requireWritable(file: string): Promise<void> {
  listForm(file);
  const info = await stat(file).catch(() => undefined);
  if (info?.isDirectory() === true) {
    throw new ProvisoError("USAGE", `\`${file}\` is a folder`, {
      place: { file },
      hint: "name a file to write",
    });
  }
  const temporary = `${file}.writing`;
  await (await open(temporary, "w")).close();
  await rm(temporary);
}

/** @throws ProvisoError USAGE for another ending */
function listForm(file: string): keyof typeof FORMS {
  if (/\.(?:parquet|parq)$/i.test(file)) return "parquet";
  if (/\.(?:jsonl|ndjson)$/i.test(file)) return "jsonl";
  throw new ProvisoError("USAGE", `\`${file}\` ends in neither \`.parquet\` nor \`.jsonl\``, {
    place: { file },
    hint: "the ending of `--list` says how the list is written",
  });
}

const ANSWER = [
  "before",
  "after",
  ...["reason", "rule", "policy"].flatMap((part) => [`before_${part}`, `after_${part}`]),
];
const ENDS = ["before_until", "after_until", "before_at_least", "after_at_least"];
const COLUMNS: readonly (readonly [name: string, type: string])[] = [
  ...["account", "conversation", ...SEGMENT_COLUMNS, "purpose", ...ANSWER, "unknowns", "copy", "change"].map(
    (name) => [name, "VARCHAR"] as const,
  ),
  ["days", "BIGINT"],
  ...ENDS.map((name) => [name, "TIMESTAMP"] as const),
];

/** SELECT of the changes in a relation of pairs. */
export function changesQuery({ purposes, copies }: PairLayout, pairs: string): string {
  const select = (given: ReadonlyMap<string, string>, where: string): string => {
    const own = new Set<string>(["account", "conversation", ...SEGMENT_COLUMNS]);
    const cells = COLUMNS.map(([name, type]) => {
      const sql = given.get(name) ?? (own.has(name) ? name : "NULL");
      return `CAST(${sql} AS ${type}) AS ${duckdb.quoted(name)}`;
    });
    return `SELECT ${cells.join(", ")} FROM ${pairs} WHERE ${where}`;
  };
  const uses = purposes.map(({ purpose, prefix }) => {
    const cells = [...ANSWER, "unknowns"].map((name) => [name, `${prefix}_${name}`] as const);
    return select(new Map([["purpose", duckdb.text(purpose)], ...cells]), isChanged(prefix));
  });
  const keeps = copies.map(({ copy, prefix }) => {
    const isMoved = `${prefix}_kind IN ('longer', 'shorter')`;
    const cells = ENDS.map((name) => [name, `${prefix}_${name}`] as const);
    const given = new Map([
      ["copy", duckdb.text(copy)],
      ["change", `${prefix}_kind`],
      ["days", `CASE WHEN ${isMoved} THEN ${prefix}_days END`],
      ...cells,
    ]);
    return select(given, `${prefix}_kind IS NOT NULL`);
  });
  const all = [...uses, ...keeps];
  return all.length > 0 ? all.join("\nUNION ALL\n") : select(new Map(), "FALSE");
}

/** A file that is whole or not there; what was there before is replaced. */
export async function writeList(db: DuckDb, parts: readonly string[], file: string): Promise<void> {
  const form = listForm(file);
  const temporary = `${file}.writing`;
  const instants = ENDS.map((name) => `strftime(${name}, '%Y-%m-%dT%H:%M:%S.%gZ') AS ${name}`);
  const cells = form === "parquet" ? "*" : `* REPLACE (${instants.join(", ")})`;
  try {
    await db.run(
      `COPY (SELECT ${cells} FROM ${readParquet(parts)}) TO ${targetLiteral(temporary)} (${FORMS[form]})`,
    );
    await syncFile(temporary);
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}
