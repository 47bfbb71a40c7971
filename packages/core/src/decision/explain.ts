/**
 * Decision -> **Explanation**: why each rule did or did not apply, by the reference evaluator.
 */

import type { Purpose } from "../events/event.ts";
import type { Facts, Slot } from "../facts/facts.ts";
import { definitionOf, FACT_INDEX, type FactName } from "../facts/vocabulary.ts";
import { signatureOf } from "../policy/compile/signature.ts";
import { factsIn, factsOf } from "../policy/expr.ts";
import { expressionsOf } from "../policy/expressions-of.ts";
import { and, type Truth as Kleene } from "../policy/kleene.ts";
import type { Policy, Rule } from "../policy/policy.ts";
import { printExpr } from "../policy/print-expr.ts";
import { appliesTo } from "../policy/spec/decide.ts";
import { truthOf } from "../policy/spec/evaluate.ts";
import { settling } from "../policy/spec/trace.ts";
import { type Governing, governing } from "./candidates.ts";
import { decide } from "./decide.ts";
import type { Decision } from "./decision.ts";
import type { Explanation, FactTrace, Ground, RuleTrace, Truth } from "./explanation.ts";
import type { Prepared } from "./prepare.ts";

/**
 * A decision with every rule and fact behind it.
 * @param decision MUST be that of `decide` for the same policies and facts; its purposes are explained
 */
export function explain(
  prepared: Prepared,
  facts: Facts,
  decision: Decision = decide(prepared, facts),
): Explanation {
  const governors = facts.exists ? governing(prepared, facts) : [];
  const isItem = facts.item !== undefined;
  const patterns = governors.map((governor) => ({
    governor,
    pattern: `${isItem} ${governor.certain} ${signatureFor(governor)}`,
  }));
  const rules: Record<string, readonly RuleTrace[]> = {};
  for (const use of decision.uses) {
    const traces = patterns.map(({ governor, pattern }) =>
      traceRules(governor, use.purpose, isItem, pattern),
    );
    rules[use.purpose] = traces.length === 1 && traces[0] !== undefined ? traces[0] : traces.flat();
  }
  return { decision, rules, facts: factTraces(governors, facts) };
}

type Signature = ReturnType<typeof signatureOf>;

/** Made when a policy is first explained: most are only decided by. */
const SIGNATURES = new WeakMap<Policy, Signature>();

function signatureFor({ prepared: { policy }, slots }: Governing): string {
  let signature = SIGNATURES.get(policy);
  if (signature === undefined) {
    signature = signatureOf(policy);
    SIGNATURES.set(policy, signature);
  }
  return signature(slots);
}

const KEPT_TRACES = 10_000;

/** Traces say nothing of values, only of truth: one serves every conversation with its signature. */
function traceRules(
  governor: Governing,
  purpose: Purpose,
  isItem: boolean,
  pattern: string,
): readonly RuleTrace[] {
  const { traces } = governor.prepared;
  const key = `${purpose} ${pattern}`;
  let made = traces.get(key);
  if (made === undefined) {
    // Tens of signatures are usual; a log made to have millions must not fill the memory.
    if (traces.size >= KEPT_TRACES) traces.clear();
    made = makeTraces(governor, purpose, isItem);
    traces.set(key, made);
  }
  return made;
}

function makeTraces(governor: Governing, purpose: Purpose, isItem: boolean): readonly RuleTrace[] {
  const { policy, ref } = governor.prepared;
  const traces: RuleTrace[] = [];
  let isOpen = !governor.certain;
  let isDecided = false;
  for (const rule of policy.rules) {
    if (!rule.purposes.includes(purpose) || (rule.scope === "item" && !isItem)) continue;
    const value = appliesTo(rule, governor.slots, isItem);
    const outcome = outcomeOf(value, isDecided, isOpen);
    traces.push({
      policy: ref,
      rule: rule.id,
      effect: rule.effect,
      reason: rule.reason,
      value: nameOf(value),
      outcome,
      grounds: isDecided ? [] : groundsOf(rule, governor.slots, isItem),
      cite: rule.cite,
    });
    if (value === undefined) isOpen = true;
    if (value === true) isDecided = true;
  }
  return traces;
}

function outcomeOf(value: Kleene, isDecided: boolean, isOpen: boolean): RuleTrace["outcome"] {
  if (isDecided) return "not-reached";
  if (value === false) return "passed";
  return value === true && !isOpen ? "decided" : "possible";
}

function groundsOf(rule: Rule, slots: readonly Slot[], isItem: boolean): readonly Ground[] {
  const conditions = [rule.when, isItem ? rule.covers : undefined].filter((one) => one !== undefined);
  const whole = conditions.reduce<Kleene>((value, one) => and(value, truthOf(one, slots)), true);
  return conditions
    .filter((condition) => truthOf(condition, slots) === whole)
    .flatMap((condition) => settling(condition, slots))
    .map((part) => ({ text: printExpr(part), value: nameOf(truthOf(part, slots)), facts: factsOf(part) }));
}

function nameOf(value: Kleene): Truth {
  return value === undefined ? "unknown" : value ? "true" : "false";
}

/** Every fact that the governing versions mention for this conversation, in vocabulary order. */
function factTraces(governors: readonly Governing[], facts: Facts): readonly FactTrace[] {
  const names = new Set<FactName>(governors.flatMap(({ prepared }) => mentioned(prepared.policy)));
  const slots = governors[0]?.slots ?? facts.slots;
  return [...names]
    .filter((name) => facts.item !== undefined || definitionOf(name).about !== "item")
    .sort((a, b) => FACT_INDEX[a] - FACT_INDEX[b])
    .map((name) => {
      const { says, ask } = definitionOf(name);
      const value = slots[FACT_INDEX[name]];
      return {
        name,
        value,
        says,
        ask: value === undefined ? ask : undefined,
        events: facts.because[FACT_INDEX[name]] ?? [],
      };
    });
}

const MENTIONED = new WeakMap<Policy, readonly FactName[]>();

function mentioned(policy: Policy): readonly FactName[] {
  const known = MENTIONED.get(policy);
  if (known !== undefined) return known;
  const names = factsIn(expressionsOf(policy));
  MENTIONED.set(policy, names);
  return names;
}
