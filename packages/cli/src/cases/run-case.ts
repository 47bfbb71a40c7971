/** One scenario through every stage: events, facts, policy, decision, comparison. */
import { type Decision, decide, type Prepared, type UseAnswer } from "@proviso/core/decision";
import type { EventOf } from "@proviso/core/events";
import { derive, deriveItem, foldAccount, indexEvents } from "@proviso/core/facts";
import type { Case, CaseResult } from "./case.ts";
import { compare, type Part } from "./compare.ts";
import { asScenarios, instantOf, type Scenario } from "./scenario.ts";
import { CASE_ACCOUNT, purposeOf, scenarioEvents } from "./scenario-events.ts";

/** The scenarios of a file as cases. @throws ProvisoError CASE_INVALID */
export function scenarioCases(parsed: readonly unknown[], file: string): readonly Case[] {
  return asScenarios(parsed, file).map((scenario) => {
    const { training, retention } = scenario.confidence ?? {};
    return {
      id: scenario.id,
      title: scenario.title,
      log: {
        events: scenarioEvents(scenario).events,
        at: instantOf(scenario.as_of, scenario.id),
        known: scenario.known_as_of === undefined ? undefined : instantOf(scenario.known_as_of, scenario.id),
      },
      policy: `${scenario.vendor}/${scenario.product}`,
      confidence: {
        ...(training === undefined ? {} : { training, safety: training }),
        ...(retention === undefined ? {} : { retention }),
      },
      run: (prepared, parts) => runCase(scenario, prepared, parts),
    };
  });
}

function runCase(scenario: Scenario, prepared: Prepared, parts: readonly Part[]): CaseResult {
  const { events, unknown } = scenarioEvents(scenario);
  const log = indexEvents(events);
  const at = instantOf(scenario.as_of, scenario.id);
  const known =
    scenario.known_as_of === undefined
      ? Number.POSITIVE_INFINITY
      : instantOf(scenario.known_as_of, scenario.id);
  const account = log.accounts.get(CASE_ACCOUNT);
  if (account === undefined) throw new Error("INVARIANT: a scenario always creates its account");
  const { chat, item } = scenario.query;
  const recorded = account.conversations.get(chat) ?? [];
  const state = foldAccount(log, account, at, known);
  const facts = derive(state, chat, recorded);
  const purpose = purposeOf(scenario.query.purpose);
  const decision = decide(prepared, facts, [purpose, "train-safety"]);
  const asked = recorded.find(
    (event): event is EventOf<"item.added"> => event.type === "item.added" && event.data.item === item,
  );
  const answered =
    item === undefined || asked === undefined
      ? decision
      : decide(prepared, deriveItem(facts, asked), [purpose, "train-safety"]);
  const training = useOf(answered, 0);
  const safety = useOf(answered, 1);
  return { decision, mismatches: compare(scenario, decision, training, safety, parts), unknown };
}

function useOf(decision: Decision, index: number): UseAnswer {
  const use = decision.uses[index];
  if (use === undefined) throw new Error("INVARIANT: one answer per purpose asked");
  return use;
}
