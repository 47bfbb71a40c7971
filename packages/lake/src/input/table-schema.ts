/**
 * Parquet files -> **TableSchema[]** -> columns
 *
 * Read from the footers alone, one query for all files.
 */

import type { DuckDb } from "../duckdb/duckdb.ts";
import { pathList } from "../duckdb/paths.ts";

export interface TableSchema {
  readonly file: string;
  /** Type as DuckDB names it, by column: `VARCHAR`, `TIMESTAMP WITH TIME ZONE`, `VARCHAR[]`. */
  readonly columns: ReadonlyMap<string, string>;
  readonly rows: number;
}

interface Node {
  readonly name: string;
  readonly children: number;
  readonly type: string | undefined;
  readonly isList: boolean;
}

/** In the order of `paths`. @throws ProvisoError INPUT_MALFORMED for what is no Parquet file */
export async function schemasOf(db: DuckDb, paths: readonly string[]): Promise<readonly TableSchema[]> {
  const list = pathList(paths);
  const nodes = new Map<string, Node[]>();
  const found = await db.rows(
    `SELECT file_name, name, num_children, duckdb_type, converted_type, logical_type FROM parquet_schema(${list})`,
  );
  for (const row of found) {
    const { file_name, name, num_children, duckdb_type, converted_type, logical_type } = row;
    const file = String(file_name);
    const node = {
      name: String(name),
      children: Number(num_children ?? 0),
      type: typeof duckdb_type === "string" ? duckdb_type : undefined,
      isList: converted_type === "LIST" || String(logical_type).startsWith("ListType"),
    };
    const before = nodes.get(file);
    if (before === undefined) nodes.set(file, [node]);
    else before.push(node);
  }
  const counts = new Map<string, number>();
  for (const row of await db.rows(`SELECT file_name, num_rows FROM parquet_file_metadata(${list})`)) {
    counts.set(String(row["file_name"]), Number(row["num_rows"]));
  }
  return paths.map((file) => ({
    file,
    columns: columnsOf(nodes.get(file) ?? []),
    rows: counts.get(file) ?? 0,
  }));
}

/** The nodes are the schema's tree, parents first; its root is the first one. */
function columnsOf(nodes: readonly Node[]): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  for (let index = 1; index < nodes.length; ) {
    const node = nodes[index];
    if (node === undefined) break;
    const end = endOf(nodes, index);
    columns.set(node.name, typeOf(node, nodes.slice(index + 1, end)));
    index = end;
  }
  return columns;
}

function endOf(nodes: readonly Node[], index: number): number {
  let end = index + 1;
  for (let child = nodes[index]?.children ?? 0; child > 0; child -= 1) end = endOf(nodes, end);
  return end;
}

function typeOf(node: Node, below: readonly Node[]): string {
  if (node.children === 0) return node.type ?? "unknown";
  const leaves = below.filter(({ children }) => children === 0);
  const [leaf] = leaves;
  return node.isList && leaves.length === 1 && leaf?.type !== undefined ? `${leaf.type}[]` : "STRUCT";
}
