/**
 * A policy and facts -> what it answers, by the reference evaluator
 *
 * The meaning that the diagrams are held against: every witness is checked with it.
 */
import type { Purpose } from "../../events/event.ts";
import type { Slot } from "../../facts/facts.ts";
import { FACT_NAMES } from "../../facts/vocabulary.ts";
import type { Expr } from "../expr.ts";
import { and } from "../kleene.ts";
import { parsePeriod } from "../period.ts";
import type { ClockRule, Policy, Rule } from "../policy.ts";
import { outcomeOf } from "../spec/decide.ts";
import { evaluate, truthOf } from "../spec/evaluate.ts";
import { canonical, Worlds } from "../worlds.ts";
import { type KeepSide, OWN_REASONS, type UseSide } from "./policy-diff.ts";

export type Governs = "yes" | "no" | "maybe";

export function governs(policy: Policy, slots: readonly Slot[]): Governs {
  const truth = truthOf(policy.target, slots);
  return truth === undefined ? "maybe" : truth ? "yes" : "no";
}

/** For conversations that the policy governs, or may govern. */
export function useSide(policy: Policy, purpose: Purpose, slots: readonly Slot[], item: boolean): UseSide {
  const { possible } = outcomeOf(policy, purpose, slots, item);
  const effects = new Set(possible.map((rule) => rule?.effect ?? "deny"));
  if (governs(policy, slots) === "maybe") effects.add("deny");
  if (effects.size > 1) return OPEN;
  return sideOf(policy, purpose, possible.at(-1));
}

export const OPEN: UseSide = { effect: "open", reason: OWN_REASONS.unknown, obligations: [] };

export function sideOf(policy: Policy, purpose: Purpose, rule: Rule | undefined): UseSide {
  if (rule === undefined) {
    const reason = policy.purposes.includes(purpose) ? OWN_REASONS.noRule : OWN_REASONS.purpose;
    return { effect: "deny", reason, obligations: [] };
  }
  return { effect: rule.effect, reason: rule.reason, obligations: [...new Set(rule.obligations)].sort() };
}

/** The clocks of one copy that apply or may apply, each once, in the order of their keys. */
export function keepSides(policy: Policy, copy: string, slots: readonly Slot[]): readonly KeepSide[] {
  const sides: KeepSide[] = [];
  for (const clock of policy.clocks.filter((one) => one.copy === copy)) {
    const applies = truthOf(clock.when, slots);
    if (applies === false) continue;
    sides.push({
      ...dutyOf(clock),
      period: termAt(clock.period, slots),
      from: termAt(clock.from, slots),
      applies: applies === true && governs(policy, slots) === "yes" ? "yes" : "maybe",
    });
  }
  return distinct(sides);
}

export function dutyOf({ bound, event, form }: ClockRule): Pick<KeepSide, "bound" | "event" | "form"> {
  return { bound, event, form };
}

/** That a clock applies outweighs that it may. */
export function distinct(sides: readonly KeepSide[]): readonly KeepSide[] {
  const found = new Map<string, KeepSide>();
  for (const side of sides) {
    const key = keyOf({ ...side, applies: "yes" });
    if (found.get(key)?.applies !== "yes") found.set(key, side);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, side]) => side);
}

/** Equal sides have equal keys. */
export function keyOf(side: UseSide | KeepSide): string {
  return "effect" in side
    ? JSON.stringify([side.effect, side.reason, side.obligations])
    : JSON.stringify([side.bound, side.period, side.from, side.event, side.form, side.applies]);
}

/** The key of the term that an expression comes down to; `?` where a conditional leaves it open. */
function termAt(expr: Expr | undefined, slots: readonly Slot[]): string | undefined {
  if (expr === undefined) return undefined;
  return termKey(chosen(expr, slots));
}

/** An expression with its conditionals settled. */
function chosen(expr: Expr, slots: readonly Slot[]): Expr | undefined {
  if (expr.kind === "shift") {
    const base = chosen(expr.base, slots);
    return base === undefined ? undefined : { ...expr, base };
  }
  if (expr.kind !== "if") return expr;
  const condition = truthOf(expr.condition, slots);
  if (condition === undefined && evaluate(expr, slots) === undefined) return undefined;
  return chosen(condition === false ? expr.no : expr.yes, slots);
}

function termKey(expr: Expr | undefined): string {
  if (expr === undefined) return "?";
  if (expr.kind === "literal" && expr.type === "duration") return canonical(parsePeriod(String(expr.value)));
  return new Worlds(FACT_NAMES.length).values(expr)[0]?.value.key ?? "?";
}

/** Governed for certain by both, or perhaps by both: else the target says how they differ. */
export function comparable(a: Governs, b: Governs): boolean {
  return and(a === b, a !== "no") === true;
}
