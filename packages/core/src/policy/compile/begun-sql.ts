/** Whether a version has begun to bind an account, as SQL. Meaning: `hasBegun` in policy/in-force.ts. */
import { acknowledgedColumn, columnOf } from "../../facts/columns.ts";
import type { FactsNeeds } from "../../facts/needs.ts";
import type { Dialect } from "../../sql/dialect.ts";
import type { Effective } from "../policy.ts";

const SIGNED_UP = columnOf("account.signedUpAt");

/**
 * TRUE, FALSE, or NULL where it hangs on an unknown.
 * @param at SQL of the instant asked for
 */
export function begunSql(
  { acknowledged, signedUpSince, fixed }: Effective,
  needs: FactsNeeds,
  dialect: Dialect,
  at: string,
): string {
  if (acknowledged === undefined && signedUpSince === undefined && fixed.length === 0) return "TRUE";
  const since = signedUpSince === undefined ? undefined : dialect.timestamp(signedUpSince);
  const column =
    acknowledged === undefined ? undefined : acknowledgedColumn(needs.acknowledged.indexOf(acknowledged));
  const whens: string[] = [];
  if (fixed.length > 0) whens.push(`${fixedDate(fixed, dialect)} <= ${at} THEN TRUE`);
  if (column !== undefined) whens.push(`${column} <= ${at} THEN TRUE`);
  if (since !== undefined) whens.push(`${since} <= ${at} AND ${SIGNED_UP} >= ${since} THEN TRUE`);
  // Nobody can have acknowledged, or signed up to, a text before it was published.
  const published = Math.min(signedUpSince ?? Infinity, fixed[0]?.knownFrom ?? Infinity);
  if (Number.isFinite(published)) whens.push(`${at} < ${dialect.timestamp(published)} THEN FALSE`);
  if (column !== undefined) {
    whens.push(`${column} IS NULL AND NOT coalesce(acknowledged_complete, FALSE) THEN ${unknown(dialect)}`);
  }
  if (since !== undefined) whens.push(`${since} <= ${at} AND ${SIGNED_UP} IS NULL THEN ${unknown(dialect)}`);
  return `CASE WHEN ${whens.join(" WHEN ")} ELSE FALSE END`;
}

function unknown({ types }: Dialect): string {
  return `CAST(NULL AS ${types.boolean})`;
}

/** The last fixed date announced by the knowledge time. */
function fixedDate(fixed: Effective["fixed"], dialect: Dialect): string {
  const whens = [...fixed].reverse().map(({ at, knownFrom }) => {
    const known = Number.isFinite(knownFrom)
      ? `known_at IS NULL OR known_at >= ${dialect.timestamp(knownFrom)}`
      : "TRUE";
    return `WHEN ${known} THEN ${dialect.timestamp(at)}`;
  });
  return `CASE ${whens.join(" ")} END`;
}

/** What can be said of every account once the question is known; undefined where accounts differ. */
export function hasBegunForAll(
  { acknowledged, signedUpSince, fixed }: Effective,
  { at, known }: Question,
): boolean | undefined {
  if (acknowledged === undefined && signedUpSince === undefined && fixed.length === 0) return true;
  const date = fixed.findLast(({ knownFrom }) => knownFrom <= (known ?? Number.POSITIVE_INFINITY))?.at;
  if (date !== undefined && date <= at) return true;
  const isOpen = acknowledged !== undefined || (signedUpSince !== undefined && signedUpSince <= at);
  return isOpen ? undefined : false;
}

/** What a table of facts was made for: epoch milliseconds (UTC); `known` undefined: all that is recorded. */
export interface Question {
  readonly at: number;
  readonly known: number | undefined;
}
