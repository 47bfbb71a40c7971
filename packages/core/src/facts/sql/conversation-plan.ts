/**
 * The plan that governs a conversation, as SQL over `conversations AS c` and {@link PLAN_JOINS}
 *
 * Meaning: `fillPlan` in ../derive.ts.
 */
import { sinceColumn } from "./coverage-views.ts";

/** `r` the first of several records, `a` the account, `p` a plan that was replaced since. */
export const PLAN_JOINS: readonly string[] = [
  "LEFT JOIN created_again AS r ON r.account = c.account AND r.conversation = c.conversation",
  "JOIN accounts AS a ON a.account = c.account",
  "LEFT JOIN plans_before AS p ON p.account = c.account AND c.created_at >= p.from_at AND c.created_at < p.until_at",
];

/** What the record itself says; of several the first counts. */
export function saidSql(column: string): string {
  return `CASE WHEN c.created_count > 1 THEN r.${column} ELSE c.${column} END`;
}

export function planSql(): string {
  const since = `a.${sinceColumn("account.plan-changed")}`;
  return [
    "CASE WHEN a.moved_at IS NOT NULL AND (c.created_at IS NULL OR a.moved_at >= c.created_at) THEN a.moved_to",
    `ELSE coalesce(${saidSql("plan")},`,
    `CASE WHEN c.created_at >= a.plan_at THEN CASE WHEN ${since} <= a.plan_at THEN a.plan END`,
    `WHEN ${since} <= p.from_at THEN p.plan END) END`,
  ].join(" ");
}
