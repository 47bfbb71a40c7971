/**
 * Table of facts -> **View[]** -> tables of decisions and clocks
 *
 * The decision of decision/decide.ts in SQL, for engines that hold the facts of a set in columns. One
 * row in, one row out: a view adds columns to the one before it, and the last ones choose from them.
 */
import type { Purpose } from "../../events/event.ts";
import type { Question } from "../../policy/compile/begun-sql.ts";
import type { PolicySet } from "../../policy/policy.ts";
import type { Dialect } from "../../sql/dialect.ts";
import { duckdb } from "../../sql/duckdb.ts";
import { slug } from "../../sql/names.ts";
import type { View } from "../../sql/view.ts";
import { answersOf } from "./answers.ts";
import { clockViews } from "./clocks.ts";
import { conditionViews } from "./conditions.ts";
import { candidate, governedViews } from "./governed.ts";
import { copiesOf, heldView, keepColumns } from "./keep.ts";
import { type Column, columnLines } from "./layer.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { listed } from "./literals.ts";
import { possibleSql, unknownsSql } from "./open-points.ts";
import { settledViews } from "./settled.ts";
import { key, useViews } from "./uses.ts";

export interface DecisionViewsOptions {
  /** By default all that a version of the set speaks of. */
  readonly purposes?: readonly Purpose[] | undefined;
  /** The facts are those of items: item rules and `covers` count, clocks do not. */
  readonly items?: boolean;
  /** What all rows of the table were made for, if they were: shorter and faster. */
  readonly question?: Question | undefined;
  /** Columns of the facts that the decisions hand on. */
  readonly carried?: readonly string[] | undefined;
}

/**
 * @param facts the relation with the columns of `factsColumns`, as SQL: quoted if need be
 * @returns the last two views are `clocks` (not for items) and `decisions`
 */
export function decisionViews(
  dialect: Dialect,
  set: PolicySet,
  facts: string,
  { purposes, items = false, question, carried = [] }: DecisionViewsOptions = {},
): readonly View[] {
  const layout = layoutOf(dialect, set, { items, purposes, question });
  const answers = answersOf(layout);
  const views = [
    ...governedViews(layout, "facts_in"),
    ...settledViews(layout),
    ...conditionViews(layout),
    ...useViews(layout, answers),
    heldView(layout),
  ];
  return [
    { name: "facts_in", says: ["The facts decided on."], select: `SELECT * FROM ${facts}` },
    ...views,
    answers.view,
    ...(items ? [] : clockViews(layout)),
    decisionsView(layout, carried),
  ];
}

/** Copies of a set with the columns that hold their ends; empty for items. */
export function copyColumns(
  set: PolicySet,
  { items = false, question }: DecisionViewsOptions = {},
): ReadonlyMap<string, string> {
  return items ? new Map() : copiesOf(layoutOf(duckdb, set, { items, question }));
}

function decisionsView(layout: Layout, carried: readonly string[]): View {
  const from = "held_rows";
  const columns: Column[] = [
    { name: "policies", sql: perCandidate(layout, ({ id, version }) => `${id}@${version}`) },
    { name: "policy_digests", sql: perCandidate(layout, ({ digest }) => digest) },
    ...layout.purposes.flatMap((purpose) => useColumns(layout, purpose)),
    ...(layout.items ? [] : keepColumns(layout)),
  ];
  const joins = layout.purposes.map((purpose) => {
    const alias = aliasOf(purpose);
    return `LEFT JOIN answers AS ${alias} ON ${alias}.answer = ${from}.${key(purpose)}`;
  });
  const who = ["account", "conversation", ...(layout.items ? ["item"] : []), ...carried];
  return {
    name: "decisions",
    says: ["One row per conversation: use per purpose with its reason, and the ends of keeping each copy."],
    select: [
      `SELECT\n  ${who.join(",\n  ")},\n${columnLines(columns).join(",\n")}`,
      `FROM ${from}`,
      ...joins,
    ].join("\n"),
  };
}

function aliasOf(purpose: Purpose): string {
  return `a_${slug(purpose)}`;
}

function useColumns(layout: Layout, purpose: Purpose): readonly Column[] {
  const prefix = slug(purpose);
  const given = ["use", "exposure", "reason", "rule", "policy", "basis"].map((part) => ({
    name: `${prefix}_${part}`,
    sql: `${aliasOf(purpose)}.answer_${part}`,
  }));
  return [
    ...given,
    { name: `${prefix}_possible`, sql: possibleSql(layout, purpose) },
    { name: `${prefix}_unknowns`, sql: unknownsSql(layout, purpose) },
  ];
}

/** A text per version that may govern, joined. */
function perCandidate(
  { versions, dialect }: Layout,
  textOf: (ref: Layout["versions"][number]["ref"]) => string,
): string {
  if (versions.length === 0) return "''";
  const whens = versions.map(({ number, ref }) => `WHEN ${number} THEN ${dialect.text(textOf(ref))}`);
  const all = versions.map(
    ({ number, ref }) => `CASE WHEN ${candidate(number)} THEN ${dialect.text(textOf(ref))} END`,
  );
  return `CASE WHEN governor > 0 THEN CASE governor ${whens.join(" ")} END WHEN governor = 0 THEN '' ELSE ${listed(dialect, all)} END`;
}
