/** Facts in the making: slots and the events behind them, all unknown at first. */
import type { Event, EventType } from "../events/event.ts";
import type { Slot } from "./facts.ts";
import { FACT_INDEX, FACT_NAMES, type FactName } from "./vocabulary.ts";

export interface Draft {
  readonly slots: Slot[];
  readonly because: (readonly string[] | undefined)[];
}

export function blank(): Draft {
  return {
    slots: new Array<Slot>(FACT_NAMES.length).fill(undefined),
    because: new Array<readonly string[] | undefined>(FACT_NAMES.length).fill(undefined),
  };
}

/** Writes a known value, with the ids of the events that made it so. */
export function know(draft: Draft, name: FactName, value: Slot, ...events: readonly string[]): void {
  const index = FACT_INDEX[name];
  draft.slots[index] = value;
  draft.because[index] = events;
}

/**
 * The last event of a type by its time; a known none if the log lists such events in full.
 * `also` is another event that counts as one of them.
 */
export function knowLast(
  draft: Draft,
  name: FactName,
  events: readonly Event[],
  type: EventType,
  listed: boolean,
  also?: { readonly at: number; readonly event: string },
): void {
  let last = also;
  for (const event of events) {
    if (event.type === type && (last === undefined || event.at >= last.at)) {
      last = { at: event.at, event: event.id };
    }
  }
  if (last !== undefined) know(draft, name, last.at, last.event);
  else if (listed) know(draft, name, null);
}
