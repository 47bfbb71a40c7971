/**
 * Which versions of which policies govern an account at the time asked for.
 *
 * Versions chain per account: each begins at the earliest of the account's acknowledgement, its
 * sign-up after the version was published, and the fixed date as known at the knowledge time.
 * Where that hangs on an unknown, every version that may be in force is returned.
 */
import { type Facts, factOf } from "../facts/facts.ts";
import type { Truth } from "./kleene.ts";
import type { Effective, Policy, PolicySet } from "./policy.ts";
import { truthOf } from "./spec/evaluate.ts";

export interface Candidate {
  readonly policy: Policy;
  /** False where the version may, or may not, be the one in force. */
  readonly certain: boolean;
}

/**
 * Empty when no version is in force. Newest first within a chain.
 * @param targets evaluates a policy's target; by default the reference evaluator
 */
export function inForce(
  set: PolicySet,
  facts: Facts,
  targets: (policy: Policy) => Truth = (policy) => truthOf(policy.target, facts.slots),
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const chain of set.chains) {
    for (let index = chain.length - 1; index >= 0; index -= 1) {
      const policy = chain[index];
      if (policy === undefined) continue;
      const begun = hasBegun(policy.effective, facts);
      if (begun === false) continue;
      const governs = targets(policy);
      if (governs !== false) {
        candidates.push({ policy, certain: begun === true && governs === true });
      }
      if (begun === true) break;
    }
  }
  return candidates;
}

/** Whether a version has begun to bind the account by the time asked for. */
export function hasBegun(effective: Effective, facts: Facts): Truth {
  const { acknowledged, signedUpSince, fixed } = effective;
  if (acknowledged === undefined && signedUpSince === undefined && fixed.length === 0) return true;
  const date = fixedDate(effective, facts.known);
  if (date !== undefined && date <= facts.at) return true;

  let isOpen = false;
  if (acknowledged !== undefined) {
    const at = facts.acknowledged.at.get(acknowledged);
    if (at !== undefined && at <= facts.at) return true;
    if (at === undefined && !facts.acknowledged.complete) isOpen = true;
  }
  if (signedUpSince !== undefined && signedUpSince <= facts.at) {
    const signedUpAt = factOf(facts, "account.signedUpAt");
    if (typeof signedUpAt === "number" && signedUpAt >= signedUpSince) return true;
    if (signedUpAt === undefined) isOpen = true;
  }
  // Nobody can have acknowledged, or signed up to, a text before it was published.
  const published = Math.min(
    signedUpSince ?? Number.POSITIVE_INFINITY,
    fixed[0]?.knownFrom ?? Number.POSITIVE_INFINITY,
  );
  if (Number.isFinite(published) && facts.at < published) return false;
  return isOpen ? undefined : false;
}

/** The last fixed date announced by `known`; undefined before the first announcement. */
function fixedDate(effective: Effective, known: number): number | undefined {
  let date: number | undefined;
  for (const one of effective.fixed) if (one.knownFrom <= known) date = one.at;
  return date;
}
