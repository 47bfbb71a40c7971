/** PostgreSQL 14 and later. */
import type { Dialect } from "./dialect.ts";
import { countIn, instantText, monthsOf, quotedWith, standardText, whereGiven } from "./literals.ts";

const count = (period: string, letter: string): string =>
  countIn((pattern) => `substring(${period} from '${pattern}')`, letter, "INTEGER");

export const postgresql: Dialect = {
  name: "postgresql",
  types: {
    text: "text",
    timestamp: "timestamp",
    boolean: "boolean",
    integer: "integer",
    texts: "text[]",
  },
  text: standardText,
  list: (values) => `CAST(ARRAY[${values.map(standardText).join(", ")}] AS text[])`,
  quoted: (name) => quotedWith('"', name),
  timestamp: (ms) => `TIMESTAMP '${instantText(ms)}'`,
  // An interval's months are added before its days, its days before its hours.
  shift: (instant, period, sign) =>
    `${instant} ${sign === 1 ? "+" : "-"} INTERVAL '${monthsOf(period)} months ${period.days} days ${period.hours} hours'`,
  shiftBy: (instant, period, sign) => {
    const parts = [
      `months => ${count(period, "Y")} * 12 + ${count(period, "M")}`,
      `days => ${count(period, "W")} * 7 + ${count(period, "D")}`,
      `hours => ${count(period, "H")}`,
    ];
    return whereGiven(period, `${instant} ${sign === 1 ? "+" : "-"} make_interval(${parts.join(", ")})`);
  },
  milliseconds: (instant) => `date_trunc('milliseconds', ${instant})`,
  contains: (list, value) => `(${value} = ANY (${list}))`,
  firstMatch: (text, pattern) => `substring(${text} from '${pattern}')`,
  least: (instants) => (instants.length === 1 ? instants.join() : `least(${instants.join(", ")})`),
  greatest: (instants) => (instants.length === 1 ? instants.join() : `greatest(${instants.join(", ")})`),
  unnest: (list, alias) => `LATERAL unnest(${list}) AS ${alias} (element)`,
  latest: (value, order, where) =>
    `(array_agg(${value} ORDER BY ${order.map((one) => `${one} DESC`).join(", ")}) FILTER (WHERE ${where}))[1]`,
  collect: (value, order) => `array_agg(${value} ORDER BY ${order.join(", ")})`,
  // Without it the planner pulls the subquery up and writes each column out at every use.
  fence: "OFFSET 0",
  inlined: "",
  bytewise: ' COLLATE "C"',
};
