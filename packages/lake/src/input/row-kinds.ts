/**
 * Rows -> **RowKind[]** -> check-rows
 *
 * What is right in a row hangs on its type, on the values of closed lists, and otherwise on what is
 * there and what is not. Rows alike in that are of one kind: few, however many the rows, so that each
 * kind can be put to the reader that all other events go through.
 */
import { EVENT_COLUMNS } from "@proviso/core/events";
import { duckdb } from "@proviso/core/sql";
import type { DuckDb, Row } from "../duckdb/duckdb.ts";
import type { Columns, WantedColumn } from "./columns.ts";
import { EVENT_TABLE, rawColumn } from "./event-table.ts";

/** Columns whose text itself is right or wrong. Any other text is a name, which only must not be empty. */
const VALUES: ReadonlySet<string> = new Set([
  ...[
    "type",
    "region",
    "credential",
    "moved_data",
    "retention_max",
    "dialog",
    "purpose",
    "choice",
    "valid_for",
  ],
  ...["mode", "role", "item_source", "feedback_kind", "scope_regions", "scope_except_regions", "kinds"],
]);

/** Of a name: not given, empty, given. Of a list of names: not given, empty, with an empty name, given. */
const NAME_STATES = ["none", "empty", "given"] as const;
const LIST_STATES = ["none", "empty", "faulty", "given"] as const;
const FLAG_STATES = ["none", "false", "true"] as const;
/** Of an instant; `early`: before `valid_at`, which only the end of a range must not be. */
const TIME_STATES = ["none", "beginning", "given", "faulty", "early"] as const;

export interface RowKind {
  readonly rows: number;
  /** Texts and lists of the columns whose value counts. */
  readonly values: ReadonlyMap<string, string | readonly string[] | null>;
  /** States of all other columns. */
  readonly states: ReadonlyMap<string, string>;
  /** Condition that finds its rows in {@link kindRelation}, as SQL. */
  readonly condition: string;
}

const COUNTED = EVENT_TABLE.filter(({ name }) => !VALUES.has(name));
const VALUED = EVENT_TABLE.filter(({ name }) => VALUES.has(name));
/** Three bits a column: twenty of them fit a BIGINT. */
const BITS = 3;
const PER_KEY = 20;

const STATES: Readonly<Record<WantedColumn["type"], readonly string[]>> = {
  text: NAME_STATES,
  texts: LIST_STATES,
  boolean: FLAG_STATES,
  timestamp: TIME_STATES,
};

function stateSql({ name, type }: WantedColumn): string {
  switch (type) {
    case "text":
      return `CASE WHEN ${name} IS NULL THEN 0 WHEN ${name} = '' THEN 1 ELSE 2 END`;
    case "boolean":
      return `CASE WHEN ${name} IS NULL THEN 0 WHEN ${name} THEN 2 ELSE 1 END`;
    case "texts":
      return `CASE WHEN ${name} IS NULL THEN 0 WHEN len(${name}) = 0 THEN 1 WHEN list_contains(${name}, '') OR len(list_filter(${name}, lambda one: one IS NULL)) > 0 THEN 2 ELSE 3 END`;
    case "timestamp":
      return timeSql(name);
  }
}

function timeSql(name: string): string {
  const [zero, first, end] = [0, Date.UTC(1990, 0, 1), Date.UTC(10_000, 0, 1)];
  const early = name === "until_at" ? `WHEN ${name} < valid_at THEN 4 ` : "";
  const late = `make_timestamp(${end}000)`;
  return (
    `CASE WHEN NOT ${given(name)} THEN 0 WHEN ${name} IS NULL THEN 3 WHEN ${name} = ${duckdb.timestamp(zero)} THEN 1 ` +
    `WHEN ${name} < ${duckdb.timestamp(first)} OR ${name} >= ${late} THEN 3 ${early}ELSE 2 END`
  );
}

function given(name: string): string {
  return `${name}_given`;
}

/** The rows with the columns that kinds are told by. @param from relation with the columns of the files, as SQL */
export function kindRelation(columns: Columns, from: string, ...more: readonly string[]): string {
  const cells = EVENT_TABLE.flatMap((column) => {
    const { name, type } = column;
    const cell = `${rawColumn(columns, column)} AS ${name}`;
    if (type !== "timestamp") return [cell];
    const way = columns.held.get(name);
    return [cell, `${way === undefined ? "FALSE" : `(${name} IS NOT NULL)`} AS ${given(name)}`];
  });
  return `SELECT ${[...VALUED.map(({ name }) => name), ...keys(), ...more].join(", ")} FROM (SELECT ${[...cells, ...more].join(", ")} FROM ${from})`;
}

function keys(): readonly string[] {
  const sums: string[] = [];
  for (let first = 0; first < COUNTED.length; first += PER_KEY) {
    const parts = COUNTED.slice(first, first + PER_KEY).map(
      (column, index) => `(CAST(${stateSql(column)} AS BIGINT) << ${BITS * index})`,
    );
    sums.push(`${parts.join(" | ")} AS ${keyName(first / PER_KEY)}`);
  }
  return sums;
}

function keyName(index: number): string {
  return `kind_${index + 1}`;
}

const KEY_NAMES = Array.from({ length: Math.ceil(COUNTED.length / PER_KEY) }, (_, index) => keyName(index));

export async function rowKinds(db: DuckDb, columns: Columns, from: string): Promise<readonly RowKind[]> {
  const names = [...VALUED.map(({ name }) => name), ...KEY_NAMES];
  const rows = await db.rows(
    `SELECT ${names.join(", ")}, count(*) AS rows FROM (${kindRelation(columns, from)}) GROUP BY ${names.join(", ")}`,
  );
  return rows.map(kindOf);
}

function kindOf(row: Row): RowKind {
  const values = new Map(VALUED.map(({ name }) => [name, cellOf(row[name])]));
  const states = new Map<string, string>();
  for (const [index, { name, type }] of COUNTED.entries()) {
    const key = BigInt(String(row[keyName(Math.floor(index / PER_KEY))]));
    const state = Number((key >> BigInt(BITS * (index % PER_KEY))) & BigInt(2 ** BITS - 1));
    states.set(name, STATES[type][state] ?? "none");
  }
  const same = [
    ...VALUED.map(({ name }) => `${name} IS NOT DISTINCT FROM ${literal(values.get(name) ?? null)}`),
    ...KEY_NAMES.map((name) => `${name} = ${String(row[name])}`),
  ];
  return { rows: Number(row["rows"]), values, states, condition: `(${same.join(" AND ")})` };
}

function cellOf(cell: unknown): string | readonly string[] | null {
  if (cell === null || cell === undefined) return null;
  return Array.isArray(cell) ? cell.map((one) => (one === null ? "" : String(one))) : String(cell);
}

function literal(value: string | readonly string[] | null): string {
  if (value === null) return "NULL";
  return typeof value === "string" ? duckdb.text(value) : duckdb.list(value);
}

/** Fields of an event by the column that holds them. */
export const PATHS: ReadonlyMap<string, (typeof EVENT_COLUMNS)[number]> = new Map(
  EVENT_COLUMNS.map((column) => [column.name, column]),
);
