/**
 * Decision -> JSON, for logs and other programs -> replay
 *
 * Fields come in one order, instants in RFC 3339 (UTC). What is not known is null, never left out.
 */
import type { ClockAnswer, Decision, KeepAnswer, PolicyRef, UseAnswer } from "./decision.ts";

export type PrintedDecision = Readonly<Record<string, unknown>>;

/** What was asked and answered. */
export function printDecision(decision: Decision): PrintedDecision {
  return {
    at: printInstant(decision.at),
    known: printInstant(decision.known),
    policies: decision.policies.map(printPolicyRef),
    uses: decision.uses.map(printUse),
    clocks: decision.clocks.map(printClock),
    keep: decision.keep.map(printKeep),
    runs: decision.runs,
  };
}

export function printUse(use: UseAnswer): Readonly<Record<string, unknown>> {
  return {
    purpose: use.purpose,
    use: use.use,
    exposure: use.exposure,
    reason: use.reason,
    rule: use.rule ?? null,
    policy: use.policy === undefined ? null : printPolicyRef(use.policy),
    basis: use.basis,
    reading: use.reading ?? null,
    competing: use.competing.map(({ effect, reading }) => ({ effect: effect ?? null, reading })),
    cite: use.cite.map(({ document, section }) => ({ document, section: section ?? null })),
    obligations: use.obligations,
    advice: use.advice,
    possible: use.possible.map(({ policy, rule, effect }) => ({ policy, rule, effect })),
    unknowns: use.unknowns,
  };
}

export function printClock(clock: ClockAnswer): Readonly<Record<string, unknown>> {
  return {
    clock: clock.clock,
    copy: clock.copy,
    bound: clock.bound,
    period: clock.period ?? null,
    event: clock.event ?? null,
    from: printInstant(clock.from),
    until: printInstant(clock.until),
    elapsed: clock.elapsed,
    form: clock.form ?? null,
    note: clock.note ?? null,
    applies: clock.applies,
    unknowns: clock.unknowns,
    policy: clock.policy === undefined ? null : printPolicyRef(clock.policy),
    cite: clock.cite.map(({ document, section }) => ({ document, section: section ?? null })),
    basis: clock.basis,
    reading: clock.reading ?? null,
    competing: clock.competing.map(({ effect, reading }) => ({ effect: effect ?? null, reading })),
  };
}

export function printKeep(keep: KeepAnswer): Readonly<Record<string, unknown>> {
  return {
    copy: keep.copy,
    until: printInstant(keep.until),
    atLeast: keep.atLeast === "released" ? "released" : printInstant(keep.atLeast),
  };
}

export function printPolicyRef({ id, version, digest }: PolicyRef): Readonly<Record<string, unknown>> {
  return { id, version, digest };
}

/** RFC 3339 in UTC, without a fraction that is nought. @param ms epoch milliseconds */
export function printInstant(ms: number | null | undefined): string | null {
  return ms === undefined || ms === null ? null : new Date(ms).toISOString().replace(".000Z", "Z");
}
