/**
 * The parts of a decision that a training pipeline reads, without the prose a person reads.
 *
 * Prose (readings, advice, notes) is the policy's and the same for every conversation: `--full`
 * and `explain` print it. Citations are `document#section`, policies `id@version`.
 */
import type { ClockAnswer, UseAnswer } from "@proviso/core/decision";
import type { Citation, Reading } from "@proviso/core/policy";
import { isoText } from "../terminal/words.ts";

type Fields = Readonly<Record<string, unknown>>;

export function briefUse(use: UseAnswer): Fields {
  return {
    purpose: use.purpose,
    use: use.use,
    exposure: use.exposure,
    reason: use.reason,
    rule: use.rule ?? null,
    policy: use.policy === undefined ? null : `${use.policy.id}@${use.policy.version}`,
    basis: use.basis,
    competing: effectsOf(use.competing),
    cite: use.cite.map(citation),
    obligations: use.obligations,
    unknowns: use.unknowns,
  };
}

export function briefClock(clock: ClockAnswer): Fields {
  return {
    clock: clock.clock,
    copy: clock.copy,
    bound: clock.bound,
    period: clock.period ?? null,
    event: clock.event ?? null,
    from: clock.from === undefined ? null : isoText(clock.from),
    until: clock.until === undefined ? null : isoText(clock.until),
    elapsed: clock.elapsed,
    form: clock.form ?? null,
    applies: clock.applies,
    unknowns: clock.unknowns,
    basis: clock.basis,
    cite: clock.cite.map(citation),
  };
}

/** The effects another reading would have; one that changes only a detail has none. */
function effectsOf(readings: readonly Reading[]): readonly string[] {
  return [...new Set(readings.flatMap(({ effect }) => effect ?? []))];
}

function citation({ document, section }: Citation): string {
  return section === undefined ? document : `${document}#${section}`;
}
