/** Rows of an engine held against the rows that the meaning gives. */
import type { TableColumn } from "@proviso/core/sql";

/** Plain values: instants as epoch milliseconds (UTC), lists as arrays. */
export type Row = Readonly<Record<string, unknown>>;

/** What runs a query and gives its rows; values as the engine's client gives them. */
export interface Backend {
  readonly name: string;
  rows(query: string): Promise<readonly Row[]>;
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

/** A running number that keeps rows apart and in order. */
export const NUMBER: TableColumn = { name: "account", type: "text" };
