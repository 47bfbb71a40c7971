/** Columns of `accounts` that are facts about choices. Meaning: ../account-choices.ts. */
import { columnOf, knownColumnOf } from "../columns.ts";
import type { FactName } from "../vocabulary.ts";
import { sinceColumn } from "./coverage-views.ts";

/** A column's name and its SQL. */
export type Derived = readonly [string, string];

/** A fact that may be a known none: its value and whether it is known. */
export function optional(name: FactName, value: string, isKnown: string): readonly Derived[] {
  const column = columnOf(name);
  return [
    [column, value],
    [knownColumnOf(column), isKnown],
  ];
}

const OTHERS: readonly (readonly [FactName, string])[] = [
  ["choice.humanReview", "human_review"],
  ["choice.personalise", "personalise"],
  ["choice.evaluate", "evaluate"],
  ["choice.share", "share"],
];

/** Known when every choice since a recorded one, or since the account's start, is listed. */
export function choiceColumns(): readonly Derived[] {
  const since = sinceColumn("choice.made");
  const isListed = (at: string): string => `coalesce(${since} <= coalesce(${at}, start_at), FALSE)`;
  const ifKnown = (value: string): string => `CASE WHEN ${isListed("latest_at")} THEN ${value} END`;
  const isKnown = isListed("latest_at");
  const dialog = `CASE WHEN choice IS NULL THEN 'none' WHEN dialog <> '' THEN dialog WHEN ${sinceColumn("notice.shown")} <= latest_at THEN 'none' END`;
  return [
    [columnOf("training.choice"), ifKnown("coalesce(state, 'none')")],
    ...optional("training.grantedAt", ifKnown("CASE WHEN state = 'granted' THEN from_at END"), isKnown),
    ...optional("training.refusedAt", ifKnown("CASE WHEN state = 'refused' THEN from_at END"), isKnown),
    [columnOf("training.explicit"), ifKnown("coalesce(explicit, FALSE)")],
    ...optional("training.expiresAt", ifKnown("expires_at"), isKnown),
    [columnOf("training.dialog"), ifKnown(dialog)],
    ...OTHERS.map(
      ([name, column]): Derived => [
        columnOf(name),
        `CASE WHEN ${isListed(`${column}_at`)} THEN coalesce(${column}, 'none') END`,
      ],
    ),
  ];
}
