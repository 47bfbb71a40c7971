/** Spark SQL 3.5 and 4.x. Instants are TIMESTAMP_NTZ: the session's zone has no say in them. */
import type { Dialect } from "./dialect.ts";
import { countIn, instantText, monthsOf, quotedWith, whereGiven, withoutNul } from "./literals.ts";

const count = (period: string, letter: string): string =>
  countIn((pattern) => `regexp_extract(${period}, '${pattern}', 1)`, letter, "INT");

/**
 * A backslash escapes in Spark, and two apostrophes are two literals beside each other. Before it reads a
 * statement Spark puts variables, those of its process too, in the place of `${…}`, in literals as well.
 */
function text(value: string): string {
  const escaped = withoutNul(value).replaceAll("\\", "\\\\").replaceAll("'", "\\'");
  return `'${escaped.replaceAll("${", "\\u0024{")}'`;
}

export const spark: Dialect = {
  name: "spark",
  types: {
    text: "STRING",
    timestamp: "TIMESTAMP_NTZ",
    boolean: "BOOLEAN",
    integer: "INT",
    texts: "ARRAY<STRING>",
  },
  text,
  list: (values) => `CAST(array(${values.map(text).join(", ")}) AS ARRAY<STRING>)`,
  quoted: (name) => quotedWith("`", name),
  timestamp: (ms) => `TIMESTAMP_NTZ '${instantText(ms)}'`,
  shift: (instant, period, sign) =>
    `${instant} ${sign === 1 ? "+" : "-"} make_interval(0, ${monthsOf(period)}, 0, ${period.days}, ${period.hours})`,
  shiftBy: (instant, period, sign) => {
    const counts = ["Y", "M", "W", "D", "H"].map((letter) => count(period, letter)).join(", ");
    return whereGiven(period, `${instant} ${sign === 1 ? "+" : "-"} make_interval(${counts})`);
  },
  milliseconds: (instant) => `date_trunc('MILLISECOND', ${instant})`,
  contains: (list, value) => `array_contains(${list}, ${value})`,
  firstMatch: (whole, pattern) => `regexp_extract(${whole}, '${pattern}', 0)`,
  least: (instants) => (instants.length === 1 ? instants.join() : `least(${instants.join(", ")})`),
  greatest: (instants) => (instants.length === 1 ? instants.join() : `greatest(${instants.join(", ")})`),
  unnest: (list, alias) => `LATERAL explode(${list}) AS ${alias} (element)`,
  latest: (value, order, where) => `max_by(${value}, struct(${order.join(", ")})) FILTER (WHERE ${where})`,
  // Spark's own list has no order: it is sorted with what it is to be ordered by.
  collect: (value, order) => {
    const fields = order.map((one, index) => `${one} AS o${index}`);
    return `transform(array_sort(collect_list(struct(${fields.join(", ")}, ${value} AS kept))), one -> one.kept)`;
  },
  fence: "",
  inlined: "",
  bytewise: "",
};
