/** Event -> a row of the table of events. */
import { EVENT_COLUMNS, type EventColumn } from "./columns.ts";
import type { Event } from "./event.ts";
import { parseTime } from "./time.ts";

/** Instants are epoch milliseconds (UTC). */
export type EventRow = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** Keys come in the order of {@link EVENT_COLUMNS}. */
export function eventRow(event: Event): EventRow {
  return Object.fromEntries(EVENT_COLUMNS.map((column) => [column.name, cell(event, column)]));
}

function cell(event: Event, { path, of, type }: EventColumn): EventRow[string] {
  if (of !== undefined && !of.includes(event.type)) return null;
  let value: unknown = event;
  for (const field of path) {
    if (typeof value !== "object" || value === null) return null;
    value = (value as Readonly<Record<string, unknown>>)[field];
  }
  if (value === undefined || value === null) return null;
  // INVARIANT: the schema of an event's data lets no other text stand for an instant.
  if (type === "timestamp" && typeof value === "string") return Number(parseTime(value));
  return value as string | number | boolean | readonly string[];
}
