/**
 * `account_events` -> **View[]** that say since when each kind of event is listed in full
 *
 * Meaning: coverage.ts. Ranges in order of their start form islands where they touch; what is listed at
 * the instant asked for is listed since the start of the last island, if that reaches so far.
 */
import type { EventType } from "../../events/event.ts";
import type { View } from "../../sql/view.ts";
import { type Asked, typeIn } from "./asked.ts";

/** The kinds whose absence makes a fact known. */
export const LISTED_KINDS = [
  "account.created",
  "account.plan-changed",
  "account.region-changed",
  "account.credential-changed",
  "account.deleted",
  "contract.terminated",
  "organisation.retention-set",
  "organisation.opted-in",
  "terms.acknowledged",
  "notice.shown",
  "choice.made",
  "objection.filed",
  "conversation.created",
  "item.added",
  "conversation.deleted",
  "participant.joined",
  "feedback.given",
  "safety.flagged",
  "safety.cleared",
  "review.done",
  "hold.placed",
] as const satisfies readonly EventType[];
export type ListedKind = (typeof LISTED_KINDS)[number];

/** `item.added` -> `since_item_added`: NULL where the kind is not listed. */
export function sinceColumn(kind: ListedKind): string {
  return `since_${kind.replace(/[.-]/g, "_")}`;
}

const FOR_EVER = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

export function coverageViews({ dialect, at }: Asked): readonly View[] {
  const names = LISTED_KINDS.map((kind) => ({ kind, name: kind.replace(/[.-]/g, "_") }));
  const lists = names.map(
    ({ kind, name }) =>
      `coalesce(${dialect.contains("kinds", "'*'")} OR ${dialect.contains("kinds", `'${kind}'`)}, FALSE) AS lists_${name}`,
  );
  const before = names.map(
    ({ name }) =>
      `max(CASE WHEN lists_${name} THEN until_at END) OVER (PARTITION BY account ORDER BY from_at ` +
      `ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before_${name}`,
  );
  const since = names.map(({ name }) => {
    const reach = `max(CASE WHEN lists_${name} THEN until_at END)`;
    const start = `lists_${name} AND (before_${name} IS NULL OR from_at > before_${name})`;
    return `CASE WHEN ${reach} >= ${dialect.timestamp(at)} THEN max(CASE WHEN ${start} THEN from_at END) END AS since_${name}`;
  });
  const list = (parts: readonly string[]): string => parts.join(",\n  ");
  return [
    {
      name: "declared_ranges",
      says: ["What the log says it lists in full, and between which instants."],
      select:
        `SELECT account, kinds, valid_at AS from_at, coalesce(until_at, ${dialect.timestamp(FOR_EVER)}) AS until_at\n` +
        `FROM account_events\nWHERE ${typeIn("log-complete")}`,
    },
    {
      name: "ranges",
      says: ["An account that declares something of its own goes by that and by what is declared for all."],
      select:
        "SELECT account, kinds, from_at, until_at\nFROM declared_ranges\nUNION ALL\n" +
        "SELECT o.account, s.kinds, s.from_at, s.until_at\n" +
        "FROM (SELECT DISTINCT account FROM declared_ranges WHERE account IS NOT NULL) AS o\n" +
        "CROSS JOIN (SELECT kinds, from_at, until_at FROM declared_ranges WHERE account IS NULL) AS s",
    },
    {
      name: "range_steps",
      says: ["Ranges in order of their start, with how far those before them reach, per kind."],
      select:
        `SELECT\n  ${list(["k.*", ...before])}\nFROM (\n` +
        `  SELECT ${["account", "from_at", "until_at", ...lists].join(",\n    ")}\n  FROM ranges\n) AS k`,
    },
    {
      name: "coverage_shared",
      says: ["Since when each kind is listed for every account: one row."],
      select: `SELECT\n  ${list(since)}\nFROM range_steps\nWHERE account IS NULL`,
    },
    {
      name: "coverage_own",
      says: ["Since when each kind is listed for accounts that declare something of their own."],
      select: `SELECT\n  ${list(["account", ...since])}\nFROM range_steps\nWHERE account IS NOT NULL\nGROUP BY account`,
    },
  ];
}
