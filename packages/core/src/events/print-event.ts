/** **Event** -> CloudEvents 1.0 JSON object: what `parseEvent` reads back as the same event. */
import type { Event, ForeignEvent } from "./event.ts";
import { PREFIX } from "./parse-event.ts";
import { printSubject } from "./subject.ts";
import { printTime } from "./time.ts";

/** Foreign events come back as they came. Keys are in a fixed order, `data` as it is. */
export function printEvent(event: Event | ForeignEvent): Readonly<Record<string, unknown>> {
  if ("foreign" in event) return event.raw;
  const time = printTime(event.at);
  return {
    specversion: "1.0",
    id: event.id,
    source: event.source,
    type: `${PREFIX}${event.type}`,
    subject: printSubject(event),
    time,
    recorded: printTime(event.recorded),
    data: event.type === "log-complete" ? { ...event.data, from: time } : event.data,
  };
}
