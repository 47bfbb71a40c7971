/**
 * The history of one choice: a sequence of switches, never a default.
 */
import type { Event, EventOf, Purpose } from "../events/event.ts";
import { addPeriod, parsePeriod } from "../policy/period.ts";

/** A maximal stretch of the same state; `from` is when it began. */
export interface Stretch {
  readonly state: "granted" | "refused";
  readonly from: number;
  /** The last event that confirmed the state: it carries notice, dialog and validity. */
  readonly latest: EventOf<"choice.made">;
}

/**
 * Stretches in order. Repeating a choice renews it without beginning a new stretch, unless it had lapsed meanwhile. Of opposite
 * choices at one instant, known equally, the refusal counts: no text orders equal instants.
 */
export function stretchesOf(events: readonly Event[], purpose: Purpose): readonly Stretch[] {
  const choices = events.filter(
    (event): event is EventOf<"choice.made"> =>
      event.type === "choice.made" && event.data.purpose === purpose,
  );
  const stretches: Stretch[] = [];
  for (const [index, event] of choices.entries()) {
    if (event.data.choice === "granted" && isRefusedAtOnce(choices, index)) continue;
    const last = stretches.at(-1);
    if (last !== undefined && last.state === event.data.choice && !hasLapsed(last, event.at)) {
      stretches[stretches.length - 1] = { state: last.state, from: last.from, latest: event };
    } else {
      stretches.push({ state: event.data.choice, from: event.at, latest: event });
    }
  }
  return stretches;
}

function isRefusedAtOnce(choices: readonly EventOf<"choice.made">[], index: number): boolean {
  const grant = choices[index];
  if (grant === undefined) return false;
  return choices.some(
    (other) => other.at === grant.at && other.recorded === grant.recorded && other.data.choice === "refused",
  );
}

/** The stretch that held at `at`; undefined before the first choice. */
export function stretchAt(stretches: readonly Stretch[], at: number): Stretch | undefined {
  for (let index = stretches.length - 1; index >= 0; index -= 1) {
    const stretch = stretches[index];
    if (stretch !== undefined && stretch.from <= at) return stretch;
  }
  return undefined;
}

/** What the choice was at `at`; a grant that has lapsed is no choice any more. */
export function stateAt(stretch: Stretch | undefined, at: number): "granted" | "refused" | "none" {
  return stretch === undefined || hasLapsed(stretch, at) ? "none" : stretch.state;
}

/** Whether `at` lies strictly inside a granted stretch: activity at the very switch is not after it. */
export function isGrantedAfter(stretches: readonly Stretch[], at: number): boolean {
  const stretch = stretchAt(stretches, at);
  return stretch !== undefined && stretch.from < at && stateAt(stretch, at) === "granted";
}

/** When a grant lapses, or null if it does not. A refusal stands until it is taken back. */
export function expiryOf({ state, latest }: Stretch): number | null {
  const { validFor } = latest.data;
  if (state === "refused" || validFor === undefined) return null;
  return addPeriod(latest.at, parsePeriod(validFor), 1);
}

function hasLapsed(stretch: Stretch, at: number): boolean {
  const expiry = expiryOf(stretch);
  return expiry !== null && expiry <= at;
}
