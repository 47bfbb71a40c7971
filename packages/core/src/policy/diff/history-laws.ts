/**
 * What holds of facts that a history of events gives, whatever the events are.
 *
 * Without them a comparison lists classes that nobody can be in: switched on, yet never asked. Each
 * follows from the fold in facts/; a test holds them against random histories.
 */
import { FACT_NAMES, VOCABULARY } from "../../facts/vocabulary.ts";
import { parseCondition } from "../cel.ts";
import type { Expr } from "../expr.ts";

/** Events after the instant asked for do not count. A lapse may lie ahead. */
const PAST = FACT_NAMES.filter(
  (name) => VOCABULARY[name].type === "timestamp" && name !== "query.at" && name !== "training.expiresAt",
).map((name) => `${VOCABULARY[name].optional ? `!has(${name}) || ` : ""}${name} <= query.at`);

const LAWS = [
  ...PAST,
  '(training.choice == "granted") == has(training.grantedAt)',
  '(training.choice == "refused") == has(training.refusedAt)',
  "conversation.createdAt <= conversation.lastActivityAt",
  "item.at <= conversation.lastActivityAt",
  "!has(conversation.firstEligibleAt) || conversation.firstEligibleAt <= conversation.lastActivityAt",
  "!has(training.grantedAt) || conversation.lastActivityAt <= training.grantedAt || has(conversation.firstEligibleAt)",
  "!has(safety.clearedAt) || !has(safety.flaggedAt) || safety.clearedAt >= safety.flaggedAt",
  "!has(hold.placedAt) || !has(hold.releasedAt)",
  "!has(training.expiresAt) || training.expiresAt > query.at || !has(training.grantedAt)",
];

let parsed: readonly Expr[] | undefined;

/** Conditions that are never false. Unknown facts may leave them open. */
export function historyLaws(): readonly Expr[] {
  parsed ??= LAWS.map((text) => parseCondition(text));
  return parsed;
}
