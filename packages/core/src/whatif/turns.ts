/**
 * One conversation x policies -> the instants at which its answer may turn -> effect
 *
 * Exact, without guessing at steps: between two neighbouring instants no event happens, no choice lapses
 * and no version begins to bind, so that only a comparison with the instant asked for can turn, once; that
 * instant is found by halving.
 */
import type { Prepared } from "../decision/prepare.ts";
import type { Event } from "../events/event.ts";
import type { Slot } from "../facts/facts.ts";
import { FACT_INDEX } from "../facts/vocabulary.ts";
import type { Compare } from "../policy/expr.ts";
import { addPeriod, parsePeriod } from "../policy/period.ts";
import { evaluate } from "../policy/spec/evaluate.ts";
import type { FactsAt, Recorded } from "./facts-at.ts";

/** Instants from `since` (not included) to `until`, ascending: at none between does anything happen. */
export function happenings(
  prepared: Prepared,
  finder: FactsAt,
  recorded: Recorded,
  {
    since,
    until,
    known,
  }: { readonly since: number | undefined; readonly until: number; readonly known: number },
): readonly number[] {
  const found = new Set<number>();
  const add = (at: number): void => {
    if (at <= until && (since === undefined || at > since)) found.add(at);
  };
  if (since !== undefined && since < until) add(since + 1);
  const heard = (events: readonly Event[]): void => {
    for (const event of events) if (event.recorded <= known) for (const at of instantsOf(event)) add(at);
  };
  heard(recorded.events);
  heard(finder.log.shared);
  heard(finder.accountOf(recorded.account).events);
  for (const event of recorded.events) {
    if (event.type === "participant.joined") heard(finder.accountOf(event.data.account).events);
  }
  for (const { effective } of prepared.set.chains.flat()) {
    for (const { at, knownFrom } of effective.fixed) for (const one of [at, knownFrom]) add(one);
    if (effective.signedUpSince !== undefined) add(effective.signedUpSince);
  }
  return [...found].sort((a, b) => a - b);
}

function instantsOf(event: Event): readonly number[] {
  if (event.type === "choice.made" && event.data.validFor !== undefined) {
    const lapse = addPeriod(event.at, parsePeriod(event.data.validFor), 1);
    return [event.at, lapse, lapse + 1];
  }
  if (event.type === "log-complete" && event.data.until !== undefined) {
    return [event.at, Date.parse(event.data.until) + 1];
  }
  return [event.at];
}

/**
 * Where in (`from`, `to`] a comparison turns; ascending.
 * @param slots facts of the whole stretch, but for the instant asked for
 */
export function turnsWithin(
  comparisons: readonly Compare[],
  slots: readonly Slot[],
  from: number,
  to: number,
): readonly number[] {
  const found = new Set<number>();
  if (from >= to) return [];
  const moving = slots.slice();
  const truthAt = (one: Compare, at: number): Slot => {
    moving[FACT_INDEX["query.at"]] = at;
    return evaluate(one, moving);
  };
  for (const one of comparisons) {
    const first = truthAt(one, from);
    if (truthAt(one, to) === first) continue;
    let [same, turned] = [from, to];
    while (turned - same > 1) {
      const middle = same + Math.floor((turned - same) / 2);
      if (truthAt(one, middle) === first) same = middle;
      else turned = middle;
    }
    found.add(turned);
  }
  return [...found].sort((a, b) => a - b);
}
