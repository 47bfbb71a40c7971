/** The prepared policies that govern, each with the slots it is to be evaluated over. */
import type { HoldScope } from "../events/event.ts";
import type { Facts, HoldRecord, Slot } from "../facts/facts.ts";
import { holdFacts } from "../facts/hold.ts";
import { FACT_INDEX, type FactName } from "../facts/vocabulary.ts";
import { factsOf } from "../policy/expr.ts";
import { hasBegun, inForce } from "../policy/in-force.ts";
import type { Truth } from "../policy/kleene.ts";
import type { Policy } from "../policy/policy.ts";
import type { Prepared, PreparedPolicy } from "./prepare.ts";

export interface Governing {
  readonly prepared: PreparedPolicy;
  readonly certain: boolean;
  readonly slots: readonly Slot[];
}

export function governing(prepared: Prepared, facts: Facts): readonly Governing[] {
  const result: Governing[] = [];
  const targets = (policy: Policy): Truth => prepared.policies.get(policy)?.compiled.target(facts.slots);
  for (const { policy, certain } of inForce(prepared.set, facts, targets)) {
    const one = prepared.policies.get(policy);
    if (one !== undefined) result.push({ prepared: one, certain, slots: withHolds(policy, facts) });
  }
  return result;
}

/** A hold that the policy knows by name covers what the policy says it covers. */
function withHolds(policy: Policy, facts: Facts): readonly Slot[] {
  if (policy.holds.length === 0 || facts.holds.length === 0) return facts.slots;
  const scopeOf = (record: HoldRecord): HoldScope | undefined =>
    policy.holds.find((hold) => hold.hold === record.hold)?.scope ?? record.scope;
  const held = holdFacts(facts, facts.slots, scopeOf);
  const slots = facts.slots.slice();
  slots[FACT_INDEX["hold.placedAt"]] = held.placedAt;
  slots[FACT_INDEX["hold.releasedAt"]] = held.releasedAt;
  return slots;
}

/** What would have to be known to say whether this version governs the conversation. */
export function openPoints(policy: Policy, facts: Facts): readonly string[] {
  const open: string[] = [];
  if (hasBegun(policy.effective, facts) === undefined) {
    const { acknowledged, signedUpSince } = policy.effective;
    if (acknowledged !== undefined) open.push(`terms.acknowledged[${acknowledged}]`);
    if (signedUpSince !== undefined && isUnknown(facts.slots, "account.signedUpAt")) {
      open.push("account.signedUpAt");
    }
  }
  if (policy.target !== undefined) {
    open.push(...factsOf(policy.target).filter((name) => isUnknown(facts.slots, name)));
  }
  return open;
}

export function isUnknown(slots: readonly Slot[], name: FactName): boolean {
  return slots[FACT_INDEX[name]] === undefined;
}
