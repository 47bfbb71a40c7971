import { DuckDBInstance } from "@duckdb/node-api";
import { duckdb, rowsView, type TableColumn } from "@proviso/core/sql";
import type { LiteralRow } from "./compare.ts";

const BUCKETS = 4;

/** Parquet in a folder per bucket of accounts, as a lake holds it. */
export async function writePartitioned(
  folder: string,
  columns: readonly TableColumn[],
  rows: readonly LiteralRow[],
): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const { select } = rowsView(duckdb, "rows", columns, rows);
  const bucketed = `SELECT *, hash(account) % ${BUCKETS} AS bucket FROM (${select})`;
  await connection.run(`COPY (${bucketed}) TO '${folder}' (FORMAT parquet, PARTITION_BY (bucket))`);
  connection.closeSync();
  instance.closeSync();
}
