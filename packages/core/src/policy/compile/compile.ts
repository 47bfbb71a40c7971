/**
 * Policy -> **CompiledPolicy** -> decide
 *
 * One generated function per purpose, made once and called for every conversation. Where code
 * generation is forbidden (a page with a strict content security policy) the reference evaluator
 * stands in: slower, same answers.
 */

import type { Purpose } from "../../events/event.ts";
import type { Slot } from "../../facts/facts.ts";
import type { Expr } from "../expr.ts";
import { and, type Truth } from "../kleene.ts";
import { type Period, parsePeriod } from "../period.ts";
import type { ClockRule, Policy, Rule } from "../policy.ts";
import { rulesFor } from "../rules-for.ts";
import { appliesTo } from "../spec/decide.ts";
import { evaluate, truthOf } from "../spec/evaluate.ts";
import { type Code, type Constants, closureOf } from "./closure.ts";
import { generate } from "./generate.ts";

type Slots = readonly Slot[];

/** Index into `rules` of the deciding rule; `rules.length` for no rule; -1 where an unknown decides. */
export type First = (slots: Slots) => number;
/** Indices of all rules that might decide, in order, with the same two conventions but no -1. */
export type Possible = (slots: Slots) => number[];

export interface CompiledPurpose {
  readonly first: First;
  readonly possible: Possible;
}

export interface CompiledClock {
  readonly clock: ClockRule;
  readonly when: (slots: Slots) => Truth;
  readonly from: (slots: Slots) => Slot;
  /** Undefined for clocks without a length, and where the length is unknown. */
  readonly period: (slots: Slots) => Period | undefined;
}

export interface CompiledPolicy {
  readonly policy: Policy;
  /** Whether the version governs such an account at all. */
  readonly target: (slots: Slots) => Truth;
  /** Purposes the policy does not list have no entry. */
  readonly conversation: ReadonlyMap<Purpose, CompiledPurpose>;
  readonly item: ReadonlyMap<Purpose, CompiledPurpose>;
  readonly clocks: readonly CompiledClock[];
}

export function compile(policy: Policy): CompiledPolicy {
  const purposes = (item: boolean): ReadonlyMap<Purpose, CompiledPurpose> =>
    new Map(policy.purposes.map((purpose) => [purpose, compilePurpose(policy, purpose, item)]));
  return {
    policy,
    target: compileTruth(policy.target),
    conversation: purposes(false),
    item: purposes(true),
    clocks: policy.clocks.map(compileClock),
  };
}

function compilePurpose(policy: Policy, purpose: Purpose, item: boolean): CompiledPurpose {
  const rules = rulesFor(policy, purpose, item).map((rule) => ({ rule, index: policy.rules.indexOf(rule) }));
  const constants: Constants = [];
  const coded = rules.map(({ rule, index }) => ({ index, code: conditionOf(rule, item, constants) }));
  const end = policy.rules.length;
  const first = coded.map(({ index, code }) =>
    code === undefined ? `return ${index};` : `if(${code.t})return ${index};if(!(${code.f}))return -1;`,
  );
  const possible = coded.map(({ index, code }) =>
    code === undefined
      ? `o.push(${index});return o;`
      : `if(${code.t}){o.push(${index});return o;}if(!(${code.f}))o.push(${index});`,
  );
  return generate<CompiledPurpose>(
    `return{first(s){${first.join("")}return ${end};},possible(s){const o=[];${possible.join("")}o.push(${end});return o;}};`,
    constants,
    () => interpreted(policy, purpose, item),
  );
}

/** A rule's whole condition, undefined if it always applies. */
function conditionOf(rule: Rule, item: boolean, constants: Constants): Code | undefined {
  const when = rule.when === undefined ? undefined : closureOf(rule.when, constants);
  const covers = !item || rule.covers === undefined ? undefined : closureOf(rule.covers, constants);
  if (when === undefined || covers === undefined) return when ?? covers;
  return { t: `(${when.t}&&${covers.t})`, f: `(${when.f}||${covers.f})`, v: "", plain: false };
}

function compileClock(clock: ClockRule): CompiledClock {
  const period = clock.period;
  const fixed = period?.kind === "literal" ? parsePeriod(String(period.value)) : undefined;
  const when = compileTruth(clock.when);
  const from = compileValue(clock.from);
  if (period === undefined || fixed !== undefined) return { clock, when, from, period: () => fixed };
  const length = compileValue(period);
  return {
    clock,
    when,
    from,
    period: (slots) => {
      const value = length(slots);
      return typeof value === "string" ? parsePeriod(value) : undefined;
    },
  };
}

/** A condition alone, as rules, clocks and targets have it; absent ones always hold. */
function compileTruth(expr: Expr | undefined): (slots: Slots) => Truth {
  if (expr === undefined) return () => true;
  const constants: Constants = [];
  const { t, f } = closureOf(expr, constants);
  return generate(
    `return(s)=>${t}?true:${f}?false:undefined;`,
    constants,
    () => (slots) => truthOf(expr, slots),
  );
}

function compileValue(expr: Expr | undefined): (slots: Slots) => Slot {
  if (expr === undefined) return () => null;
  const constants: Constants = [];
  const { v } = closureOf(expr, constants);
  return generate(`return(s)=>${v};`, constants, () => (slots) => evaluate(expr, slots));
}

function interpreted(policy: Policy, purpose: Purpose, item: boolean): CompiledPurpose {
  const possible = (slots: Slots): number[] => {
    const indices: number[] = [];
    for (const [index, rule] of policy.rules.entries()) {
      if (!rule.purposes.includes(purpose)) continue;
      const applies = and(true, appliesTo(rule, slots, item));
      if (applies !== false) indices.push(index);
      if (applies === true) return indices;
    }
    indices.push(policy.rules.length);
    return indices;
  };
  const first = (slots: Slots): number => {
    const indices = possible(slots);
    return indices.length === 1 ? (indices[0] ?? -1) : -1;
  };
  return { first, possible };
}
