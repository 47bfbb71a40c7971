/**
 * Facts x Policy -> **Decision** -> redact, export, retain, ledger
 *
 * Pure and total: a rule that errors, or reads an unknown fact, withholds and is named in
 * `unknowns`. Meaning: policy/spec/decide.ts. Cases: conformance/decision.
 */
import type { Purpose } from "../events/event.ts";
import type { Facts } from "../facts/facts.ts";
import { governing } from "./candidates.ts";
import { clockAnswers, keepAnswers } from "./clocks.ts";
import { type Decision, ENGINE_REASONS, type UseAnswer } from "./decision.ts";
import type { Prepared } from "./prepare.ts";
import { answer, refusal } from "./use.ts";

/**
 * @param purposes the purposes to answer for; by default those the governing policies speak of
 */
export function decide(prepared: Prepared, facts: Facts, purposes?: readonly Purpose[]): Decision {
  const governors = facts.exists ? governing(prepared, facts) : [];
  const asked =
    purposes ??
    purposesOf(
      prepared,
      governors.map((one) => one.prepared.policy.purposes),
    );
  const uses: UseAnswer[] = [];
  for (const purpose of asked) {
    uses.push(
      facts.exists
        ? answer(purpose, governors, facts, facts.item !== undefined)
        : refusal(purpose, ENGINE_REASONS.noSubject),
    );
  }
  const clocks = facts.exists && facts.item === undefined ? clockAnswers(governors, facts) : [];
  return {
    account: facts.account,
    conversation: facts.conversation,
    item: facts.item,
    at: facts.at,
    known: Number.isFinite(facts.known) ? facts.known : null,
    policies: governors.map((one) => one.prepared.ref),
    uses,
    clocks,
    keep: keepAnswers(clocks),
    runs: facts.runs,
  };
}

function purposesOf(prepared: Prepared, spoken: readonly (readonly Purpose[])[]): readonly Purpose[] {
  const first = spoken[0];
  if (first !== undefined && spoken.length === 1) return first;
  const all = spoken.length > 0 ? spoken : prepared.set.chains.flat().map((policy) => policy.purposes);
  return [...new Set(all.flat())];
}
