/**
 * What is left open about an answer, as SQL: the rules that might decide instead, and the facts on
 * which that hangs. Texts, so that every engine can hold them; empty where nothing is open.
 */

import type { Purpose } from "../../events/event.ts";
import { FACT_NAMES, type FactName } from "../../facts/vocabulary.ts";
import { factsIn } from "../../policy/expr.ts";
import type { Rule } from "../../policy/policy.ts";
import { rulesFor } from "../../policy/rules-for.ts";
import { ENGINE_REASONS } from "../decision.ts";
import { possibleText } from "../row.ts";
import { begun, candidate, certain } from "./governed.ts";
import { isUnknownSql, type Layout, targetScope, type VersionLayout } from "./layout.ts";
import { listed } from "./literals.ts";
import { decisive, IS_OPEN, outcomeNumber, outcomes } from "./uses.ts";

/** Rules that might decide, in order, without the one that does. */
export function possibleSql(layout: Layout, purpose: Purpose): string {
  const { dialect, items } = layout;
  const parts = layout.versions.flatMap((version) => {
    const letters = outcomes(version.number, purpose);
    const entries: readonly (Rule | undefined)[] = [...rulesFor(version.policy, purpose, items), undefined];
    return entries.map((rule, index) => {
      const text = dialect.text(
        possibleText(version.ref, rule?.id ?? ENGINE_REASONS.noRule, rule?.effect ?? "deny"),
      );
      const isThere = `substring(${letters}, ${index + 1}, 1) NOT IN ('-', '')`;
      const isOther = `${decisive(purpose)} <> ${outcomeNumber(version.number, index + 1)}`;
      return `CASE WHEN ${isThere} AND ${isOther} THEN ${text} END`;
    });
  });
  const none = dialect.text(possibleText(undefined, ENGINE_REASONS.noRule, "deny"));
  parts.push(`CASE WHEN sure_governors = 0 THEN ${none} END`);
  return `CASE WHEN ${IS_OPEN} THEN ${listed(layout.dialect, parts)} ELSE '' END`;
}

/** Names of the facts, and acknowledgements, on which an answer hangs; in vocabulary order. */
export function unknownsSql(layout: Layout, purpose: Purpose): string {
  const reasons = new Map<string, string[]>();
  const note = (name: string, condition: string): void => {
    reasons.set(name, [...(reasons.get(name) ?? []), condition]);
  };
  for (const version of layout.versions) {
    noteOpenPoints(version, layout, note);
    const rules = rulesFor(version.policy, purpose, layout.items);
    for (const [index, rule] of rules.entries()) {
      const isPossible = `substring(${outcomes(version.number, purpose)}, ${index + 1}, 1) IN ('p', 'd')`;
      for (const fact of factsIn([rule.when, layout.items ? rule.covers : undefined])) {
        note(fact, `${isPossible} AND ${isUnknownSql(version, fact)}`);
      }
    }
  }
  const order = [...reasons.keys()].sort((a, b) => rank(a) - rank(b));
  const parts = order.map(
    (name) => `CASE WHEN (${(reasons.get(name) ?? []).join(") OR (")}) THEN ${layout.dialect.text(name)} END`,
  );
  return `CASE WHEN ${IS_OPEN} THEN ${listed(layout.dialect, parts)} ELSE '' END`;
}

/** As `openPoints` in decision/candidates.ts: what would say whether the version governs. */
function noteOpenPoints(
  version: VersionLayout,
  layout: Layout,
  note: (name: string, condition: string) => void,
): void {
  const { number, policy } = version;
  const { acknowledged, signedUpSince } = policy.effective;
  const isAsked = `${candidate(number)} AND (governors > 1 OR NOT ${certain(number)})`;
  if (acknowledged !== undefined) {
    note(`terms.acknowledged[${acknowledged}]`, `${isAsked} AND ${begun(number)} IS NULL`);
  }
  if (signedUpSince !== undefined) {
    const isUnknown = isUnknownSql(version, "account.signedUpAt");
    note("account.signedUpAt", `${isAsked} AND ${begun(number)} IS NULL AND ${isUnknown}`);
  }
  const base: VersionLayout = { ...version, scope: targetScope(layout) };
  for (const fact of factsIn([policy.target])) note(fact, `${isAsked} AND ${isUnknownSql(base, fact)}`);
}

function rank(name: string): number {
  return FACT_NAMES.indexOf(name as FactName);
}
