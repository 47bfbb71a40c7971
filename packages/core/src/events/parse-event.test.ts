import { expect, test } from "vitest";
import { ProvisoError } from "../errors.ts";
import { parseEvent } from "./parse-event.ts";

const CHOICE = {
  specversion: "1.0",
  id: "e-1",
  source: "urn:test",
  type: "proviso.choice.made",
  subject: "accounts/a-1",
  time: "2025-10-08T12:00:00Z",
  data: { purpose: "train-general", choice: "granted" },
};

function of(type: string, data: unknown, subject?: string): object {
  const { subject: _, ...rest } = CHOICE;
  return { ...rest, type: `proviso.${type}`, data, ...(subject === undefined ? {} : { subject }) };
}

function without(key: string): object {
  return Object.fromEntries(Object.entries(CHOICE).filter(([name]) => name !== key));
}

function refused(value: unknown): ProvisoError {
  try {
    parseEvent(value, { file: "events.jsonl", line: 7 });
  } catch (error) {
    if (error instanceof ProvisoError) return error;
    throw error;
  }
  throw new Error("the event was accepted");
}

/** What is wrong, the field that is named, a part of the message, a part of the hint. */
const WRONG: readonly (readonly [string, unknown, string | undefined, string, string?])[] = [
  ["a list", [CHOICE], undefined, "an event is a JSON object", "one event per line"],
  ["null", null, undefined, "an event is a JSON object"],
  ["no version", without("specversion"), "specversion", "`specversion` is missing", "`1.0`"],
  [
    "another version",
    { ...CHOICE, specversion: "0.3" },
    "specversion",
    "`0.3` is not a known version",
    "`1.0`",
  ],
  ["no id", without("id"), "id", "`id` is missing"],
  ["an empty id", { ...CHOICE, id: "" }, "id", "`id` is empty"],
  ["a number as id", { ...CHOICE, id: 7 }, "id", "`id` is not text"],
  ["no source", without("source"), "source", "`source` is missing"],
  ["no type", without("type"), "type", "`type` is missing"],
  ["no time", without("time"), "time", "`time` is missing", "2025-10-08T12:00:00Z"],
  ["a day alone", { ...CHOICE, time: "2025-10-08" }, "time", "RFC 3339", "2025-10-08T12:00:00Z"],
  ["no offset", { ...CHOICE, time: "2025-10-08T12:00:00" }, "time", "RFC 3339"],
  ["30 February", { ...CHOICE, time: "2025-02-30T12:00:00Z" }, "time", "not a date of the calendar"],
  ["13th month", { ...CHOICE, time: "2025-13-01T12:00:00Z" }, "time", "not a date of the calendar"],
  ["1989", { ...CHOICE, time: "1989-12-31T23:59:59Z" }, "time", "between the years 1990 and 9999"],
  ["a choice at the epoch", { ...CHOICE, time: "1970-01-01T00:00:00Z" }, "time", "between the years"],
  ["recorded wrong", { ...CHOICE, recorded: "yesterday" }, "recorded", "RFC 3339"],
  [
    "recorded misspelt",
    { ...CHOICE, recordedtime: CHOICE.time },
    "recordedtime",
    "unknown attribute",
    "`recorded`",
  ],
  ["binary data", { ...CHOICE, data_base64: "e30=" }, "data_base64", "binary data"],
  [
    "a purpose unknown",
    of("choice.made", { purpose: "train", choice: "granted" }, "accounts/a"),
    "data.purpose",
    "`train` is not a known `purpose`",
    "`train-general`",
  ],
  [
    "a purpose misspelt",
    of("choice.made", { purpose: "train-genral", choice: "granted" }, "accounts/a"),
    "data.purpose",
    "`train-genral`",
    "did you mean `train-general`?",
  ],
  [
    "no choice",
    of("choice.made", { purpose: "sale" }, "accounts/a"),
    "data.choice",
    "`choice` is missing",
    "`granted` or `refused`",
  ],
  ["no data", of("choice.made", undefined, "accounts/a"), "data.purpose", "`purpose` is missing"],
  ["data that is text", of("choice.made", "yes", "accounts/a"), "data", "not a group of fields"],
  [
    "an unknown field",
    of("choice.made", { purpose: "sale", choice: "granted", validfor: "1y" }, "accounts/a"),
    "data.validfor",
    "unknown field `validfor`",
    "`validFor`",
  ],
  [
    "no period",
    of("choice.made", { purpose: "sale", choice: "granted", validFor: "1 year" }, "accounts/a"),
    "data.validFor",
    "`1 year` is not a period",
    "`1y`",
  ],
  [
    "the EU",
    of("account.region-changed", { region: "EU" }, "accounts/a"),
    "data.region",
    "`EU` is not a region",
    "`EEA-DE`",
  ],
  [
    "no country of the EEA",
    of("account.created", { region: "EEA-US" }, "accounts/a"),
    "data.region",
    "`US` is not a country of the EEA",
  ],
  [
    "a hold for nobody",
    of("hold.placed", { hold: "h", scope: { conversations: [] } }, "*"),
    "data.scope.conversations",
    "is empty",
  ],
  [
    "a hold for half a region",
    of("hold.placed", { hold: "h", scope: { regions: ["EEA-DE"] } }, "*"),
    "data.scope.regions[0]",
    "part of a region",
    "`EEA`",
  ],
  [
    "kinds with prefix",
    of("log-complete", { kinds: ["proviso.choice.made"] }, "*"),
    "data.kinds[0]",
    "is not a kind of event",
    "write `choice.made`",
  ],
  [
    "kinds misspelt",
    of("log-complete", { kinds: ["choice.maed"] }, "*"),
    "data.kinds[0]",
    "is not a kind of event",
    "`choice.made`",
  ],
  [
    "a manifest by its name",
    of("run.started", { run: "r", manifest: "training/manifest.json" }, "*"),
    "data.manifest",
    "is not the digest of a manifest",
    "`sha256:`",
  ],
  ["a model without a name", of("run.started", { run: "r", model: "" }, "*"), "data.model", "is empty"],
  [
    "complete backwards",
    of("log-complete", { kinds: ["*"], until: "2025-10-07T00:00:00Z" }, "*"),
    "data.until",
    "before the log is complete from",
  ],
  ["no subject", without("subject"), "subject", "`subject` is missing", "accounts/<account>"],
  ["an empty account", { ...CHOICE, subject: "accounts/" }, "subject", "`accounts/` is not a subject"],
  ["an unencoded id", { ...CHOICE, subject: "accounts/a/b" }, "subject", "not a subject", "percent-encoded"],
  ["a bad encoding", { ...CHOICE, subject: "accounts/50%" }, "subject", "not a subject", "percent-encoded"],
  ["a choice of everyone", { ...CHOICE, subject: "*" }, "subject", "cannot be about `*`"],
  ["a choice in a chat", { ...CHOICE, subject: "accounts/a/conversations/c" }, "subject", "cannot be about"],
  ["a choice about a hold", { ...CHOICE, subject: "holds/h" }, "subject", "cannot be about `holds/h`"],
  [
    "another hold",
    of("hold.released", { hold: "h-2" }, "holds/h-1"),
    "subject",
    "names hold `h-1`, `data` names `h-2`",
  ],
  [
    "a chat's completeness",
    of("log-complete", { kinds: ["*"] }, "conversations/c"),
    "subject",
    "cannot be about",
  ],
];

