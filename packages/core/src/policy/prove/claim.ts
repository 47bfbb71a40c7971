/**
 * NamedPromise x Policy -> **Claim**s -> enumerate, solve
 *
 * One promise about one purpose at one level: the conversation, or a single item of it.
 */

import { PURPOSES, type Purpose } from "../../events/event.ts";
import { FACT_NAMES, type FactName } from "../../facts/vocabulary.ts";
import { parseCondition } from "../cel.ts";
import { type Expr, factsIn, factsOf } from "../expr.ts";
import type { Policy, Rule } from "../policy.ts";
import { rulesFor } from "../rules-for.ts";
import type { NamedPromise } from "./named-promise.ts";

/** What would break the promise. */
export type Breach =
  | { readonly kind: "permits"; readonly when: Expr | undefined; readonly except: readonly string[] }
  | { readonly kind: "exposes"; readonly when: Expr | undefined }
  | { readonly kind: "withholds"; readonly when: Expr | undefined }
  | { readonly kind: "forgetting" }
  | { readonly kind: "holding" }
  | { readonly kind: "unexposed" };

export interface Claim {
  readonly policy: Policy;
  readonly purpose: Purpose;
  readonly item: boolean;
  readonly breach: Breach;
}

const REFUSED = 'training.choice == "refused"';

/** @param except rules that exceptions of the pack name */
export function claimsOf(
  promise: NamedPromise,
  policy: Policy,
  except: readonly string[] = [],
): readonly Claim[] {
  const { form } = promise;
  const purposes =
    form.kind !== "built-in"
      ? form.purposes
      : form.name === "refusal-never-permits"
        ? ["train-general" as const]
        : PURPOSES;
  const breach = breachOf(promise, except);
  return PURPOSES.filter((one) => purposes.includes(one) && policy.purposes.includes(one)).flatMap(
    (purpose) => {
      const whole: Claim = { policy, purpose, item: false, breach };
      const single: Claim = { ...whole, item: true };
      // Of a conversation as a whole, nothing is known of items.
      if (speaksOfItems(breach)) return [single];
      const rules = policy.rules.filter((rule) => rule.purposes.includes(purpose));
      return rules.some(({ scope, covers }) => scope === "item" || covers !== undefined)
        ? [whole, single]
        : [whole];
    },
  );
}

function breachOf({ form }: NamedPromise, except: readonly string[]): Breach {
  switch (form.kind) {
    case "never-permit":
      return { kind: "permits", when: form.when, except: form.except };
    case "always-deny":
      return { kind: "exposes", when: form.when };
    case "always-permit":
      return { kind: "withholds", when: form.when };
    case "built-in":
      switch (form.name) {
        case "unknown-never-permits":
          return { kind: "forgetting" };
        case "hold-never-permits":
          return { kind: "holding" };
        case "refusal-never-permits":
          return { kind: "permits", when: parseCondition(REFUSED), except: [...form.except, ...except] };
        case "use-implies-exposure":
          return { kind: "unexposed" };
      }
  }
}

function speaksOfItems(breach: Breach): boolean {
  const when = "when" in breach ? breach.when : undefined;
  return when !== undefined && factsOf(when).some((name) => name.startsWith("item."));
}

/** Every condition that the claim hangs on. */
function conditionsOf(claim: Claim): readonly (Expr | undefined)[] {
  const { policy, purpose, item, breach } = claim;
  const rules = rulesFor(policy, purpose, item).flatMap((rule) => [
    rule.when,
    item ? rule.covers : undefined,
  ]);
  const when = "when" in breach ? breach.when : undefined;
  return [policy.target, ...rules, when];
}

/** The facts that any of the claims hangs on, in the order of the vocabulary. */
export function factsOfClaims(claims: readonly Claim[]): readonly FactName[] {
  const named = new Set(factsIn(claims.flatMap(conditionsOf)));
  return FACT_NAMES.filter((name) => named.has(name));
}

/** Whether a rule is one that the promise leaves out, by id or by reason. */
export function isExcepted(rule: Rule, except: readonly string[]): boolean {
  return except.includes(rule.id) || except.includes(rule.reason);
}
