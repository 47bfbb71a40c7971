/**
 * `account_events` -> **View[]** that end in `accounts`: what is known of each account
 *
 * Meaning: account.ts. A state is its last change, and is known when all changes since are listed. The
 * columns of `accounts` are the facts about accounts, and what its conversations look up.
 */
import type { View } from "../../sql/view.ts";
import { columnOf, knownColumnOf } from "../columns.ts";
import type { FactName } from "../vocabulary.ts";
import { choiceColumns, type Derived, optional } from "./account-choices.ts";
import { accountLastView } from "./account-last.ts";
import { type Asked, beginning, inOrderSql } from "./asked.ts";
import { LISTED_KINDS, type ListedKind, sinceColumn } from "./coverage-views.ts";
import { regionSql } from "./region-sql.ts";

export function accountViews(asked: Asked): readonly View[] {
  return [
    accountLastView(asked),
    before(asked, "plans_before", "plan", "type IN ('account.created', 'account.plan-changed')"),
    before(asked, "credentials_before", "credential", "type = 'account.credential-changed'"),
    {
      name: "account_ids",
      says: ["Every account of the log, and every one that takes part in a conversation."],
      select: [
        "SELECT account FROM conversations",
        "SELECT account FROM account_events WHERE account IS NOT NULL",
        "SELECT participant AS account FROM conversation_rest WHERE type = 'participant.joined'",
      ].join("\nUNION\n"),
    },
    statesView(asked),
    factsView(asked),
  ];
}

/** Values that another has replaced since; the last one stands in `account_last`. */
function before({ dialect }: Asked, name: string, column: string, types: string): View {
  const over = `OVER (PARTITION BY account ORDER BY ${inOrderSql(dialect).join(", ")})`;
  return {
    name,
    says: [`A ${column} that was replaced: from when until when it stood.`],
    select:
      `SELECT account, ${column}, from_at, until_at\nFROM (\n` +
      `  SELECT account, ${column}, valid_at AS from_at, lead(valid_at) ${over} AS until_at\n` +
      `  FROM account_events\n  WHERE account IS NOT NULL AND ${column} IS NOT NULL AND ${types}\n` +
      ") AS c\nWHERE until_at > from_at",
  };
}

function statesView({ dialect, needs }: Asked): View {
  const since = LISTED_KINDS.map((kind) => {
    const column = sinceColumn(kind);
    return `coalesce(o.${column}, s.${column}) AS ${column}`;
  });
  const last = [
    "signed_up_at, l.plan, l.plan_at, l.region, l.region_at, l.credential, l.credential_at, l.minor",
    "deleted_at, l.terminated_at, l.retention, l.opted_in, l.noticed_at, l.filed_at, l.withdrawn_at",
    "moved_to, l.moved_at",
    ...needs.acknowledged.map((_, index) => `acknowledged_${index + 1}_at`),
  ].map((names) => `l.${names}`);
  const columns = [
    "i.account",
    `coalesce(l.signed_up_at, ${beginning(dialect)}) AS start_at`,
    ...last,
    "t.state, t.choice, t.from_at, t.latest_at, t.expires_at, t.explicit, d.dialog",
    "c.human_review, c.human_review_at, c.personalise, c.personalise_at",
    "c.evaluate, c.evaluate_at, c.share, c.share_at",
    "coalesce(w.hold_list, 0) AS hold_list",
    ...since,
  ];
  return {
    name: "account_states",
    says: [
      "Accounts with their last changes, the start before which none can be missing, and since when each",
      "kind of event is listed: what an account declares itself adds to what is declared for all.",
    ],
    select: [
      `SELECT\n  ${columns.join(",\n  ")}\nFROM account_ids AS i\nCROSS JOIN coverage_shared AS s`,
      "LEFT JOIN coverage_own AS o ON o.account = i.account",
      "LEFT JOIN account_last AS l ON l.account = i.account",
      "LEFT JOIN training AS t ON t.account = i.account",
      "LEFT JOIN training_dialogs AS d ON d.account = i.account",
      "LEFT JOIN other_choices AS c ON c.account = i.account",
      "LEFT JOIN hold_owners AS w ON w.account = i.account",
    ].join("\n"),
  };
}

/** Kinds since when conversations must know their events to be listed. */
const ASKED_BY_CONVERSATIONS: readonly ListedKind[] = [
  "conversation.created",
  "item.added",
  "conversation.deleted",
  "feedback.given",
  "safety.flagged",
  "safety.cleared",
  "review.done",
  "participant.joined",
  "hold.placed",
  "choice.made",
  "account.plan-changed",
  "account.credential-changed",
];

function factsView({ needs }: Asked): View {
  const { region, country } = regionSql("region");
  const isListed = (kind: ListedKind): string => `coalesce(${sinceColumn(kind)} <= start_at, FALSE)`;
  const state = (value: string, kind: ListedKind, at: string): string =>
    `CASE WHEN ${sinceColumn(kind)} <= ${at} THEN ${value} END`;
  const regionKind = "account.region-changed";
  const mark = (name: FactName, at: string, kind: ListedKind): readonly Derived[] =>
    optional(name, at, `${at} IS NOT NULL OR ${isListed(kind)}`);
  const one = (name: FactName, sql: string): Derived => [columnOf(name), sql];
  const ifListed = (value: string, kind: ListedKind): string =>
    `coalesce(${value}, CASE WHEN ${isListed(kind)} THEN FALSE END)`;
  const derived: readonly Derived[] = [
    one("account.plan", state("plan", "account.plan-changed", "plan_at")),
    one("account.region", state(region, regionKind, "region_at")),
    one("account.country", state(country, regionKind, "region_at")),
    [knownColumnOf(columnOf("account.country")), `coalesce(${sinceColumn(regionKind)} <= region_at, FALSE)`],
    one("account.signedUpAt", "signed_up_at"),
    ...mark("account.deletedAt", "deleted_at", "account.deleted"),
    one("account.minor", ifListed("minor", "account.created")),
    ...mark("contract.terminatedAt", "terminated_at", "contract.terminated"),
    ...optional(
      "organisation.retention",
      "nullif(retention, '')",
      `retention IS NOT NULL OR ${isListed("organisation.retention-set")}`,
    ),
    one("organisation.optedIn", ifListed("opted_in", "organisation.opted-in")),
    ...choiceColumns(),
    ...mark("notice.shownAt", "noticed_at", "notice.shown"),
    ...optional(
      "objection.filedAt",
      "CASE WHEN withdrawn_at IS NULL OR withdrawn_at < filed_at THEN filed_at END",
      `filed_at IS NOT NULL OR ${isListed("objection.filed")}`,
    ),
    ["acknowledged_complete", isListed("terms.acknowledged")],
  ];
  const columns = [
    "account, start_at, hold_list, plan, plan_at, credential, credential_at, moved_to, moved_at",
    "choice AS last_choice, from_at AS last_choice_from, latest_at AS last_choice_at, expires_at AS last_choice_expires",
    ...ASKED_BY_CONVERSATIONS.map(sinceColumn),
    ...needs.acknowledged.map((_, index) => `acknowledged_${index + 1}_at`),
    ...derived.map(([name, sql]) => `${sql} AS ${name}`),
  ];
  return {
    name: "accounts",
    says: ["One row per account: its facts, and what its conversations look up."],
    select: `SELECT\n  ${columns.join(",\n  ")}\nFROM account_states`,
  };
}
