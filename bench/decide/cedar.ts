/**
 * The same policy in Cedar, evaluated by the vendor's own WebAssembly build with the policy and
 * schema parsed beforehand. Cedar has no first-match order, so each forbid stands by itself; it
 * has no calendar arithmetic, so the five years arrive computed.
 */
import * as cedar from "@cedar-policy/cedar-wasm/nodejs";
import { FACT_INDEX, type FactName, type Slot } from "@proviso/core/facts";

const POLICY = `
permit(principal, action, resource) when {
  context has feedbackUntil && context.at < context.feedbackUntil && !context.incognito
};
permit(principal, action, resource) when {
  !context.incognito && !(context has deletedAt) && !(context has accountDeletedAt) &&
  !(context has objectionAt) && context.choice == "granted" && context has grantedAt &&
  !(context has trainingUntil && context.at >= context.trainingUntil) &&
  context.lastActivityAt > context.grantedAt
};`;

const FIVE_YEARS = 5 * 365 * 86_400_000;

function contextOf(slots: readonly Slot[]): Record<string, cedar.CedarValueJson> {
  const slot = (name: FactName): Slot => slots[FACT_INDEX[name]];
  const context: Record<string, cedar.CedarValueJson> = {
    at: Number(slot("query.at")),
    incognito: slot("conversation.mode") === "incognito",
    choice: String(slot("training.choice")),
    lastActivityAt: Number(slot("conversation.lastActivityAt")),
  };
  const optional: readonly (readonly [string, FactName, number])[] = [
    ["feedbackUntil", "feedback.at", FIVE_YEARS],
    ["deletedAt", "conversation.deletedAt", 0],
    ["accountDeletedAt", "account.deletedAt", 0],
    ["objectionAt", "objection.filedAt", 0],
    ["grantedAt", "training.grantedAt", 0],
    ["trainingUntil", "conversation.firstEligibleAt", FIVE_YEARS],
  ];
  for (const [key, name, shift] of optional) {
    const value = slot(name);
    if (typeof value === "number") context[key] = value + shift;
  }
  return context;
}

/** Requests are built beforehand: only Cedar's evaluation is timed. */
export function cedarDecider(all: readonly (readonly Slot[])[]): { run: (n: number) => number; n: number } {
  const parsed = cedar.preparsePolicySet("bench", { staticPolicies: POLICY });
  if (parsed.type !== "success") throw new Error(JSON.stringify(parsed.errors));
  const calls = all.map((slots) => ({
    principal: { type: "Account", id: "a" },
    action: { type: "Action", id: "train" },
    resource: { type: "Conversation", id: "c" },
    context: contextOf(slots),
    preparsedPolicySetId: "bench",
    entities: [],
  }));
  const run = (n: number): number => {
    let permits = 0;
    for (let index = 0; index < n; index += 1) {
      const call = calls[index % calls.length];
      if (call === undefined) continue;
      const answer = cedar.statefulIsAuthorized(call);
      if (answer.type === "success" && answer.response.decision === "allow") permits += 1;
    }
    return permits;
  };
  return { run, n: 4_000 };
}
