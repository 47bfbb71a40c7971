/**
 * What a person, or the law, has done that ends use, read off the history itself and not by the
 * fold: the law of the packs must not be checked with the code that it checks.
 */
import type { Event, EventType, Purpose } from "@proviso/core/events";
import { eventOf, type History } from "./generate-history.ts";

export const STOPS = ["withdrawal", "objection", "deletion", "account-deletion"] as const;
export type Stop = (typeof STOPS)[number];

/** The choice that a purpose hangs on. */
const CHOICE_FOR: Readonly<Partial<Record<Purpose, Purpose>>> = {
  "train-safety": "train-general",
  "train-feedback": "train-general",
};

export function stopsOf({ events, at, known }: History, purpose: Purpose): readonly Stop[] {
  const seen = events
    .filter((event) => event.at <= at && event.recorded <= known)
    .toSorted((a, b) => a.at - b.at || a.recorded - b.recorded || (a.id < b.id ? -1 : 1));
  const stands: Readonly<Record<Stop, boolean>> = {
    withdrawal: isWithdrawn(seen, CHOICE_FOR[purpose] ?? purpose),
    objection: lastOf(seen, "objection.filed") > lastOf(seen, "objection.withdrawn"),
    deletion: seen.some((event) => event.type === "conversation.deleted"),
    "account-deletion": seen.some(
      (event) =>
        event.type === "account.deleted" || (event.type === "account.moved" && event.data.data === "deleted"),
    ),
  };
  return STOPS.filter((stop) => stands[stop]);
}

function isWithdrawn(seen: readonly Event[], purpose: Purpose): boolean {
  const choices = seen
    .filter((event) => event.type === "choice.made")
    .filter(({ data }) => data.purpose === purpose);
  const last = choices.at(-1);
  // Of opposite choices at one instant, known equally, the refusal counts.
  return choices.some(
    ({ at, recorded, data }) => at === last?.at && recorded === last.recorded && data.choice === "refused",
  );
}

/** When it last happened; before everything if it never did. */
function lastOf(seen: readonly Event[], type: EventType): number {
  return seen.findLast((event) => event.type === type)?.at ?? Number.NEGATIVE_INFINITY;
}

/** The event that makes each stop stand. */
export function stopEvent(stop: Stop, purpose: Purpose, at: number): Event {
  switch (stop) {
    case "withdrawal":
      return eventOf("stop", "choice.made", at, at, { purpose, choice: "refused" }, true);
    case "objection":
      return eventOf("stop", "objection.filed", at, at, {}, true);
    case "deletion":
      return eventOf("stop", "conversation.deleted", at, at, {}, false);
    case "account-deletion":
      return eventOf("stop", "account.deleted", at, at, {}, true);
  }
}
