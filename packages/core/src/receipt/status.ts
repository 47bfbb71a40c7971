/**
 * Choices for one purpose, in order -> **statuses**: what the consent has been, and since when
 */
import type { EventOf } from "../events/event.ts";
import { inOrder } from "../facts/log.ts";
import { addPeriod, parsePeriod } from "../policy/period.ts";

export type ConsentState = "requested" | "given" | "renewed" | "refused" | "withdrawn" | "expired";

export interface Status {
  readonly state: ConsentState;
  /** Epoch milliseconds (UTC). */
  readonly at: number;
  /** Calendar period for which it holds; undefined where none was stated. */
  readonly period: string | undefined;
  readonly isExplicit: boolean;
  /** Where it was indicated; undefined where that was not recorded. */
  readonly surface: string | undefined;
  /** What made it so; an expiry has none of its own. */
  readonly event: EventOf<"choice.made"> | undefined;
}

/** By time; of two at one instant the refusal counts, so it comes last. */
export function byTime(one: EventOf<"choice.made">, other: EventOf<"choice.made">): number {
  const order = (choice: EventOf<"choice.made">): number => (choice.data.choice === "granted" ? 0 : 1);
  return (
    one.at - other.at || one.recorded - other.recorded || order(one) - order(other) || inOrder(one, other)
  );
}

/**
 * @param choices of one account for one purpose, by `byTime`
 * @param shown when a notice was shown before each choice, if that was recorded
 * @param at up to when an expiry counts
 */
export function statusesOf(
  choices: readonly EventOf<"choice.made">[],
  shown: (choice: EventOf<"choice.made">) => number | undefined,
  at: number,
): readonly Status[] {
  const statuses: Status[] = [];
  let grant: EventOf<"choice.made"> | undefined;
  const expireBefore = (instant: number): void => {
    const end = grant === undefined ? undefined : endOf(grant);
    if (end === undefined || end > instant) return;
    statuses.push({
      state: "expired",
      at: end,
      period: undefined,
      isExplicit: false,
      surface: undefined,
      event: undefined,
    });
    grant = undefined;
  };
  for (const choice of choices) {
    expireBefore(choice.at);
    const requested = shown(choice);
    const common = { isExplicit: false, surface: choice.data.surface, event: choice };
    if (requested !== undefined) {
      statuses.push({ ...common, state: "requested", at: requested, period: undefined });
    }
    if (choice.data.choice === "granted") {
      const state = grant === undefined ? "given" : "renewed";
      const isExplicit = choice.data.explicit === true;
      statuses.push({ ...common, state, at: choice.at, period: choice.data.validFor, isExplicit });
      grant = choice;
    } else {
      const state = grant === undefined ? "refused" : "withdrawn";
      statuses.push({ ...common, state, at: choice.at, period: undefined });
      grant = undefined;
    }
  }
  expireBefore(at);
  return statuses;
}

/** Epoch milliseconds at which a grant lapses; undefined for one that does not. */
function endOf({ at, data }: EventOf<"choice.made">): number | undefined {
  return data.validFor === undefined ? undefined : addPeriod(at, parsePeriod(data.validFor), 1);
}
