/** A folder of Parquet -> a relation `name` that an engine reads it through; nothing is copied. */
import { join } from "node:path";
import { spark, trino } from "@proviso/core/sql";
import type { Engine } from "../../src/engines/engine.ts";
import { withDuckDb } from "../table-file.ts";

/** DuckDB's types -> those of a table in Trino's Hive catalog. Instants to the microsecond, as files have them. */
const TRINO_TYPES: Readonly<Record<string, string>> = {
  VARCHAR: "varchar",
  BIGINT: "bigint",
  INTEGER: "integer",
  BOOLEAN: "boolean",
  DOUBLE: "double",
  DATE: "date",
  TIMESTAMP: "timestamp(6)",
};

/**
 * The columns of the files and no others: folders such as `bucket=3` are looked into, and give no column.
 * In Spark it is a temporary view of the session, in Trino an external table.
 * @param scratch a folder that may be written to
 */
export async function loadTable(
  engine: Engine,
  name: string,
  folder: string,
  scratch: string,
): Promise<void> {
  if (engine.name === "spark") {
    const options = `path ${spark.text(folder)}, recursiveFileLookup 'true'`;
    await engine.run([`CREATE OR REPLACE TEMPORARY VIEW ${name} USING parquet OPTIONS (${options})`]);
    return;
  }
  const columns = await withDuckDb(scratch, (db) =>
    db.rows(
      `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet('${join(folder, "**/*.parquet")}', hive_partitioning = FALSE))`,
    ),
  );
  const list = columns.map(
    (column) => `${trino.quoted(String(column["column_name"]))} ${trinoType(String(column["column_type"]))}`,
  );
  const location = trino.text(`local://${folder}`);
  await engine.run([
    `DROP TABLE IF EXISTS ${name}`,
    `CREATE TABLE ${name} (${list.join(", ")}) WITH (format = 'PARQUET', external_location = ${location})`,
  ]);
}

function trinoType(type: string): string {
  const known = type.endsWith("[]") ? `array(${trinoType(type.slice(0, -2))})` : TRINO_TYPES[type];
  if (known === undefined) throw new Error(`no type of Trino for ${type}`);
  return known;
}
