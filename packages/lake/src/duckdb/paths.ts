/** Names of files as DuckDB reads them: as literals, with nothing in them that it would expand. */
import { duckdb } from "@proviso/core/sql";

/** A name is a pattern to DuckDB; each sign that means something to it stands alone in brackets. */
export function pathLiteral(path: string): string {
  return duckdb.text(path.replace(/[*?[]/g, (sign) => `[${sign}]`));
}

export function pathList(paths: readonly string[]): string {
  return `[${paths.map(pathLiteral).join(", ")}]`;
}

/** Writing expands nothing. */
export function targetLiteral(path: string): string {
  return duckdb.text(path);
}

/** @param more further options of `read_parquet`, as SQL */
export function readParquet(paths: readonly string[], ...more: readonly string[]): string {
  const options = ["hive_partitioning = FALSE", "union_by_name = TRUE", ...more];
  return `read_parquet(${[pathList(paths), ...options].join(", ")})`;
}
