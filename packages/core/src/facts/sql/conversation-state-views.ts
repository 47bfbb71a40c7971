/**
 * All the views before -> **View[]** that end in `conversation_states`: a row per conversation, with all
 * that its facts are chosen from
 */
import type { View } from "../../sql/view.ts";
import { type Asked, groupsOf } from "./asked.ts";
import { PLAN_JOINS, planSql, saidSql } from "./conversation-plan.ts";
import { classSql, heldColumns } from "./hold-scope-views.ts";

/** What the first record of a conversation says, beside its plan. */
const FROM_RECORD = ["surface", "mode", "credential", "covered_model"] as const;

function fenced(asked: Asked, select: string): string {
  return asked.dialect.fence === "" ? select : `${select}\n${asked.dialect.fence}`;
}

export function conversationStateViews(asked: Asked): readonly View[] {
  const last = "c.created_at >= a.last_choice_from";
  const columns = [
    "a.*",
    "c.conversation, c.is_recorded, c.created_count, c.created_at, c.has_undated_items, c.last_at, c.first_eligible_at",
    ...FROM_RECORD.map((name) => `${saidSql(name)} AS said_${name}`),
    "coalesce(c.created_at, a.start_at) AS begun_at",
    `${planSql()} AS governing_plan`,
    "CASE WHEN c.created_at >= a.credential_at THEN a.credential ELSE k.credential END AS signing",
    "CASE WHEN c.created_at >= a.credential_at THEN a.credential_at ELSE k.from_at END AS signing_at",
    `CASE WHEN ${last} THEN a.last_choice ELSE s.choice END AS choice_then`,
    `CASE WHEN ${last} THEN a.last_choice_at ELSE s.latest_at END AS choice_then_at`,
    `CASE WHEN ${last} THEN a.last_choice_expires ELSE s.expires_at END AS choice_then_expires`,
  ];
  return [
    {
      name: "conversation_origins",
      isLarge: true,
      says: ["Conversations with their accounts, and what held when they began."],
      select: fenced(
        asked,
        [
          `SELECT\n  ${columns.join(",\n  ")}\nFROM conversations AS c`,
          ...PLAN_JOINS,
          "LEFT JOIN credentials_before AS k ON k.account = c.account AND c.created_at >= k.from_at AND c.created_at < k.until_at",
          "LEFT JOIN training_before AS s ON s.account = c.account AND c.created_at >= s.from_at AND c.created_at < s.until_at",
        ].join("\n"),
      ),
    },
    heldView(asked),
  ];
}

function heldView(asked: Asked): View {
  const { dialect } = asked;
  const sums = groupsOf(asked).flatMap((group) => {
    const { open, openUnclear, released, releasedUnclear } = heldColumns(group);
    return [
      `${dialect.least([`h.${open}`, `n.${open}`])} AS ${open}`,
      `coalesce(h.${openUnclear}, FALSE) OR coalesce(n.${openUnclear}, FALSE) AS ${openUnclear}`,
      `${dialect.greatest([`h.${released}`, `n.${released}`])} AS ${released}`,
      `${dialect.greatest([`h.${releasedUnclear}`, `n.${releasedUnclear}`])} AS ${releasedUnclear}`,
    ];
  });
  const marks =
    "m.deleted_at, coalesce(m.has_undated_feedback, FALSE) AS has_undated_feedback, m.survey_at, m.shared_at, " +
    "m.feedback_at, m.flagged_at, m.cleared_at, m.reviewed_at";
  const own = "account = o.account AND n.conversation = o.conversation";
  const side = (relation: string, alias: string): string =>
    `LEFT JOIN ${relation} AS ${alias} ON ${alias}.${own.replaceAll("n.", `${alias}.`)}`;
  return {
    name: "conversation_states",
    isLarge: true,
    says: ["Conversations with what happened to them, who else takes part, what holds them, and their runs."],
    select: fenced(
      asked,
      [
        `SELECT\n  ${["o.*", marks, "g.has_refused, g.has_unknown", ...sums, "u.runs"].join(",\n  ")}\nFROM conversation_origins AS o`,
        side("conversation_marks", "m"),
        side("participant_grants", "g"),
        side("run_lists", "u"),
        side("held_conversations", "n"),
        "CROSS JOIN hold_plans AS q",
        "CROSS JOIN hold_regions AS z",
        "LEFT JOIN held_classes AS h ON h.hold_list = o.hold_list",
        `  AND h.plan_class = ${classSql("o.governing_plan", "q.plans")}`,
        `  AND h.region_class = ${classSql("o.account_region", "z.regions")}`,
      ].join("\n"),
    ),
  };
}
