/** Trino 400 and later. */
import type { Dialect } from "./dialect.ts";
import { countIn, instantText, monthsOf, quotedWith, standardText, whereGiven } from "./literals.ts";

const count = (period: string, letter: string): string =>
  countIn((pattern) => `regexp_extract(${period}, '${pattern}', 1)`, letter, "INTEGER");

function moved(instant: string, months: string, days: string, hours: string): string {
  return `date_add('hour', ${hours}, date_add('day', ${days}, date_add('month', ${months}, ${instant})))`;
}

function extreme(name: string, instants: readonly string[]): string {
  return `${name}(filter(ARRAY[${instants.join(", ")}], one -> one IS NOT NULL))`;
}

export const trino: Dialect = {
  name: "trino",
  types: {
    text: "varchar",
    timestamp: "timestamp(6)",
    boolean: "boolean",
    integer: "integer",
    texts: "array(varchar)",
  },
  text: standardText,
  list: (values) => `CAST(ARRAY[${values.map(standardText).join(", ")}] AS array(varchar))`,
  quoted: (name) => quotedWith('"', name),
  // As many digits as tables in files have: a shorter type would not fit into them.
  timestamp: (ms) => `TIMESTAMP '${instantText(ms)}000'`,
  shift: (instant, period, sign) =>
    moved(instant, String(sign * monthsOf(period)), String(sign * period.days), String(sign * period.hours)),
  shiftBy: (instant, period, sign) => {
    const months = `${sign} * (${count(period, "Y")} * 12 + ${count(period, "M")})`;
    const days = `${sign} * (${count(period, "W")} * 7 + ${count(period, "D")})`;
    return whereGiven(period, moved(instant, months, days, `${sign} * ${count(period, "H")}`));
  },
  milliseconds: (instant) => `date_trunc('millisecond', ${instant})`,
  contains: (list, value) => `contains(${list}, ${value})`,
  firstMatch: (text, pattern) => `regexp_extract(${text}, '${pattern}')`,
  // Trino's own least() is NULL as soon as one of its arguments is.
  least: (instants) => extreme("array_min", instants),
  greatest: (instants) => extreme("array_max", instants),
  unnest: (list, alias) => `UNNEST(${list}) AS ${alias} (element)`,
  latest: (value, order, where) => `max_by(${value}, ROW(${order.join(", ")})) FILTER (WHERE ${where})`,
  collect: (value, order) => `array_agg(${value} ORDER BY ${order.join(", ")})`,
  fence: "",
  inlined: "",
  bytewise: "",
};
