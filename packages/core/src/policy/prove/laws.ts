/** What holds of facts that events give: those of a diff, and what a choice says of an earlier one. */
import { parseCondition } from "../cel.ts";
import { historyLaws } from "../diff/history-laws.ts";
import type { Expr } from "../expr.ts";

/** A choice that stood when the conversation began, and still stands, was the choice then. */
const CHOICES = (["granted", "refused"] as const).map(
  (choice) =>
    `!has(training.${choice}At) || training.${choice}At > conversation.createdAt || training.choiceAtCreation == "${choice}"`,
);

let parsed: readonly Expr[] | undefined;

/** Conditions that are never false. Unknown facts may leave them open. */
export function lawsOfFacts(): readonly Expr[] {
  parsed ??= [...historyLaws(), ...CHOICES.map((text) => parseCondition(text))];
  return parsed;
}