test.each(WRONG)("%s is refused with its place", (_, value, field, message, hint) => {
  const error = refused(value);
  expect(error.code).toBe("EVENT_INVALID");
  expect(error.place).toEqual({ file: "events.jsonl", line: 7, ...(field === undefined ? {} : { field }) });
  expect(error.message).toContain(message);
  if (hint !== undefined) expect(error.hint).toContain(hint);
});

const SUBJECTS: readonly (readonly [string, string | undefined, string | undefined])[] = [
  ["accounts/a", "a", undefined],
  ["accounts/a%2Fb", "a/b", undefined],
  ["account", "", undefined],
  ["*", undefined, undefined],
  ["accounts/a/conversations/c%25", "a", "c%"],
  ["conversations/c", "", "c"],
];

test.each(SUBJECTS)("subject `%s`", (subject, account, conversation) => {
  const event = parseEvent(of("hold.placed", { hold: "h" }, subject), {});
  expect(event).toMatchObject({ account, conversation });
});

test.each([
  ["hold.released", { hold: "h" }, "holds/h"],
  ["run.started", { run: "r", includes: ["c-1"] }, "runs/r"],
])("%s without a subject, or named by its own, is about every account", (type, data, subject) => {
  for (const given of [subject, undefined]) {
    expect(parseEvent(of(type, data, given), {})).toMatchObject({
      account: undefined,
      conversation: undefined,
    });
  }
});

test("`recorded` defaults to `time`, and may be before it: an announcement", () => {
  const at = Date.UTC(2025, 9, 8, 12);
  expect(parseEvent(CHOICE, {})).toMatchObject({ at, recorded: at });
  const announced = { ...CHOICE, recorded: "2025-08-28T00:00:00+02:00" };
  expect(parseEvent(announced, {})).toMatchObject({ at, recorded: Date.UTC(2025, 7, 27, 22) });
});

test("a log complete from another time than it says so counts from there", () => {
  const data = { kinds: ["*"], from: "2025-01-01T00:00:00Z" };
  const event = parseEvent(of("log-complete", data, "*"), {});
  expect(event).toMatchObject({
    at: Date.UTC(2025, 0, 1),
    recorded: Date.UTC(2025, 9, 8, 12),
    data: { kinds: ["*"] },
  });
});

test.each(["proviso.choice.remade", "com.example.choice.made", "toString", "proviso.toString"])(
  "type `%s` is foreign and kept whole",
  (type) => {
    const value = { ...CHOICE, type, time: undefined, data: 7, any: "thing" };
    expect(parseEvent(value, {})).toEqual({ foreign: true, type, raw: value });
  },
);

test("extension attributes may stand beside", () => {
  expect(
    parseEvent(
      { ...CHOICE, traceparent: "00-0af", partitionkey: "a", datacontenttype: "application/json" },
      {},
    ),
  ).toMatchObject({ type: "choice.made" });
});

test("a kind of a newer version is let through: it takes nothing in", () => {
  const event = parseEvent(of("log-complete", { kinds: ["meeting.transcribed"] }, "*"), {});
  expect(event).toMatchObject({ data: { kinds: ["meeting.transcribed"] } });
});

test("values are kept in one form", () => {
  const event = parseEvent(of("account.created", { region: "eea-de" }, "accounts/a"), {});
  expect(event).toMatchObject({ data: { region: "EEA-DE" } });
  const hold = parseEvent(of("hold.placed", { hold: "h", scope: { exceptRegions: ["gb"] } }, "*"), {});
  expect(hold).toMatchObject({ data: { scope: { exceptRegions: ["UK"] } } });
  const choice = { purpose: "sale", choice: "granted", validFor: "1y" };
  expect(parseEvent(of("choice.made", choice, "accounts/a"), {})).toMatchObject({
    data: { validFor: "P1Y" },
  });
});
