/**
 * PolicySet -> **Prepared** -> decide
 *
 * Everything about a product's policies that does not depend on a conversation, made once.
 */
import type { Purpose } from "../events/event.ts";
import { type CompiledPolicy, compile } from "../policy/compile/compile.ts";
import { digestOf } from "../policy/digest.ts";
import type { Policy, PolicySet } from "../policy/policy.ts";
import type { PolicyRef, UseAnswer } from "./decision.ts";
import type { RuleTrace } from "./explanation.ts";

export interface PreparedPolicy {
  readonly policy: Policy;
  readonly compiled: CompiledPolicy;
  readonly ref: PolicyRef;
  /** Answers that no unknown touches are the same object for every conversation. */
  readonly answers: Map<Purpose, UseAnswer[]>;
  /** Explanations by purpose and signature, see `explain`. */
  readonly traces: Map<string, readonly RuleTrace[]>;
}

export interface Prepared {
  readonly set: PolicySet;
  readonly policies: ReadonlyMap<Policy, PreparedPolicy>;
}

export function prepare(set: PolicySet): Prepared {
  const policies = new Map<Policy, PreparedPolicy>();
  for (const policy of set.chains.flat()) {
    policies.set(policy, {
      policy,
      compiled: compile(policy),
      ref: { id: policy.id, version: policy.version, digest: digestOf(policy) },
      answers: new Map(),
      traces: new Map(),
    });
  }
  return { set, policies };
}
