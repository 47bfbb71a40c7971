/** Rows -> a view that holds them as literals: for small tables, and for questions about single rows. */
import type { Dialect } from "./dialect.ts";
import type { View } from "./view.ts";

export type CellType = "text" | "timestamp" | "boolean" | "texts";
/** Instants are epoch milliseconds (UTC). */
export type Cell = string | number | boolean | readonly string[] | null;

export interface TableColumn {
  readonly name: string;
  readonly type: CellType;
}

/** A view of `rows`, which may be none; cells by column name, a missing one is NULL. */
export function rowsView(
  dialect: Dialect,
  name: string,
  columns: readonly TableColumn[],
  rows: readonly Readonly<Record<string, Cell>>[],
): View {
  const casts = columns.map(
    (column) => `CAST(${column.name} AS ${dialect.types[column.type]}) AS ${column.name}`,
  );
  const names = columns.map((column) => column.name).join(", ");
  const values = rows.map(
    (row) =>
      `(${columns.map((column) => literal(dialect, column.type, row[column.name] ?? null)).join(", ")})`,
  );
  const none = `(${columns.map(({ type }) => literal(dialect, type, null)).join(", ")})`;
  const select =
    `SELECT\n  ${casts.join(",\n  ")}\nFROM (VALUES\n  ${(values.length === 0 ? [none] : values).join(",\n  ")}\n) AS t (${names})` +
    (values.length === 0 ? "\nWHERE FALSE" : "");
  return { name, says: [`${rows.length} rows as they are.`], select };
}

function literal(dialect: Dialect, type: CellType, cell: Cell): string {
  if (cell === null) return `CAST(NULL AS ${dialect.types[type]})`;
  if (typeof cell === "object") return dialect.list(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return type === "timestamp" ? dialect.timestamp(Number(cell)) : dialect.text(String(cell));
}
