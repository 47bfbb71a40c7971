/** Facts in the making: slots, and on request the events behind them; all unknown at first. */
import type { Event, EventType } from "../events/event.ts";
import type { Slot } from "./facts.ts";
import { FACT_NAMES } from "./vocabulary.ts";

export type Because = readonly string[] | undefined;

export interface Draft {
  readonly slots: Slot[];
  /** Undefined where nobody asked: most decisions are never explained. */
  readonly because: Because[] | undefined;
}

export function blank(): Draft {
  return {
    slots: new Array<Slot>(FACT_NAMES.length).fill(undefined),
    because: new Array<Because>(FACT_NAMES.length).fill(undefined),
  };
}

/** Writes a known value into slot `index`, with the ids of up to two events that made it so. */
export function know(draft: Draft, index: number, value: Slot, event?: string, second?: string): void {
  draft.slots[index] = value;
  if (draft.because === undefined) return;
  draft.because[index] = [event, second].filter((id) => id !== undefined);
}

/** As {@link know}, for facts that many events make up. */
export function knowFrom(draft: Draft, index: number, value: Slot, events: readonly string[]): void {
  draft.slots[index] = value;
  if (draft.because !== undefined) draft.because[index] = events;
}

/** What a fact needs of an event: when it happened and its name. */
export interface Mark {
  readonly at: number;
  readonly id: string;
}

/** When it last happened; a known none if the log lists such events in full. */
export function knowMark(draft: Draft, index: number, mark: Mark | undefined, listed: boolean): void {
  if (mark !== undefined) know(draft, index, mark.at, mark.id);
  else if (listed) know(draft, index, null);
}

/** The last event of a type; `events` are in order. */
export function lastOf(events: readonly Event[], type: EventType): Mark | undefined {
  return events.findLast((event) => event.type === type);
}
