/** One CloudEvents line as JSON Schema 2020-12. Types it does not know may have any `data`. */
import * as z from "zod";
import { EVENT_TYPES, type EventType } from "./event.ts";
import { DATA } from "./event-data.ts";
import { PREFIX } from "./parse-event.ts";
import { REACH } from "./subject.ts";

type Json = Readonly<Record<string, unknown>>;

const text = { type: "string", minLength: 1 };
const time = { type: "string", format: "date-time" };

/** Ids in a subject: not empty, `/` and `%` encoded. */
const ID = "(?:[^/%]|%[0-9A-Fa-f]{2})+";
const SUBJECTS: Readonly<Record<string, string>> = {
  every: `\\*|holds/${ID}|runs/${ID}`,
  account: `account|accounts/${ID}`,
  conversation: `(?:accounts/${ID}/)?conversations/${ID}`,
};

export function eventSchema(): Json {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Proviso event: one CloudEvents 1.0 object, a line of JSON Lines",
    type: "object",
    required: ["specversion", "id", "source", "type"],
    properties: {
      specversion: { const: "1.0" },
      id: { ...text, description: "No other event of the source has it." },
      source: { ...text, description: "A URI for the system that the event comes from." },
      type: { ...text, examples: EVENT_TYPES.map((type) => PREFIX + type) },
      subject: { type: "string", description: "What it is about; ids percent-encoded." },
      time: { ...time, description: "When it happened." },
      recorded: { ...time, description: "When the recorder learned of it; `time` by default." },
      data: {},
    },
    allOf: EVENT_TYPES.map((type) => ({
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      ...{ if: { properties: { type: { const: PREFIX + type } } }, then: knownType(type) },
    })),
  };
}

function knownType(type: EventType): Json {
  const { $schema, ...data } = z.toJSONSchema(DATA[type], { io: "input" });
  const reach = REACH[type];
  const needsSubject = !reach.includes("every");
  const needsData = Array.isArray(data.required) && data.required.length > 0;
  return {
    required: ["time", ...(needsSubject ? ["subject"] : []), ...(needsData ? ["data"] : [])],
    properties: {
      subject: { type: "string", pattern: `^(?:${reach.map((one) => SUBJECTS[one]).join("|")})$` },
      data,
    },
  };
}
