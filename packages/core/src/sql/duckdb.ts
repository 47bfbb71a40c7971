/** DuckDB 1.x. */
import type { Dialect } from "./dialect.ts";
import { countIn, instantText, monthsOf, quotedWith, standardText, whereGiven } from "./literals.ts";

const count = (period: string, letter: string): string =>
  countIn((pattern) => `regexp_extract(${period}, '${pattern}', 1)`, letter, "INTEGER");

export const duckdb: Dialect = {
  name: "duckdb",
  types: {
    text: "VARCHAR",
    timestamp: "TIMESTAMP",
    boolean: "BOOLEAN",
    integer: "INTEGER",
    texts: "VARCHAR[]",
  },
  text: standardText,
  list: (values) => `CAST([${values.map(standardText).join(", ")}] AS VARCHAR[])`,
  quoted: (name) => quotedWith('"', name),
  timestamp: (ms) => `TIMESTAMP '${instantText(ms)}'`,
  // Adding an interval converts to a date and back; days and hours alone are plain numbers in UTC.
  shift: (instant, period, sign) => {
    const months = monthsOf(period);
    const operator = sign === 1 ? "+" : "-";
    const moved = months === 0 ? instant : `(${instant} ${operator} INTERVAL ${months} MONTH)`;
    const micros = (period.days * 24 + period.hours) * 3_600_000_000;
    return micros === 0 ? moved : `make_timestamp(epoch_us(${moved}) ${operator} ${micros})`;
  },
  shiftBy: (instant, period, sign) => {
    const operator = sign === 1 ? "+" : "-";
    const months = `to_months(${count(period, "Y")} * 12 + ${count(period, "M")})`;
    const days = `to_days(${count(period, "W")} * 7 + ${count(period, "D")})`;
    const hours = `to_hours(${count(period, "H")})`;
    return whereGiven(period, `${instant} ${operator} ${months} ${operator} ${days} ${operator} ${hours}`);
  },
  milliseconds: (instant) => `date_trunc('millisecond', ${instant})`,
  contains: (list, value) => `list_contains(${list}, ${value})`,
  firstMatch: (text, pattern) => `regexp_extract(${text}, '${pattern}')`,
  least: (instants) => (instants.length === 1 ? instants.join() : `least(${instants.join(", ")})`),
  greatest: (instants) => (instants.length === 1 ? instants.join() : `greatest(${instants.join(", ")})`),
  unnest: (list, alias) => `LATERAL (SELECT unnest(${list})) AS ${alias} (element)`,
  latest: (value, order, where) => `arg_max(${value}, row(${order.join(", ")})) FILTER (WHERE ${where})`,
  collect: (value, order) => `list(${value} ORDER BY ${order.join(", ")})`,
  fence: "",
  // Kept for several readers, it would keep every column of theirs from being left out.
  inlined: "NOT MATERIALIZED",
  bytewise: "",
};
