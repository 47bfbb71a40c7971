/** PolicyDiff -> one line of JSON: conditions as CEL, instants in RFC 3339, every fact of each witness */
import type { Purpose } from "@proviso/core/events";
import { definitionOf, FACT_NAMES, type Slot } from "@proviso/core/facts";
import { type Condition, type PolicyDiff, printExpr } from "@proviso/core/policy";
import { isoText } from "../terminal/words.ts";

export function diffJson(found: PolicyDiff, purposes: readonly Purpose[] | undefined): string {
  const { targets, uses, keeps, effective, product, holds, ...rest } = found;
  return `${JSON.stringify({
    ...rest,
    onlyPurposes: purposes ?? null,
    product: product ?? null,
    effective:
      effective === undefined
        ? null
        : { before: effectiveFields(effective.before), after: effectiveFields(effective.after) },
    holds: holds ?? null,
    targets: targets.map((one) => ({
      before: one.before,
      after: one.after,
      ...conditionFields(one),
      ...shownFields(one),
    })),
    uses: uses.map((one) => ({
      before: one.before,
      after: one.after,
      on: one.on.map(({ purpose, scope, also, ...condition }) => ({
        purpose,
        scope,
        ...conditionFields(condition),
        also: also === undefined ? null : conditionFields(also),
      })),
      ...shownFields(one),
    })),
    keeps: keeps.map((one) => ({
      copy: one.copy,
      before: one.before,
      after: one.after,
      ...conditionFields(one),
      ...shownFields(one),
    })),
  })}\n`;
}

function conditionFields({ when, where, unless, exact }: Condition) {
  return {
    when: when === undefined ? null : printExpr(when),
    where: where.map((expr) => printExpr(expr)),
    unless: unless.map(({ expr, reason }) => ({ when: printExpr(expr), reason: reason ?? null })),
    exact,
  };
}

interface Shown {
  readonly witness: readonly Slot[] | undefined;
  readonly unknown: boolean;
}

function shownFields({ witness, unknown }: Shown) {
  if (witness === undefined) return { unknown, witness: null };
  const known = FACT_NAMES.flatMap((name, index) => {
    const slot = witness[index];
    if (slot === undefined) return [];
    const isInstant = definitionOf(name).type === "timestamp" && typeof slot === "number";
    return [[name, isInstant ? isoText(slot) : slot] as const];
  });
  const open = FACT_NAMES.filter((_, index) => witness[index] === undefined);
  return { unknown, witness: { facts: Object.fromEntries(known), unknown: open } };
}

function effectiveFields({
  acknowledged,
  signedUpSince,
  fixed,
}: NonNullable<PolicyDiff["effective"]>["before"]) {
  return {
    acknowledged: acknowledged ?? null,
    signedUpSince: signedUpSince === undefined ? null : isoText(signedUpSince),
    from: fixed.map(({ at, knownFrom }) => ({
      date: isoText(at),
      known: Number.isFinite(knownFrom) ? isoText(knownFrom) : null,
    })),
  };
}
