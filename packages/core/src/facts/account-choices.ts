/** The facts about an account's choices, as part of the account's fold. */
import type { Event, EventOf, Purpose } from "../events/event.ts";
import { expiryOf, type Stretch, stateAt, stretchesOf } from "./choice.ts";
import type { Coverage } from "./coverage.ts";
import { type Draft, know } from "./draft.ts";
import { FACT_INDEX, type FactName } from "./vocabulary.ts";

/**
 * Writes `training.*` and returns the stretches for the conversations to look up.
 * The state is known when every choice since a recorded one, or since the account's start, is listed.
 */
export function knowTraining(
  draft: Draft,
  events: readonly Event[],
  coverage: Coverage,
  start: number,
  at: number,
): readonly Stretch[] {
  const stretches = stretchesOf(events, "train-general");
  const last = stretches.at(-1);
  if (coverage.since("choice.made") > (last?.latest.at ?? start)) return stretches;
  const because = last?.latest.id;
  const state = stateAt(last, at);
  know(draft, FACT_INDEX["training.choice"], state, because);
  know(draft, FACT_INDEX["training.grantedAt"], state === "granted" ? (last?.from ?? null) : null, because);
  know(draft, FACT_INDEX["training.refusedAt"], state === "refused" ? (last?.from ?? null) : null, because);
  know(draft, FACT_INDEX["training.explicit"], last?.latest.data.explicit ?? false, because);
  know(draft, FACT_INDEX["training.expiresAt"], last === undefined ? null : expiryOf(last), because);
  if (last === undefined) {
    know(draft, FACT_INDEX["training.dialog"], "none");
    return stretches;
  }
  const notice = noticeOf(events, last.latest);
  if (notice?.data.dialog !== undefined) {
    know(draft, FACT_INDEX["training.dialog"], notice.data.dialog, because, notice.id);
  } else if (coverage.since("notice.shown") <= last.latest.at) {
    know(draft, FACT_INDEX["training.dialog"], "none", because);
  }
  return stretches;
}

/** The notice in which the choice was made: the last one shown by then, by name if the choice names it. */
function noticeOf(
  events: readonly Event[],
  choice: EventOf<"choice.made">,
): EventOf<"notice.shown"> | undefined {
  return events
    .filter((event) => event.type === "notice.shown")
    .filter((event) => event.at <= choice.at)
    .filter((event) => choice.data.notice === undefined || event.data.notice === choice.data.notice)
    .at(-1);
}

const OTHER_CHOICES: readonly (readonly [FactName, Purpose])[] = [
  ["choice.humanReview", "human-review"],
  ["choice.personalise", "personalise"],
  ["choice.evaluate", "evaluate"],
  ["choice.share", "share"],
];

export function knowOtherChoices(
  draft: Draft,
  events: readonly Event[],
  coverage: Coverage,
  start: number,
  at: number,
): void {
  for (const [name, purpose] of OTHER_CHOICES) {
    const last = stretchesOf(events, purpose).at(-1);
    if (coverage.since("choice.made") > (last?.latest.at ?? start)) continue;
    know(draft, FACT_INDEX[name], stateAt(last, at), last?.latest.id);
  }
}
