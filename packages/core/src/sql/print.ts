/** Views -> the text a person runs: as views, as tables, or as one query. */
import type { Dialect } from "./dialect.ts";
import type { View } from "./view.ts";

/** Nothing in a line ends it, goes on after it (in Spark, a backslash), or is put in its place. */
export function comment(says: readonly string[]): string {
  return says
    .map((line) =>
      line
        .replace(/[\r\n\u2028\u2029\u0085]+/g, " ")
        .replaceAll("${", "$ {")
        .replace(/\\$/, "\\ "),
    )
    .map((line) => `-- ${line}\n`)
    .join("");
}

/** `CREATE VIEW`s in order, each statement by itself. `rename` gives the name a view gets in the database. */
export function createViews(
  dialect: Dialect,
  views: readonly View[],
  as: "view" | "table",
  rename: (name: string) => string = (name) => dialect.quoted(name),
): readonly string[] {
  const verb = as === "view" ? "CREATE OR REPLACE VIEW" : "CREATE TABLE";
  return views.map(({ name, says, select }) => `${comment(says)}${verb} ${rename(name)} AS\n${select}`);
}

/**
 * One query that gives the rows of `last`, with the views it rests on as common table expressions. They
 * are not set in: a line may begin inside a literal.
 */
export function query(views: readonly View[], last: string): string {
  const needed = neededFor(views, last);
  const parts = needed
    .slice(0, -1)
    .map(
      ({ name, says, hint, select }) => `${comment(says)}${name} AS ${hint ? `${hint} ` : ""}(\n${select}\n)`,
    );
  const final = needed.at(-1);
  if (final === undefined) throw new RangeError(`no view \`${last}\``);
  const head = parts.length === 0 ? "" : `WITH\n${parts.join(",\n")}\n`;
  return `${head}${comment(final.says)}${final.select}`;
}

/** The views that `last` reads, directly or not, in order, and itself. */
function neededFor(views: readonly View[], last: string): readonly View[] {
  const wanted = new Set([last]);
  const needed: View[] = [];
  for (const view of [...views].reverse()) {
    if (!wanted.has(view.name)) continue;
    needed.unshift(view);
    for (const other of views) {
      if (new RegExp(`\\b${other.name}\\b`).test(view.select)) wanted.add(other.name);
    }
  }
  return needed;
}
