/**
 * A changed answer -> **since when** it has been so -> compare
 *
 * Walks back from the end, over the instants at which the answer may turn, until it was another one.
 */
import { decide } from "../decision/decide.ts";
import { endOf } from "../decision/end.ts";
import type { Purpose } from "../events/event.ts";
import type { FactsAt, Recorded } from "./facts-at.ts";
import { queryComparisons } from "./query-comparisons.ts";
import { happenings, turnsWithin } from "./turns.ts";
import type { Dating, Effect, Transition } from "./what-if.ts";

/** One instant per transition, by purpose. */
export function effectsOf(
  changed: readonly Transition[],
  dating: Dating | undefined,
  finder: FactsAt,
  recorded: Recorded,
  known: number,
): ReadonlyMap<Purpose, Effect> {
  const effects = new Map<Purpose, Effect>(changed.map(({ purpose }) => [purpose, "undated"]));
  if (dating === undefined || changed.length === 0) return effects;
  const { prepared, since, until } = dating;
  const comparisons = queryComparisons(prepared);
  const instants = happenings(prepared, finder, recorded, { since, until, known });
  let open = changed;
  let last = until;
  for (let index = instants.length - 1; index >= 0 && open.length > 0; index -= 1) {
    const from = instants[index] ?? until;
    const { slots } = finder.of(recorded, from, known);
    const turns = [from, ...turnsWithin(comparisons, slots, from, last)];
    for (let turn = turns.length - 1; turn >= 0 && open.length > 0; turn -= 1) {
      const at = turns[turn] ?? from;
      const facts = finder.of(recorded, at, known);
      const asked = open.map(({ purpose }) => purpose);
      const { uses } = decide(prepared, facts, asked);
      open = open.filter(({ purpose, after }, place) => {
        const use = uses[place];
        const holds = facts.exists && use !== undefined && endOf(use) === after.end;
        if (holds) effects.set(purpose, at);
        return holds;
      });
    }
    last = from - 1;
  }
  return effects;
}
