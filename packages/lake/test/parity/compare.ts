/** Rows of an engine held against the rows that the meaning gives. */
import { type Cell, type Dialect, rowsView, type TableColumn, type View } from "@proviso/core/sql";

export type LiteralRow = Readonly<Record<string, Cell>>;

/** Plain values: instants as epoch milliseconds (UTC), lists as arrays. */
export type Row = Readonly<Record<string, unknown>>;

/** What runs a query and gives its rows; values as the engine's client gives them. */
export interface Backend {
  readonly name: string;
  rows(query: string): Promise<readonly Row[]>;
  /** Puts rows where the engine reads them, as the relation `name`; absent where literals in the query do. */
  load?(name: string, columns: readonly TableColumn[], rows: readonly LiteralRow[]): Promise<void>;
  /** Keeps a query's rows as a table; absent where one long query does. */
  store?(name: string, query: string): Promise<void>;
}

/** The view that rows are read through: none where the backend has them as a relation of that name. */
export async function given(
  backend: Backend,
  dialect: Dialect,
  name: string,
  columns: readonly TableColumn[],
  rows: readonly LiteralRow[],
): Promise<readonly View[]> {
  if (backend.load === undefined) return [rowsView(dialect, name, columns, rows)];
  await backend.load(name, columns, rows);
  return [];
}

/** Columns whose values differ, with both; empty where the engine says what the meaning says. */
export function differences(wanted: Row, found: Row): readonly string[] {
  return Object.entries(wanted)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(plain(found[name])))
    .map(
      ([name, value]) =>
        `${name}: wanted ${JSON.stringify(value)}, found ${JSON.stringify(plain(found[name]))}`,
    );
}

const INSTANT = /^\d{4,6}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d+)?$/;

/** `YYYY-MM-DD hh:mm:ss[.fff]` without a zone is an instant in UTC. */
function plain(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "string" && INSTANT.test(value)) return Date.parse(`${value.replace(" ", "T")}Z`);
  return value;
}
