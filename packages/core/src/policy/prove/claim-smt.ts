/** Claim -> the SMT term that says where it is broken, the same as policy/prove/breaks.ts. */

import { smtOf, type View } from "../compile/smt.ts";
import { smtAnswer } from "../compile/smt-policy.ts";
import type { SmtScript } from "../compile/smt-script.ts";
import type { Expr } from "../expr.ts";
import { type Claim, factsOfClaims, isExcepted } from "./claim.ts";

export function brokenTerm(claim: Claim, script: SmtScript): string {
  const { policy, purpose, item, breach } = claim;
  const answer = (view?: View) => smtAnswer(policy, purpose, item, script, view);
  const where = (when: Expr | undefined): string => (when === undefined ? "true" : smtOf(when, script).t);
  const { governs, use, exposure, possible } = answer();
  switch (breach.kind) {
    case "permits": {
      const own = possible.filter(({ rule }) => !isExcepted(rule, breach.except)).map((one) => one.where);
      return script.and(use, script.or(...own), where(breach.when));
    }
    case "exposes":
      return script.and(exposure, where(breach.when));
    case "withholds": {
      const known = factsOfClaims([claim]).map((fact) => script.fact(fact).known);
      return script.and(...known, where(breach.when), governs, script.not(use));
    }
    case "unexposed":
      return script.and(use, script.not(exposure));
    case "forgetting": {
      const forgot = answer(forgetful(script, factsOfClaims([claim])));
      return script.or(
        script.and(forgot.use, script.not(use)),
        script.and(exposure, script.not(forgot.exposure)),
      );
    }
    case "holding": {
      const { known, has } = script.fact("hold.placedAt");
      const before = answer((fact) => (fact === "hold.placedAt" ? NONE : script.fact(fact)));
      const undone = answer((fact) => (fact === "hold.releasedAt" ? NONE : script.fact(fact)));
      return script.and(known, has, script.not(before.use), script.or(use, undone.use));
    }
  }
}

const NONE = { known: "true", has: "false" };

/** Every fact but the instant asked for may have been forgotten. */
function forgetful(script: SmtScript, facts: readonly string[]): View {
  return (fact) => {
    const { known, has } = script.fact(fact);
    if (fact === "query.at" || !facts.includes(fact)) return { known, has };
    return { known: script.and(known, script.not(script.truth(`g${known}`))), has };
  };
}
