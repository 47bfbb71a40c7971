/**
 * Decisions of two sides -> the query of **pairs**: a row per conversation, with both answers and what moved
 *
 * The same comparison as `compare` of core/whatif, in SQL; a test holds the two against each other.
 */
import { LIST_SEPARATOR } from "@proviso/core/decision";
import type { Purpose } from "@proviso/core/events";
import { columnOf } from "@proviso/core/facts";
import type { PolicySet } from "@proviso/core/policy";
import { duckdb } from "@proviso/core/sql";
import type { PairLayout } from "./layout.ts";

/** Columns of the facts that stand beside each decision. */
export const CARRIED: readonly string[] = [
  "is_recorded",
  ...(
    [
      "conversation.plan",
      "account.plan",
      "account.region",
      "conversation.surface",
      "conversation.mode",
    ] as const
  ).map(columnOf),
];

export const SEGMENT_COLUMNS = ["plan", "region", "kind"] as const;

export interface PairInput {
  readonly layout: PairLayout;
  /** Relations of decisions, as SQL. */
  readonly before: string;
  readonly after: string;
  /** Relations (account, conversation, copies) of what certainly has a copy, as SQL; undefined: none is asked. */
  readonly sureBefore: string | undefined;
  readonly sureAfter: string | undefined;
  /** Undefined: purposes were asked for, whoever speaks of them. */
  readonly speaking: { readonly before: PolicySet; readonly after: PolicySet } | undefined;
}

export function pairQuery(input: PairInput): string {
  const { layout, before, after, sureBefore, sureAfter, speaking } = input;
  const isBoth = "coalesce(b.is_recorded, FALSE) AND coalesce(a.is_recorded, FALSE)";
  const columns = [
    "account",
    "conversation",
    `CASE WHEN ${isBoth} THEN 'both' WHEN b.is_recorded THEN 'before' WHEN a.is_recorded THEN 'after' ELSE 'neither' END AS existed`,
    ...segments(),
    ...layout.purposes.flatMap(({ purpose, prefix }) => useColumns(purpose, prefix, isBoth, speaking)),
    ...layout.copies.flatMap((one) => keepColumns(one, isBoth)),
  ];
  const joins = [
    `FROM (${before}) AS b FULL JOIN (${after}) AS a USING (account, conversation)`,
    `LEFT JOIN (${sureBefore ?? NONE}) AS sb USING (account, conversation)`,
    `LEFT JOIN (${sureAfter ?? NONE}) AS sa USING (account, conversation)`,
  ];
  const changes = [
    ...layout.purposes.map(({ prefix }) => `coalesce(${isChanged(prefix)}, FALSE)`),
    ...layout.copies.map(({ prefix }) => `${prefix}_kind IS NOT NULL`),
  ];
  const changed = changes.length === 0 ? "FALSE" : changes.join(" OR ");
  return `SELECT *, (${changed}) AS is_changed FROM (SELECT ${columns.join(",\n")} ${joins.join("\n")})`;
}

const NONE = "SELECT '' AS account, '' AS conversation, CAST([] AS VARCHAR[]) AS copies WHERE FALSE";

/** Condition on a row of pairs. */
export function isChanged(prefix: string): string {
  return `(${prefix}_before <> ${prefix}_after)`;
}

/** As `segmentsOf`: by the side after, where the conversation had begun by then. */
function segments(): readonly string[] {
  const of = (name: string): string => `CASE WHEN a.is_recorded THEN a.${name} ELSE b.${name} END`;
  const special = `nullif(${of("conversation_mode")}, 'ordinary')`;
  return [
    `coalesce(${of("conversation_plan")}, ${of("account_plan")}) AS plan`,
    `${of("account_region")} AS region`,
    `nullif(concat_ws(', ', ${of("conversation_surface")}, ${special}), '') AS kind`,
  ];
}

