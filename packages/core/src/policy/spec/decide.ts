/**
 * The meaning of a policy for one purpose. Slow and obvious; never optimised.
 *
 * The first applicable rule decides; no rule: deny. A rule whose condition is unknown might be
 * the first: then its effect is one possible outcome and the search goes on. `use` is permit only
 * if every outcome permits, `exposure` is permit if some outcome does. Kleene logic may list an
 * outcome that no world has, never miss one: `use` errs to deny, `exposure` to permit.
 */
import type { Purpose } from "../../events/event.ts";
import type { Slot } from "../../facts/facts.ts";
import { and, type Truth } from "../kleene.ts";
import type { Policy, Rule } from "../policy.ts";
import { truthOf } from "./evaluate.ts";

export interface Outcome {
  /** Rules that might be first, in order; `undefined` stands for: no rule. */
  readonly possible: readonly (Rule | undefined)[];
}

/** @param item whether a single item is decided, for which item rules and `covers` count */
export function outcomeOf(policy: Policy, purpose: Purpose, slots: readonly Slot[], item: boolean): Outcome {
  const possible: (Rule | undefined)[] = [];
  for (const rule of policy.rules) {
    if (!rule.purposes.includes(purpose)) continue;
    const applies = appliesTo(rule, slots, item);
    if (applies === false) continue;
    possible.push(rule);
    if (applies === true) return { possible };
  }
  possible.push(undefined);
  return { possible };
}

/** Whether a rule applies; undefined where that hangs on an unknown. */
export function appliesTo(rule: Rule, slots: readonly Slot[], item: boolean): Truth {
  if (rule.scope === "item" && !item) return false;
  const when = truthOf(rule.when, slots);
  return item ? and(when, truthOf(rule.covers, slots)) : when;
}
