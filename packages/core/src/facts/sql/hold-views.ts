/**
 * `account_events`, `conversation_rest` -> **View[]** that end in `hold_records`
 *
 * Meaning: `holdRecords` in ../hold.ts. A release ends the last placement of its name that still stands:
 * placements and releases nest as brackets do, so that a pair stands next to each other on its level.
 *
 * Holds are folded per list: list 0 is what is declared for all accounts, an account with holds of its
 * own has a list of both, and the holds of conversations (list -1) are folded by themselves.
 */
import type { View } from "../../sql/view.ts";
import { type Asked, inOrderSql, typeIn } from "./asked.ts";

export const SHARED_LIST = 0;
export const OWN_LISTS = -1;

export const SCOPES = [
  "scope_conversations",
  "scope_plans",
  "scope_except_plans",
  "scope_regions",
  "scope_except_regions",
] as const;

export function holdViews({ dialect }: Asked): readonly View[] {
  const { text, integer } = dialect.types;
  const columns = `type, hold, valid_at, recorded_at, id, source, ${SCOPES.join(", ")}`;
  const holds = typeIn("hold.placed", "hold.released");
  const none = `CAST(NULL AS ${text})`;
  const order = inOrderSql(dialect).join(", ");
  const over = `OVER (PARTITION BY hold_list, account, conversation, hold ORDER BY place, ${order}`;
  const qualified = columns.replace(/\w+/g, "e.$&");
  return [
    {
      name: "hold_owners",
      says: ["Accounts with holds of their own, each with a list of its own."],
      select:
        `SELECT account, CAST(row_number() OVER (ORDER BY account${dialect.bytewise}) AS ${integer}) AS hold_list\n` +
        `FROM (SELECT DISTINCT account FROM account_events WHERE account IS NOT NULL AND ${holds}) AS o`,
    },
    {
      name: "hold_events",
      says: ["Placements and releases by list; in an account's list those for all accounts come first."],
      select: [
        `SELECT ${SHARED_LIST} AS hold_list, ${none} AS account, ${none} AS conversation, 0 AS place, ${columns}`,
        `FROM account_events\nWHERE account IS NULL AND ${holds}`,
        `UNION ALL\nSELECT w.hold_list, ${none}, ${none}, 0, ${qualified}`,
        `FROM hold_owners AS w\nCROSS JOIN (SELECT ${columns} FROM account_events WHERE account IS NULL AND ${holds}) AS e`,
        `UNION ALL\nSELECT w.hold_list, ${none}, ${none}, 1, ${qualified}`,
        `FROM hold_owners AS w\nJOIN account_events AS e ON e.account = w.account AND e.${holds}`,
        `UNION ALL\nSELECT ${OWN_LISTS}, account, conversation, 0, ${columns}`,
        `FROM conversation_rest\nWHERE ${holds}`,
      ].join("\n"),
    },
    {
      name: "hold_balances",
      says: ["Placements less releases so far."],
      select:
        `SELECT h.*, sum(CASE WHEN ${typeIn("hold.placed")} THEN 1 ELSE -1 END)\n` +
        `  ${over} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS balance\nFROM hold_events AS h`,
    },
    {
      name: "hold_floors",
      says: ["The least balance before: a release that goes below it found nothing to end."],
      select:
        `SELECT b.*, coalesce(min(balance)\n  ${over} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS lowest\n` +
        "FROM hold_balances AS b",
    },
    {
      name: "hold_levels",
      says: ["How many placements stand above each event's own; releases that end nothing are left out."],
      select:
        `SELECT f.*, CASE WHEN ${typeIn("hold.placed")} THEN 0 ELSE 1 END + balance - CASE WHEN lowest < 0 THEN lowest ELSE 0 END AS height\n` +
        `FROM hold_floors AS f\nWHERE ${typeIn("hold.placed")} OR balance >= CASE WHEN lowest < 0 THEN lowest ELSE 0 END`,
    },
    {
      name: "hold_records",
      says: ["Each placement with the release that ended it."],
      select:
        `SELECT hold_list, account, conversation, hold, valid_at AS placed_at, released_at, ${SCOPES.join(", ")}\nFROM (\n` +
        `  SELECT l.*, lead(valid_at) OVER (PARTITION BY hold_list, account, conversation, hold, height ORDER BY place, ${order}) AS released_at\n` +
        `  FROM hold_levels AS l\n) AS pairs\nWHERE ${typeIn("hold.placed")}`,
    },
  ];
}
