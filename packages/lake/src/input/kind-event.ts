/**
 * RowKind -> an event as it would come over the wire -> parse-event
 *
 * A name that is given is as good as any other, so one stands for all. What the reader refuses in it
 * is wrong in every row of the kind, and what it writes in its own form is written so in the table.
 */
import { ProvisoError } from "@proviso/core";
import { EVENT_TYPES, type EventType, meantType, parseEvent } from "@proviso/core/events";
import { PATHS, type RowKind } from "./row-kinds.ts";

/** What became of a kind. */
export type Verdict =
  | { readonly is: "foreign"; readonly type: string }
  | {
      readonly is: "faulty";
      readonly column: string | undefined;
      readonly says: string;
      readonly hint: string | undefined;
    }
  /** Texts that the reader writes otherwise, by column. */
  | { readonly is: "fine"; readonly written: ReadonlyMap<string, ReadonlyMap<string, string>> };

const PREFIX = "proviso.";
const NAME = "given";
const BEGINNING = "1970-01-01T00:00:00Z";
const AT = "2025-01-01T00:00:00Z";
const LATER = "2026-01-01T00:00:00Z";
const EARLIER = "1995-01-01T00:00:00Z";

/** Needed on the wire and without a column, since no fact rests on it. */
const WITHOUT_COLUMN: Partial<Record<EventType, Readonly<Record<string, string>>>> = {
  "copy.destroyed": { copy: NAME },
};

export function judge(kind: RowKind): Verdict {
  const type = kind.values.get("type");
  if (typeof type !== "string" || type === "") return fault("type", "`type` is missing");
  if (!isEventType(type)) {
    const meant = meantType(PREFIX + type);
    if (meant === undefined) return { is: "foreign", type };
    return fault("type", `unknown type \`${type}\``, `did you mean \`${meant.slice(PREFIX.length)}\`?`);
  }
  for (const name of ["valid_at", "recorded_at", "until_at"]) {
    const state = kind.states.get(name);
    if (state === "faulty") return fault(name, `\`${name}\` is no instant between the years 1990 and 9999`);
    if (name === "valid_at" && state === "none") return fault(name, "`valid_at` is missing");
  }
  const foreign = strayColumn(kind, type);
  if (foreign !== undefined)
    return fault(foreign, `\`${foreign}\` is given, which \`${type}\` does not have`);
  const wire = wireOf(kind, type);
  try {
    const event = parseEvent(wire, {});
    return { is: "fine", written: writtenOtherwise(kind, type, event as unknown as Fields) };
  } catch (error) {
    if (!(error instanceof ProvisoError)) throw error;
    return fault(columnFor(error.place.field, type), error.message, error.hint);
  }
}

type Fields = Readonly<Record<string, unknown>>;

function fault(column: string | undefined, says: string, hint?: string): Verdict {
  return { is: "faulty", column, says, hint };
}

function isEventType(type: string): type is EventType {
  return (EVENT_TYPES as readonly string[]).includes(type);
}

function isGiven(kind: RowKind, name: string): boolean {
  const value = kind.values.get(name);
  return value === undefined ? kind.states.get(name) !== "none" : value !== null;
}

/** A field that a type does not have was meant for something, and would be passed over. */
function strayColumn(kind: RowKind, type: EventType): string | undefined {
  for (const [name, { of }] of PATHS) {
    if (of !== undefined && !of.includes(type) && isGiven(kind, name)) return name;
  }
  return undefined;
}

function wireOf(kind: RowKind, type: EventType): Fields {
  const state = (name: string): string => kind.states.get(name) ?? "none";
  const data: Record<string, unknown> = { ...WITHOUT_COLUMN[type] };
  for (const [name, { path, of }] of PATHS) {
    if (of?.includes(type) !== true) continue;
    // The one field that may be null on the wire: no maximum.
    if (name === "retention_max" && !isGiven(kind, name)) data["max"] = null;
    if (isGiven(kind, name)) put(data, path.slice(1), given(kind, name));
  }
  return {
    specversion: "1.0",
    ...optional("id", nameOf(state("id"))),
    ...optional("source", nameOf(state("source"))),
    type: PREFIX + type,
    ...optional("subject", subjectOf(state("account"), state("conversation"))),
    time: state("valid_at") === "beginning" ? BEGINNING : AT,
    ...optional("recorded", state("recorded_at") === "none" ? undefined : timeOf(state("recorded_at"))),
    data,
  };
}

function optional(name: string, value: string | undefined): Fields {
  return value === undefined ? {} : { [name]: value };
}

function nameOf(state: string): string | undefined {
  return state === "none" ? undefined : state === "empty" ? "" : NAME;
}

function timeOf(state: string): string {
  return state === "beginning" ? BEGINNING : AT;
}

function subjectOf(account: string, conversation: string): string {
  const inner = conversation === "none" ? undefined : `conversations/${nameOf(conversation) ?? ""}`;
  if (account === "given") return `accounts/${NAME}${inner === undefined ? "" : `/${inner}`}`;
  return inner ?? (account === "empty" ? "account" : "*");
}

function given(kind: RowKind, name: string): unknown {
  const value = kind.values.get(name);
  if (value !== undefined) return value;
  const state = kind.states.get(name);
  switch (PATHS.get(name)?.type) {
    case "boolean":
      return state === "true";
    case "timestamp":
      return state === "early" ? EARLIER : state === "beginning" ? BEGINNING : LATER;
    case "texts":
      return state === "empty" ? [] : [state === "faulty" ? "" : NAME];
    default:
      return nameOf(state ?? "none");
  }
}

function put(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [field, ...rest] = path;
  if (field === undefined) return;
  if (rest.length === 0) {
    into[field] = value;
    return;
  }
  const inner = (into[field] ?? {}) as Record<string, unknown>;
  into[field] = inner;
  put(inner, rest, value);
}

function at(fields: Fields, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, field) => (inner as Fields | undefined)?.[field], fields);
}

function writtenOtherwise(
  kind: RowKind,
  type: EventType,
  event: Fields,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const written = new Map<string, Map<string, string>>();
  for (const [name, value] of kind.values) {
    const column = PATHS.get(name);
    if (value === null || column?.of?.includes(type) !== true) continue;
    const [from, to] = [value, at(event, column.path)].map((one) => (Array.isArray(one) ? one : [one]));
    const changed = new Map<string, string>();
    for (const [index, text] of (from ?? []).entries()) {
      if (text !== to?.[index]) changed.set(String(text), String(to?.[index]));
    }
    if (changed.size > 0) written.set(name, changed);
  }
  return written;
}

/** The column of a field as the reader names it: `data.scope.plans[0]`. */
function columnFor(field: string | undefined, type: EventType): string | undefined {
  if (field === undefined) return undefined;
  if (field === "time") return "valid_at";
  if (field === "recorded") return "recorded_at";
  if (field === "subject") return "account";
  const bare = field.replace(/\[\d+\]$/, "");
  for (const [name, { path, of }] of PATHS) {
    if (path.join(".") === bare && (of === undefined || of.includes(type))) return name;
  }
  return field;
}
