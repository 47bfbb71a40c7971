/**
 * Events -> **View[]** that the others read: `log`, `account_events`, `conversation_rest`
 *
 * The large relation is `log`; what concerns accounts, and the rare events of conversations, are small
 * beside it and are taken out of it once.
 */
import { EVENT_COLUMNS } from "../../events/columns.ts";
import type { View } from "../../sql/view.ts";
import { type Asked, countsSql, logOf, typeIn } from "./asked.ts";

const COLUMNS = EVENT_COLUMNS.map(({ name }) => name).join(", ");

const ACCOUNT_COLUMNS =
  "id, source, type, account, valid_at, recorded_at, plan, region, minor, credential, moved_to, moved_data, " +
  "retention_max, opted_in, document, notice, dialog, purpose, choice, valid_for, explicit, hold, " +
  "scope_conversations, scope_plans, scope_except_plans, scope_regions, scope_except_regions, run, includes, " +
  "kinds, until_at";

const REST_COLUMNS =
  "id, source, type, coalesce(account, '') AS account, conversation, valid_at, recorded_at, undated, choice, " +
  "participant, feedback_kind, hold, scope_conversations, scope_plans, scope_except_plans, scope_regions, " +
  "scope_except_regions, run";

export function logViews(asked: Asked): readonly View[] {
  const { events, participants, isDistinct } = asked;
  const counts = countsSql(asked);
  const ofAccounts = (relation: string): string =>
    `SELECT ${ACCOUNT_COLUMNS}\nFROM ${relation}\nWHERE conversation IS NULL AND ${counts}`;
  const accountEvents = [ofAccounts(logOf(asked))];
  const copies: View[] = isDistinct === true ? [] : [once("log", events)];
  if (participants !== undefined) {
    const elsewhere = isDistinct === true ? participants : "log_elsewhere";
    if (isDistinct !== true) copies.push(once("log_elsewhere", participants));
    accountEvents.push(`${ofAccounts(elsewhere)} AND account IS NOT NULL`);
  }
  return [
    ...copies,
    {
      name: "account_events",
      says: ["What had happened to accounts, or to all of them (`account` is NULL), as of the question."],
      select: accountEvents.join("\nUNION ALL\n"),
    },
    {
      name: "conversation_rest",
      says: ["What had happened to conversations beside being begun and added to: few rows."],
      select:
        `SELECT ${REST_COLUMNS}\nFROM ${logOf(asked)}\nWHERE conversation IS NOT NULL\n` +
        `  AND NOT (${typeIn("conversation.created", "item.added")}) AND ${counts}`,
    },
  ];
}

/** Of copies of one event none is first in a table: the one recorded first counts, then the earliest. */
function once(name: string, relation: string): View {
  return {
    name,
    isLarge: true,
    says: ["The events, each (source, id) once: the copy that was recorded first."],
    select:
      `SELECT ${COLUMNS}\nFROM (\n  SELECT e.*, row_number() OVER (PARTITION BY source, id ` +
      `ORDER BY recorded_at, valid_at) AS copy_number\n  FROM ${relation} AS e\n) AS copies\nWHERE copy_number = 1`,
  };
}