/** NULL where the purpose is not asked of the row. */
function useColumns(
  purpose: Purpose,
  prefix: string,
  isBoth: string,
  speaking: PairInput["speaking"],
): readonly string[] {
  const spoken =
    speaking === undefined
      ? "TRUE"
      : `(${speaks(purpose, speaking.before, "b")} OR ${speaks(purpose, speaking.after, "a")})`;
  const from = purpose.replaceAll("-", "_");
  const asked = (sql: string, name: string): string =>
    `CASE WHEN ${isBoth} AND ${spoken} THEN ${sql} END AS ${prefix}_${name}`;
  return [
    ...(["before", "after"] as const).flatMap((side) => {
      const column = (name: string): string => `${side === "before" ? "b" : "a"}.${from}_${name}`;
      const end = `CASE WHEN ${column("use")} = 'permit' THEN 'used' WHEN ${column("exposure")} = 'deny' THEN 'not-used' ELSE 'cannot-tell' END`;
      return [
        asked(end, side),
        ...["reason", "rule", "policy"].map((name) => asked(column(name), `${side}_${name}`)),
      ];
    }),
    ...["unknowns", "possible"].map((name) => asked(`a.${from}_${name}`, name)),
  ];
}

/** As `decide` chooses purposes: by the versions that may govern, or by all where none does. */
function speaks(purpose: Purpose, set: PolicySet, side: string): string {
  const versions = set.chains.flat();
  const speaking = versions.filter(({ purposes }) => purposes.includes(purpose));
  if (speaking.length === 0) return "FALSE";
  if (speaking.length === versions.length) return "TRUE";
  const names = speaking.map(({ id, version }) => duckdb.text(`${id}@${version}`)).join(", ");
  const all = `string_split(${side}.policies, ${duckdb.text(LIST_SEPARATOR)})`;
  return `(${side}.policies = '' OR list_has_any(${all}, [${names}]))`;
}

const DAY = 86_400_000;

/** As `keepChanges`. */
function keepColumns(
  { copy, prefix, before, after }: PairLayout["copies"][number],
  isBoth: string,
): readonly string[] {
  const [was, is] = [
    before === undefined ? "FALSE" : `b.${before}`,
    after === undefined ? "FALSE" : `a.${after}`,
  ];
  const end = (side: "a" | "b", column: string | undefined, name: string): string =>
    column === undefined
      ? "CAST(NULL AS TIMESTAMP)"
      : `CASE WHEN ${side}.${column} THEN ${side}.${column}_${name} END`;
  const [old, now] = [end("b", before, "until"), end("a", after, "until")];
  const [oldFloor, nowFloor] = [end("b", before, "at_least"), end("a", after, "at_least")];
  const isSure = (side: string): string =>
    `coalesce(list_contains(${side}.copies, ${duckdb.text(copy)}), FALSE)`;
  const kind = [
    `CASE WHEN NOT (${isBoth}) OR (NOT ${was} AND NOT ${is}) THEN NULL`,
    `WHEN NOT ${was} THEN CASE WHEN ${isSure("sa")} THEN 'appears' ELSE 'may-appear' END`,
    `WHEN NOT ${is} THEN CASE WHEN ${isSure("sb")} THEN 'disappears' ELSE 'may-disappear' END`,
    `WHEN ${old} IS DISTINCT FROM ${now} THEN CASE WHEN ${now} IS NULL THEN 'no-date' WHEN ${old} IS NULL THEN 'gets-date' WHEN ${now} > ${old} THEN 'longer' ELSE 'shorter' END`,
    `WHEN b.held <> a.held OR ${oldFloor} IS DISTINCT FROM ${nowFloor} THEN 'floor' END`,
  ].join(" ");
  const days = `CAST(trunc((epoch_ms(${now}) - epoch_ms(${old})) / ${DAY}) AS BIGINT)`;
  return [
    `${kind} AS ${prefix}_kind`,
    `CASE WHEN ${was} AND ${is} THEN ${days} END AS ${prefix}_days`,
    `${old} AS ${prefix}_before_until`,
    `${now} AS ${prefix}_after_until`,
    `${oldFloor} AS ${prefix}_before_at_least`,
    `${nowFloor} AS ${prefix}_after_at_least`,
  ];
}

/** Conversations that have a copy on one side only, which may be for certain or not. */
export function oneSidedQuery(
  { layout, before, after }: PairInput,
  side: "before" | "after",
): string | undefined {
  const conditions = layout.copies.map(({ before: old, after: now }) => {
    const [was, is] = [old === undefined ? "FALSE" : `b.${old}`, now === undefined ? "FALSE" : `a.${now}`];
    return side === "before" ? `(${was} AND NOT ${is})` : `(${is} AND NOT ${was})`;
  });
  if (conditions.length === 0) return undefined;
  return [
    `SELECT account, conversation FROM (${before}) AS b JOIN (${after}) AS a USING (account, conversation)`,
    `WHERE b.is_recorded AND a.is_recorded AND (${conditions.join(" OR ")})`,
  ].join(" ");
}
