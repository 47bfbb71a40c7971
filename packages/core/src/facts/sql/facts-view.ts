/**
 * `conversation_states` -> **View**: the table of facts about conversations
 *
 * Meaning: ../derive.ts.
 */
import type { View } from "../../sql/view.ts";
import { columnOf, factsColumns, heldColumn, knownColumnOf } from "../columns.ts";
import type { FactName } from "../vocabulary.ts";
import { type Derived, optional } from "./account-choices.ts";
import { type Asked, beginning, groupsOf } from "./asked.ts";
import { type ListedKind, sinceColumn } from "./coverage-views.ts";
import { heldColumns } from "./hold-scope-views.ts";

/** The table of facts about conversations, under `name`. */
export function factsView(asked: Asked, name: string): View {
  const { dialect, needs, at, known } = asked;
  const derived = new Map<string, string>([
    ["known_at", known === undefined ? `CAST(NULL AS ${dialect.types.timestamp})` : dialect.timestamp(known)],
    [columnOf("query.at"), dialect.timestamp(at)],
    ...shape(),
    ...activity(asked),
    ...happened(),
    ...groupsOf(asked).flatMap((group) => held(group)),
    ["runs", `coalesce(runs, ${dialect.list([])})`],
  ]);
  const columns = factsColumns(needs, false).map((column) => {
    const sql = derived.get(column.name);
    return sql === undefined ? column.name : `${sql} AS ${column.name}`;
  });
  return {
    name,
    isLarge: true,
    says: ["The facts of each conversation as of the question; NULL is unknown, unless `…_known` says none."],
    select: `SELECT\n  ${columns.join(",\n  ")}\nFROM conversation_states`,
  };
}

/** What happens to a conversation happens after it began: a log complete since then is complete for it. */
function isListed(kind: ListedKind): string {
  return `coalesce(${sinceColumn(kind)} <= begun_at, FALSE)`;
}

/** What the record of a conversation says of itself; a complete record that says nothing is ordinary. */
function shape(): readonly Derived[] {
  const credentials = `${sinceColumn("account.credential-changed")} <= coalesce(signing_at, start_at)`;
  return [
    [columnOf("conversation.plan"), "governing_plan"],
    [columnOf("conversation.surface"), "said_surface"],
    [
      columnOf("conversation.credential"),
      `coalesce(said_credential, CASE WHEN created_at IS NOT NULL AND ${credentials} THEN coalesce(signing, 'login') END)`,
    ],
    [
      columnOf("conversation.mode"),
      `coalesce(said_mode, CASE WHEN created_count > 0 AND ${isListed("conversation.created")} THEN 'ordinary' END)`,
    ],
    [columnOf("conversation.coveredModel"), "said_covered_model"],
    [columnOf("conversation.createdAt"), "created_at"],
  ];
}

function activity({ dialect }: Asked): readonly Derived[] {
  const since = sinceColumn("choice.made");
  const choiceKnown = `(${since} <= start_at OR ${since} <= choice_then_at)`;
  const then =
    "CASE WHEN choice_then IS NULL OR choice_then_expires <= created_at THEN 'none' ELSE choice_then END";
  // One item without a time may be the latest one: then no time is known to be the last.
  const lastKnown = `${isListed("item.added")} AND created_at IS NOT NULL AND NOT has_undated_items`;
  const firstKnown = `${lastKnown} AND coalesce(${choiceKnown} OR ${since} <= coalesce(created_at, ${beginning(dialect)}), FALSE)`;
  return [
    [
      columnOf("training.choiceAtCreation"),
      `CASE WHEN created_at IS NOT NULL AND ${choiceKnown} THEN ${then} END`,
    ],
    [columnOf("conversation.lastActivityAt"), `CASE WHEN ${lastKnown} THEN last_at END`],
    ...optional(
      "conversation.firstEligibleAt",
      `CASE WHEN ${firstKnown} THEN first_eligible_at END`,
      firstKnown,
    ),
  ];
}

function happened(): readonly Derived[] {
  const mark = (name: FactName, at: string, listed: string): readonly Derived[] =>
    optional(name, at, `${at} IS NOT NULL OR ${listed}`);
  const feedback = `${isListed("feedback.given")} AND NOT has_undated_feedback`;
  // A flag raised again after it was withdrawn stands.
  const cleared = "CASE WHEN flagged_at IS NULL OR cleared_at >= flagged_at THEN cleared_at END";
  return [
    ...mark("conversation.deletedAt", "deleted_at", isListed("conversation.deleted")),
    [
      columnOf("participants.allGranted"),
      `CASE WHEN has_refused THEN FALSE WHEN NOT coalesce(has_unknown, FALSE) AND ${isListed("participant.joined")} THEN TRUE END`,
    ],
    ...mark("feedback.at", "feedback_at", feedback),
    ...mark("survey.answeredAt", "survey_at", feedback),
    ...mark("transcript.sharedAt", "shared_at", feedback),
    ...mark("safety.flaggedAt", "flagged_at", isListed("safety.flagged")),
    ...optional("safety.clearedAt", cleared, `${cleared} IS NOT NULL OR ${isListed("safety.cleared")}`),
    ...mark("review.at", "reviewed_at", isListed("review.done")),
  ];
}

/** A hold that may cover leaves open since when; only what was released after it began ever covered it. */
function held(group: number): readonly Derived[] {
  const { open, openUnclear, released, releasedUnclear } = heldColumns(group);
  const after = (at: string): string => `(${at} IS NOT NULL AND (created_at IS NULL OR created_at < ${at}))`;
  const listed = `coalesce(${sinceColumn("hold.placed")} <= start_at OR ${sinceColumn("hold.placed")} <= begun_at, FALSE)`;
  const placedColumn = group === 0 ? columnOf("hold.placedAt") : heldColumn("hold.placedAt", group - 1);
  const releasedColumn = group === 0 ? columnOf("hold.releasedAt") : heldColumn("hold.releasedAt", group - 1);
  return [
    [placedColumn, open],
    [knownColumnOf(placedColumn), `${open} IS NOT NULL OR (NOT ${openUnclear} AND ${listed})`],
    [
      releasedColumn,
      `CASE WHEN ${open} IS NULL AND NOT ${after(releasedUnclear)} AND ${after(released)} THEN ${released} END`,
    ],
    [
      knownColumnOf(releasedColumn),
      `${open} IS NOT NULL OR (NOT ${after(releasedUnclear)} AND (${after(released)} OR ${listed}))`,
    ],
  ];
}
