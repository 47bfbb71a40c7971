/**
 * `log` -> **View[]** of conversations: the last, or first, of each kind of event
 *
 * Meaning: summary.ts. One pass over the events; what happens rarely is taken from `conversation_rest`.
 */
import type { View } from "../../sql/view.ts";
import { type Asked, countsSql, inOrderSql, logOf, typeIn } from "./asked.ts";

/** What the record of a conversation says of itself. */
const SAID = ["surface", "mode", "credential", "plan", "covered_model"] as const;

export function conversationViews(asked: Asked): readonly View[] {
  return [conversationsView(asked), createdAgainView(asked), marksView()];
}

/**
 * A conversation is created once as a rule: then the greatest of one value is that value. Where it is
 * created more than once, `created_again` says what the first record has.
 */
function conversationsView(asked: Asked): View {
  const counts = countsSql(asked);
  const created = typeIn("conversation.created");
  const activity = typeIn("conversation.created", "item.added");
  const said = SAID.map((name) =>
    name === "covered_model"
      ? `bool_or(${name}) FILTER (WHERE is_created) AS ${name}`
      : `max(${name}) FILTER (WHERE is_created) AS ${name}`,
  );
  const columns = [
    "e.account, conversation",
    "coalesce(bool_or(is_activity), FALSE) AS is_recorded",
    "count(*) FILTER (WHERE is_created) AS created_count",
    "min(CASE WHEN is_created THEN dated_at END) AS created_at",
    "coalesce(bool_or(is_activity AND NOT is_created AND dated_at IS NULL), FALSE) AS has_undated_items",
    "max(dated_at) AS last_at",
    "min(CASE WHEN granted_from IS NOT NULL THEN dated_at END) AS first_eligible_at",
    ...said,
  ];
  return {
    name: "conversations",
    says: ["One row per conversation of the log: its record and its activity as of the question."],
    select: [
      `SELECT\n  ${columns.join(",\n  ")}\nFROM (`,
      `  SELECT coalesce(account, '') AS account, conversation, ${SAID.join(", ")},`,
      `    ${activity} AND ${counts} AS is_activity,`,
      `    ${created} AND ${counts} AS is_created,`,
      `    CASE WHEN ${activity} AND ${counts} AND NOT coalesce(undated, FALSE) THEN valid_at END AS dated_at`,
      `  FROM ${logOf(asked)}\n  WHERE conversation IS NOT NULL\n) AS e`,
      "LEFT JOIN granted_times AS g ON g.account = e.account",
      "  AND e.dated_at > g.granted_from AND e.dated_at < g.granted_until",
      "GROUP BY e.account, conversation",
    ].join("\n"),
  };
}

function createdAgainView(asked: Asked): View {
  const order = inOrderSql(asked.dialect, "e").join(", ");
  return {
    name: "created_again",
    says: ["Conversations that were recorded as created more than once: the first record counts."],
    select: [
      `SELECT ${["account", "conversation", ...SAID].join(", ")}\nFROM (`,
      `  SELECT c.account, c.conversation, ${SAID.map((name) => `e.${name}`).join(", ")},`,
      `    row_number() OVER (PARTITION BY c.account, c.conversation ORDER BY ${order}) AS record_number`,
      "  FROM (SELECT account, conversation FROM conversations WHERE created_count > 1) AS c",
      `  JOIN (SELECT * FROM ${logOf(asked)} WHERE ${typeIn("conversation.created")} AND ${countsSql(asked)}) AS e`,
      "    ON e.conversation = c.conversation AND coalesce(e.account, '') = c.account",
      ") AS records\nWHERE record_number = 1",
    ].join("\n"),
  };
}

function marksView(): View {
  const feedback = `${typeIn("feedback.given")} AND NOT coalesce(undated, FALSE) AND feedback_kind`;
  const last = (name: string, where: string): string => `max(valid_at) FILTER (WHERE ${where}) AS ${name}`;
  const columns = [
    "account, conversation",
    last("deleted_at", typeIn("conversation.deleted")),
    `coalesce(bool_or(${typeIn("feedback.given")} AND coalesce(undated, FALSE)), FALSE) AS has_undated_feedback`,
    last("survey_at", `${feedback} = 'survey'`),
    last("shared_at", `${feedback} = 'transcript-share'`),
    last("feedback_at", `${feedback} NOT IN ('survey', 'transcript-share')`),
    last("flagged_at", typeIn("safety.flagged")),
    last("cleared_at", typeIn("safety.cleared")),
    last("reviewed_at", typeIn("review.done")),
  ];
  return {
    name: "conversation_marks",
    says: ["When conversations were last deleted, rated, flagged or reviewed."],
    select: `SELECT\n  ${columns.join(",\n  ")}\nFROM conversation_rest\nGROUP BY account, conversation`,
  };
}
