/** The published JSON Schemas against what the parsers accept and refuse. */
import { globSync, readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import {
  eventSchema,
  parseTimeline,
  printEvent,
  readTimeline,
  timelineEvents,
  timelineJsonSchema,
} from "../src/events/index.ts";
import { event } from "./generate-event.ts";
import { timeline } from "./generate-timeline.ts";

const ROOT = new URL("../../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), "utf8");

function validator(name: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
  formats.default(ajv);
  return ajv.compile(JSON.parse(read(`packages/core/schemas/${name}.schema.json`)));
}

const isTimeline = validator("timeline");
const isEvent = validator("event");

test("the schemas in the repository are those of the code", () => {
  expect(JSON.parse(read("packages/core/schemas/timeline.schema.json"))).toEqual(timelineJsonSchema());
  expect(JSON.parse(read("packages/core/schemas/event.schema.json"))).toEqual(eventSchema());
});

const EXAMPLES = globSync("examples/*/account*.yaml", { cwd: ROOT });

test("there are timelines to try", () => expect(EXAMPLES.length).toBeGreaterThan(4));

test.each(EXAMPLES)("%s", (path) => {
  const text = read(path);
  expect(timelineEvents(parseTimeline(text, path)).length).toBeGreaterThan(2);
  isTimeline(parse(text));
  expect(isTimeline.errors).toBeNull();
});

const LINES = read("examples/support-desk/events.jsonl").trim().split("\n");

test("examples/support-desk/events.jsonl", () => {
  for (const line of LINES) {
    isEvent(JSON.parse(line));
    expect(isEvent.errors).toBeNull();
  }
});

test.each([
  "plan: { name: pro }",
  "plan: []",
  "choises: []",
  "region: Germany",
  "signedUp: tomorrow",
  "choices: [{ at: 2025-01-01, purpose: train, choice: granted }]",
  "choices: [{ at: 2025-01-01, purpose: sale }]",
  "choices: [{ at: 2025-01-01, purpose: sale, choice: granted, validfor: 1y }]",
  "deletions: [{ conversation: c, account: true, at: 2025-01-01 }]",
  "holds: [{ hold: h, placed: 2025-01-01, scope: { conversations: [] } }]",
  "organisation: { retention: ever }",
  "complete: [plans]",
])("%s is wrong for the editor and for the parser", (text) => {
  expect(isTimeline(parse(text))).toBe(false);
  expect(readTimeline(text, "account.yaml").errors).not.toEqual([]);
});

const CHOICE = {
  specversion: "1.0",
  id: "e",
  source: "s",
  type: "proviso.choice.made",
  subject: "accounts/a",
  time: "2025-10-08T12:00:00Z",
  data: { purpose: "sale", choice: "granted" },
};

test.each([
  { ...CHOICE, specversion: "2.0" },
  { ...CHOICE, time: undefined },
  { ...CHOICE, time: "2025-10-08" },
  { ...CHOICE, subject: undefined },
  { ...CHOICE, subject: "accounts/" },
  { ...CHOICE, subject: "accounts/a/conversations/c" },
  { ...CHOICE, data: undefined },
  { ...CHOICE, data: { purpose: "sale" } },
  { ...CHOICE, data: { ...CHOICE.data, extra: 1 } },
])("%j is no event", (value) => {
  const json: unknown = JSON.parse(JSON.stringify(value));
  expect(isEvent(json)).toBe(false);
});

test("a type it does not know may hold anything", () => {
  expect(isEvent({ specversion: "1.0", id: "e", source: "s", type: "com.example.x", data: 7 })).toBe(true);
});

test("every event the library writes is an event to the schema, every timeline a timeline", () => {
  fc.assert(
    fc.property(event, (one) => {
      isEvent(JSON.parse(JSON.stringify(printEvent(one))));
      expect(isEvent.errors).toBeNull();
    }),
  );
  fc.assert(
    fc.property(timeline, (one) => {
      isTimeline(one);
      expect(isTimeline.errors).toBeNull();
    }),
  );
});
