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
  shift: (instant, period, sign) => {
    const parts = [
      [monthsOf(period), "MONTH"],
      [period.days, "DAY"],
      [period.hours, "HOUR"],
    ] as const;
    return parts.reduce(
      (moved, [number, unit]) =>
        number === 0 ? moved : `${moved} ${sign === 1 ? "+" : "-"} INTERVAL ${number} ${unit}`,
      instant,
    );
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
  fence: "",
  bytewise: "",
};
