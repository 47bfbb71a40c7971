/**
 * `account_events` -> **View[]** of the history of choices: stretches of one state
 *
 * Meaning: choice.ts. A stretch ends where the next begins; inside it a grant may lapse.
 */
import type { Purpose } from "../../events/event.ts";
import type { View } from "../../sql/view.ts";
import { type Asked, inOrderSql, typeIn } from "./asked.ts";

/** Columns of `other_choices` by purpose. */
const OTHER_PURPOSES = {
  "human-review": "human_review",
  personalise: "personalise",
  evaluate: "evaluate",
  share: "share",
} as const satisfies Partial<Record<Purpose, string>>;

const COLUMNS = "account, purpose, choice, valid_at, recorded_at, id, source, explicit, notice";
const TRAINING: Purpose = "train-general";

export function choiceViews(asked: Asked): readonly View[] {
  const { dialect, at } = asked;
  const order = inOrderSql(dialect).join(", ");
  const over = `OVER (PARTITION BY account, purpose ORDER BY ${order})`;
  const purposes = [TRAINING, ...Object.keys(OTHER_PURPOSES)].map((purpose) => `'${purpose}'`).join(", ");
  const state = `CASE WHEN expires_at <= ${dialect.timestamp(at)} THEN 'none' ELSE choice END`;
  const others = Object.entries(OTHER_PURPOSES).flatMap(([purpose, name]) => [
    `max(CASE WHEN purpose = '${purpose}' THEN ${state} END) AS ${name}`,
    `max(CASE WHEN purpose = '${purpose}' THEN latest_at END) AS ${name}_at`,
  ]);
  return [
    {
      name: "choices",
      says: ["Choices with when they lapse."],
      select:
        `SELECT ${COLUMNS},\n` +
        `  CASE WHEN choice = 'granted' AND valid_for IS NOT NULL THEN ${dialect.shiftBy("valid_at", "valid_for", 1)} END AS expires_at\n` +
        `FROM account_events\nWHERE account IS NOT NULL AND ${typeIn("choice.made")} AND purpose IN (${purposes})`,
    },
    {
      name: "choice_steps",
      says: [
        "Choices with the ones before and after them. Of opposite ones at one instant, known equally, the",
        "refusal counts.",
      ],
      select:
        `SELECT c.*, lag(choice) ${over} AS choice_before, lag(expires_at) ${over} AS lapsed_before,\n` +
        `  lead(choice) ${over} AS choice_after, lead(valid_at) ${over} AS after_at\nFROM (\n` +
        "  SELECT c.* FROM choices AS c\n  LEFT JOIN (\n" +
        "    SELECT DISTINCT account, purpose, valid_at, recorded_at FROM choices WHERE choice = 'refused'\n  ) AS o\n" +
        "    ON o.account = c.account AND o.purpose = c.purpose AND o.valid_at = c.valid_at AND o.recorded_at = c.recorded_at\n" +
        "  WHERE c.choice = 'refused' OR o.account IS NULL\n) AS c",
    },
    {
      name: "choice_ends",
      says: [
        "Whether a choice begins a stretch (another state, or the grant before had lapsed), or is its last.",
      ],
      select:
        "SELECT * FROM (\n  SELECT s.*, coalesce(choice_before <> choice OR lapsed_before <= valid_at, choice_before IS NULL) AS begins,\n" +
        "    coalesce(choice_after <> choice OR expires_at <= after_at, choice_after IS NULL) AS is_latest\n" +
        "  FROM choice_steps AS s\n) AS c\nWHERE begins OR is_latest",
    },
    {
      name: "stretches",
      says: ["Stretches of one state: from when, until the next one begins, and when its grant lapses."],
      select:
        "SELECT account, purpose, choice, valid_at AS from_at, after_at AS until_at, valid_at AS latest_at,\n" +
        "  expires_at, explicit, notice\nFROM choice_ends\nWHERE begins AND is_latest\n" +
        "UNION ALL\nSELECT account, purpose, choice, from_at, after_at, valid_at, expires_at, explicit, notice\nFROM (\n" +
        `  SELECT e.*, lag(valid_at) ${over} AS from_at\n  FROM choice_ends AS e\n  WHERE NOT (begins AND is_latest)\n` +
        ") AS renewed\nWHERE is_latest",
    },
    {
      name: "training",
      says: ["The last stretch of the choice about training, with its state now."],
      select:
        `SELECT account, ${state} AS state, choice, from_at, latest_at, expires_at, coalesce(explicit, FALSE) AS explicit, notice\n` +
        `FROM stretches\nWHERE purpose = '${TRAINING}' AND until_at IS NULL`,
    },
    {
      name: "training_before",
      says: ["The stretches before the last one, for conversations that began in them."],
      select:
        "SELECT account, choice, from_at, until_at, latest_at, expires_at\n" +
        `FROM stretches\nWHERE purpose = '${TRAINING}' AND until_at > from_at`,
    },
    {
      name: "granted_times",
      says: ["When training was granted: strictly between these instants."],
      select:
        `SELECT account, from_at AS granted_from, coalesce(${dialect.least(["until_at", "expires_at"])}, ${dialect.timestamp(at + 1)}) AS granted_until\n` +
        `FROM stretches\nWHERE purpose = '${TRAINING}' AND choice = 'granted'`,
    },
    {
      name: "other_choices",
      says: ["The other choices as they are now, and when they were last confirmed."],
      select: `SELECT ${["account", ...others].join(",\n  ")}\nFROM stretches\nWHERE until_at IS NULL\nGROUP BY account`,
    },
    {
      name: "training_dialogs",
      says: ["The verdict on the dialog of the last notice shown before the choice; '' where it has none."],
      select:
        "SELECT account, " +
        `${dialect.latest("dialog", inOrderSql(dialect), "TRUE")} AS dialog\n` +
        "FROM (\n  SELECT n.account, n.valid_at, n.recorded_at, n.id, n.source, coalesce(n.dialog, '') AS dialog\n" +
        `  FROM training AS t\n  JOIN account_events AS n ON n.account = t.account AND n.${typeIn("notice.shown")}\n` +
        "    AND n.valid_at <= t.latest_at AND (t.notice IS NULL OR n.notice = t.notice)\n) AS shown\nGROUP BY account",
    },
  ];
}
