/**
 * An answer as a row of a table of decisions holds it -> the sentences that go with it -> tally
 *
 * Tables hold ids, and not what a policy has to say; as `UseAnswer.advice` has it, an answer that is open
 * comes with the advice of every rule that may permit.
 */
import { LIST_SEPARATOR, possibleText } from "../decision/row.ts";
import type { PolicySet } from "../policy/policy.ts";
import type { Answer } from "./what-if.ts";

/** @returns what finds the advice, from an answer and the text of its column `…_possible` */
export function adviceOf(set: PolicySet): (answer: Answer, possible: string) => readonly string[] {
  const decided = new Map<string, readonly string[]>();
  const possibly = new Map<string, readonly string[]>();
  for (const { id, version, rules } of set.chains.flat()) {
    for (const rule of rules) {
      decided.set(JSON.stringify([`${id}@${version}`, rule.id]), rule.advice);
      if (rule.effect === "permit")
        possibly.set(possibleText({ id, version }, rule.id, "permit"), rule.advice);
    }
  }
  return ({ end, rule, policy }, possible) => {
    if (end !== "cannot-tell") return decided.get(JSON.stringify([policy, rule])) ?? [];
    const sentences = possible.split(LIST_SEPARATOR).flatMap((one) => possibly.get(one) ?? []);
    return [...new Set(sentences)];
  };
}
