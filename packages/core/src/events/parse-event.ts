/**
 * CloudEvents 1.0 JSON object -> **Event** -> facts
 *
 * What this version does not know is carried along as a foreign event. What it does know must be
 * right in every field: an event half understood could permit what it was meant to forbid.
 * https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md
 */
import { type Place, ProvisoError } from "../errors.ts";
import { nearest } from "../policy/nearest.ts";
import type { Event, EventType, ForeignEvent } from "./event.ts";
import { DATA } from "./event-data.ts";
import { knownKeys } from "./known-keys.ts";
import { printPath, refusalsOf } from "./refusal.ts";
import { formsFor, parseSubject, REACH, reachOf, type Subject } from "./subject.ts";
import { BEGINNING, FAULTS, parseTime, TIME_HINT } from "./time.ts";

export const PREFIX = "proviso.";

type Wire = Readonly<Record<string, unknown>>;

/**
 * @param place of the JSON object; errors add the field to it
 * @throws ProvisoError EVENT_INVALID
 */
export function parseEvent(value: unknown, place: Place): Event | ForeignEvent {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ProvisoError("EVENT_INVALID", "an event is a JSON object", {
      place,
      hint: Array.isArray(value) ? "write one event per line, without a list around them" : undefined,
    });
  }
  const wire = value as Wire;
  const at = { wire, place };
  const version = text(at, "specversion");
  if (version !== "1.0")
    throw invalid(at, "specversion", `\`${version}\` is not a known version`, "write `1.0`");
  const id = text(at, "id");
  const source = text(at, "source");
  const type = text(at, "type");
  const known = type.startsWith(PREFIX) ? type.slice(PREFIX.length) : "";
  if (!isEventType(known)) return { foreign: true, type, raw: wire };
  return parseKnown(at, id, source, known);
}

interface At {
  readonly wire: Wire;
  readonly place: Place;
}

function parseKnown(at: At, id: string, source: string, type: EventType): Event {
  refuseNearMisses(at);
  if ("data_base64" in at.wire)
    throw invalid(at, "data_base64", "binary data is not read", "write JSON in `data`");
  const subject = subjectOf(at, type);
  const { from, ...data } = dataOf(at, type);
  agree(at, type, subject, data);
  const mayBegin = STATES.has(type) || data["undated"] === true;
  const time = timeOf(at, "time", text(at, "time"), mayBegin);
  const isSame = at.wire["recorded"] === undefined || at.wire["recorded"] === at.wire["time"];
  const recorded = isSame ? time : timeOf(at, "recorded", text(at, "recorded"), mayBegin);
  const start = typeof from === "string" ? timeOf(at, "data.from", from, true) : time;
  if (typeof data["until"] === "string" && Number(parseTime(data["until"])) < start) {
    throw invalid(at, "data.until", "`until` is before the log is complete from");
  }
  const { account, conversation } = subject;
  // INVARIANT: `data` passed the schema of `type`, which types cannot follow across the table.
  return { id, source, type, account, conversation, at: start, recorded, data } as Event;
}

/** Types whose value may hold "from the beginning": a choice at the epoch is a zero, not a choice. */
const STATES: ReadonlySet<EventType> = new Set([
  "account.plan-changed",
  "account.region-changed",
  "account.credential-changed",
  "organisation.retention-set",
  "organisation.opted-in",
  "log-complete",
]);

function subjectOf(at: At, type: EventType): Subject {
  const written = at.wire["subject"] === undefined ? undefined : text(at, "subject");
  const subject = parseSubject(written);
  if (subject !== undefined && REACH[type].includes(reachOf(subject))) return subject;
  const message =
    written === undefined
      ? "`subject` is missing"
      : subject === undefined
        ? `\`${written}\` is not a subject`
        : `\`${PREFIX}${type}\` cannot be about \`${written}\``;
  throw invalid(
    at,
    "subject",
    message,
    `write ${formsFor(type)}, ids percent-encoded where they contain \`/\` or \`%\``,
  );
}

function dataOf(at: At, type: EventType): Record<string, unknown> {
  const schema = DATA[type];
  const written = at.wire["data"] ?? {};
  const result = schema.safeParse(written);
  if (result.success) return result.data;
  const [refusal] = refusalsOf(result.error.issues, written, (inside) => knownKeys(schema, inside));
  const path = printPath(["data", ...(refusal?.path ?? [])]);
  throw invalid(at, path, refusal?.message ?? "`data` is not as expected", refusal?.hint);
}

/** `holds/<x>` and `runs/<x>` say which one twice: in the subject and in `data`. */
function agree(at: At, type: EventType, { names }: Subject, data: Wire): void {
  if (names === undefined) return;
  const said = data[names.what];
  if (said === names.id) return;
  const message =
    said === undefined
      ? `\`${PREFIX}${type}\` is not about a ${names.what}`
      : `the subject names ${names.what} \`${names.id}\`, \`data\` names \`${String(said)}\``;
  throw invalid(at, "subject", message, `write ${formsFor(type)}`);
}

function timeOf(at: At, field: string, written: string, mayBegin: boolean): number {
  const time = parseTime(written);
  const fault = time === BEGINNING && !mayBegin ? "range" : time;
  if (typeof fault === "number") return fault;
  throw invalid(at, field, `\`${written}\` ${FAULTS[fault]}`, fault === "form" ? TIME_HINT : undefined);
}

/** Attributes that may be left out, and would change the meaning if they were meant and misspelt. */
const OPTIONAL = ["recorded", "subject", "data"];
const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...[
    "specversion",
    "id",
    "source",
    "type",
    "time",
    "datacontenttype",
    "dataschema",
    "dataref",
    "data_base64",
  ],
  ...OPTIONAL,
]);

function refuseNearMisses(at: At): void {
  for (const key in at.wire) {
    if (ATTRIBUTES.has(key)) continue;
    const meant = nearest(key, OPTIONAL);
    if (meant === undefined || meant in at.wire) continue;
    throw invalid(at, key, `unknown attribute \`${key}\``, `did you mean \`${meant}\`?`);
  }
}

function text(at: At, field: string): string {
  const value = at.wire[field];
  if (typeof value === "string" && value !== "") return value;
  if (value === undefined) throw invalid(at, field, `\`${field}\` is missing`, HINTS[field]);
  throw invalid(at, field, `\`${field}\` is ${value === "" ? "empty" : "not text"}`, HINTS[field]);
}

const HINTS: Readonly<Record<string, string>> = {
  specversion: "write `1.0`",
  id: "write an id that no other event of the source has",
  source: "write a URI for the system that the event comes from",
  type: "write a type such as `proviso.choice.made`",
  time: TIME_HINT,
  recorded: TIME_HINT,
};

function invalid({ place }: At, field: string, message: string, hint?: string): ProvisoError {
  return new ProvisoError("EVENT_INVALID", message, { place: { ...place, field }, hint });
}

function isEventType(type: string): type is EventType {
  return Object.hasOwn(DATA, type);
}
