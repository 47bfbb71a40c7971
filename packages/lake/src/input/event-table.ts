/**
 * Columns as files hold them -> EVENT_COLUMNS, as SQL
 *
 * After this an instant is UTC to the millisecond, a type has no prefix, and an event about a
 * conversation has an account: the one without a name where none is given.
 */
import { EVENT_COLUMNS, EVENT_TYPES } from "@proviso/core/events";
import { duckdb } from "@proviso/core/sql";
import type { Columns, Held, WantedColumn } from "./columns.ts";

const NEEDED: ReadonlySet<string> = new Set(["id", "source", "type", "valid_at"]);

export const EVENT_TABLE: readonly WantedColumn[] = EVENT_COLUMNS.map(({ name, type }) => ({
  name,
  type,
  isNeeded: NEEDED.has(name),
}));

/** RFC 3339 with an offset, as parse-event takes it. */
const WRITTEN =
  "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})";

const INSTANTS: Readonly<Record<Held, (name: string) => string>> = {
  plain: (name) => `CAST(${name} AS TIMESTAMP)`,
  zoned: (name) => `make_timestamp(epoch_us(${name}))`,
  written: (name) =>
    `CASE WHEN regexp_full_match(${name}, '${WRITTEN}') THEN make_timestamp(epoch_us(TRY_CAST(upper(${name}) AS TIMESTAMPTZ))) END`,
};

const COUNTED = ["recorded_at", "valid_at"] as const;

/** SQL of a column by its name; NULL of its type where no file holds it. */
export function rawColumn({ held }: Columns, { name, type }: WantedColumn): string {
  const way = held.get(name);
  if (way === undefined) return `CAST(NULL AS ${duckdb.types[type]})`;
  if (type === "timestamp") return duckdb.milliseconds(INSTANTS[way](name));
  if (name === "type") return "regexp_replace(CAST(type AS VARCHAR), '^proviso[.]', '')";
  return `CAST(${name} AS ${duckdb.types[type]})`;
}

/** Written differently and meant alike: `us` and `US`, `90d` and `P90D`. By column, then by text. */
export type Canonical = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** @param from relation as SQL @param where conditions on its columns, as SQL */
export function eventSelect(
  columns: Columns,
  from: string,
  canonical: Canonical = new Map(),
  where: readonly string[] = [],
): string {
  const raw = EVENT_TABLE.map((column) => `${rawColumn(columns, column)} AS ${column.name}`);
  const cells = EVENT_TABLE.map(({ name, type }) => `${cell(name, type, canonical.get(name))} AS ${name}`);
  const known = `type IN (${EVENT_TYPES.map((type) => duckdb.text(type)).join(", ")})`;
  return [
    `SELECT ${cells.join(", ")}`,
    `FROM (SELECT ${raw.join(", ")} FROM ${from})`,
    `WHERE ${[known, ...where].join(" AND ")}`,
  ].join("\n");
}

function cell(
  name: string,
  type: WantedColumn["type"],
  texts: ReadonlyMap<string, string> | undefined,
): string {
  if (name === "account")
    return "CASE WHEN conversation IS NOT NULL THEN coalesce(account, '') ELSE account END";
  if (name === COUNTED[0]) return `coalesce(${COUNTED.join(", ")})`;
  if (texts === undefined || texts.size === 0) return name;
  const one = type === "texts" ? "one" : name;
  const whens = [...texts].map(([from, to]) => `WHEN ${duckdb.text(from)} THEN ${duckdb.text(to)}`);
  const chosen = `CASE ${one} ${whens.join(" ")} ELSE ${one} END`;
  return type === "texts" ? `list_transform(${name}, lambda one: ${chosen})` : chosen;
}
