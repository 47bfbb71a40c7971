/**
 * JSON Lines of CloudEvents -> **Event**s, one at a time
 *
 * A line that cannot be read stops the read, strict or not: it may be the refusal that everything
 * after it depends on, and a log with a hole cannot be complete for anything.
 */
import { type Place, ProvisoError } from "../errors.ts";
import { nearest } from "../policy/nearest.ts";
import { lines, type RawRecord } from "../sources/json/lines.ts";
import { digest } from "../sources/messages/digest.ts";
import type { Report } from "../sources/report.ts";
import type { SourceFile } from "../sources/source.ts";
import { EVENT_TYPES, type Event, type ForeignEvent } from "./event.ts";
import { PREFIX, parseEvent } from "./parse-event.ts";

export interface ReadEventsOptions {
  /** Stops at what is otherwise a problem in the report. */
  readonly strict: boolean;
}

/**
 * Events are idempotent by (`source`, `id`): repeats are counted in `report.repeated` and passed
 * over. The same id with other content is a problem, and the first one stands. Event types this
 * version does not know are counted in `report.unknown` and carried along.
 * @throws ProvisoError EVENT_INVALID for a line that is no event; INPUT_MALFORMED under `strict`;
 * INPUT_ENCODING
 */
export async function* readEvents(
  file: SourceFile,
  report: Report,
  { strict }: ReadEventsOptions,
): AsyncGenerator<Event | ForeignEvent> {
  /** By source and id. Digests, not events: memory stays small for long logs. */
  const seen = new Map<string, Map<string, string>>();
  for await (const { event, place } of eventLines(file)) {
    const [source, id] = identityOf(event);
    const content = digest(contentOf(event));
    let ids = seen.get(source);
    if (ids === undefined) {
      ids = new Map();
      seen.set(source, ids);
    }
    const first = ids.get(id);
    if (first === undefined) {
      ids.set(id, content);
      if ("foreign" in event) noteForeign(event.type, report, place, strict);
      yield event;
    } else if (first === content) {
      report.repeated += 1;
    } else {
      const message = `event \`${id}\` is written twice, with different content`;
      report.problem(message, { ...place, field: "id" }, strict);
    }
  }
}

/**
 * The events as they stand, repeats and all: for whoever tells repeats by other means than memory.
 * @throws ProvisoError EVENT_INVALID for a line that is no event; INPUT_ENCODING
 */
export async function* eventLines(
  file: SourceFile,
): AsyncGenerator<{ readonly event: Event | ForeignEvent; readonly place: Place }> {
  for await (const line of lines(file)) {
    const place = { file: file.path, line: line.line };
    yield { event: parseEvent(jsonOf(line, place), place), place };
  }
}

function identityOf(event: Event | ForeignEvent): readonly [source: string, id: string] {
  if (!("foreign" in event)) return [event.source, event.id];
  return [String(event.raw["source"]), String(event.raw["id"])];
}

/** Text that is the same for the same event: instants as numbers, `data` in the order of its schema. */
function contentOf(event: Event | ForeignEvent): string {
  if ("foreign" in event) return sorted(event.raw);
  const { type, account, conversation, at, recorded, data } = event;
  return JSON.stringify([type, account, conversation, at, recorded, data]);
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function jsonOf(line: RawRecord, place: Place): unknown {
  try {
    return JSON.parse(decoder.decode(line.bytes));
  } catch (cause) {
    throw new ProvisoError("EVENT_INVALID", "the line is not JSON", {
      place: { ...place, offset: line.offset },
      hint: "write one event per line; the last line may have been cut off",
      cause,
    });
  }
}

/** JSON text that does not depend on the order of keys. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const NAMES = EVENT_TYPES.map((type) => PREFIX + type);

/** The type of ours that an unknown one was meant to be: it would be without effect. */
export function meantType(type: string): string | undefined {
  const bare = (EVENT_TYPES as readonly string[]).includes(type);
  const meant = bare ? PREFIX + type : nearest(type, NAMES);
  return bare || type.startsWith(PREFIX) ? meant : undefined;
}

function noteForeign(type: string, report: Report, place: Place, strict: boolean): void {
  report.countUnknown(`event type ${type}`);
  const meant = meantType(type);
  if (meant === undefined) return;
  report.problem(`unknown type \`${type}\`, did you mean \`${meant}\`?`, { ...place, field: "type" }, strict);
}
