/** PolicySet -> what its table of facts must hold beside the vocabulary. */
import type { HoldScope } from "../events/event.ts";
import type { FactsNeeds } from "../facts/needs.ts";
import type { Policy, PolicySet } from "./policy.ts";

export function needsOf(set: PolicySet): FactsNeeds {
  const policies = set.chains.flat();
  const documents = policies.flatMap(({ effective }) => effective.acknowledged ?? []);
  const groups = new Map<string, Readonly<Record<string, HoldScope>>>();
  for (const policy of policies) {
    if (policy.holds.length > 0) groups.set(keyOf(policy), scopesOf(policy));
  }
  return { acknowledged: [...new Set(documents)], holdScopes: [...groups.values()] };
}

/** Which group of named holds a version goes by; undefined where it names none. */
export function holdGroupOf(policy: Policy, needs: FactsNeeds): number | undefined {
  if (policy.holds.length === 0) return undefined;
  const key = keyOf(policy);
  const group = needs.holdScopes.findIndex((scopes) => JSON.stringify(scopes) === key);
  return group < 0 ? undefined : group;
}

function scopesOf(policy: Policy): Readonly<Record<string, HoldScope>> {
  // The first of one name counts, as in decision/candidates.ts.
  return Object.fromEntries([...policy.holds].reverse().map(({ hold, scope }) => [hold, scope]));
}

function keyOf(policy: Policy): string {
  return JSON.stringify(scopesOf(policy));
}
