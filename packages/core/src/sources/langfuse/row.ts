/**
 * A Langfuse row in either spelling -> what it is and what it belongs to
 *
 * The API and the download button write camelCase and nest observations in their trace; blob exports
 * write snake_case and a file per table.
 */
import type { Fields, Shape } from "../json/shape.ts";
import { firstName, type Json, listOf, objectOf } from "../read-field.ts";

const both = (camel: string): string[] => [
  camel,
  camel.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
];
const READ = ["id", "name", "type", "timestamp", "startTime", "endTime", "createdAt", "userId", "sessionId"];
const LINKS = ["traceId", "traceName", "model", "providedModelName", "modelId", "isDeleted"];

const VALUES: Fields = Object.fromEntries([...READ, ...LINKS].flatMap(both).map((name) => [name, "value"]));

/** Known names, in both spellings, that hold figures, configuration, or the exporter's own notes. */
const SILENT: Fields = Object.fromEntries(
  [
    "bookmarked",
    "calculatedInputCost",
    "calculatedOutputCost",
    "calculatedTotalCost",
    "completionStartTime",
    "completionTokens",
    "completionTokensDetails",
    "costDetails",
    "environment",
    "externalId",
    "htmlPath",
    "inputCost",
    "inputPrice",
    "inputUsage",
    "internalModelId",
    "isAppRoot",
    "isRootObservation",
    "latency",
    "level",
    "modelParameters",
    "outputCost",
    "outputPrice",
    "outputUsage",
    "parentObservationId",
    "projectId",
    "promptId",
    "promptName",
    "promptTokens",
    "promptVersion",
    "providedUsageDetails",
    "providedCostDetails",
    "public",
    "release",
    "statusMessage",
    "tags",
    "timeToFirstToken",
    "toolDefinitions",
    "totalCost",
    "totalPrice",
    "totalTokens",
    "unit",
    "updatedAt",
    "usage",
    "usageDetails",
    "version",
  ]
    .flatMap(both)
    .map((name) => [name, "skip"]),
);

const FIELDS: Fields = {
  ...SILENT,
  ...VALUES,
  input: "text",
  output: "text",
  metadata: "skip",
  scores: { array: "skip" },
  comments: { array: "skip" },
  // Wanted only where a model's answer is its calls; the answer itself then has them too.
  toolCalls: "skip",
  tool_calls: "skip",
  toolCallNames: "skip",
  tool_call_names: "skip",
};
const TRACE: Fields = { ...FIELDS, observations: { array: { string: "skip", object: FIELDS } } };

/** A row, a trace with its observations, a session with its traces, or a page of any of them. */
export const ROW: Shape = {
  object: {
    ...TRACE,
    data: { array: { object: TRACE } },
    meta: "skip",
    trace: { object: TRACE },
    traces: { array: { object: TRACE } },
  },
};

const KEY_NAMES = ["id", "type", "traceId", "sessionId", "startTime"].flatMap(both);
const KEY_FIELDS: Fields = Object.fromEntries(KEY_NAMES.map((name) => [name, "value"]));
const KEY_TRACE = {
  object: { ...KEY_FIELDS, observations: { array: { object: KEY_FIELDS, rest: "skip" } } },
  rest: "skip",
} as const;

/** The same rows, with nothing but what says to which conversation they belong. */
export const ROW_KEYS: Shape = {
  object: { ...KEY_TRACE.object, data: { array: KEY_TRACE }, trace: KEY_TRACE, traces: { array: KEY_TRACE } },
  rest: "skip",
};

export interface Row {
  readonly kind: "trace" | "observation";
  readonly fields: Json;
  /** Undefined for an observation whose trace is not named: it then stands alone. */
  readonly trace: string | undefined;
  readonly session: string | undefined;
}

/** The field under its camelCase name or its snake_case one. */
export function field(row: Json, camel: string): unknown {
  const [first, second] = both(camel);
  return row[first ?? camel] ?? row[second ?? camel];
}

/** The rows inside a record, traces before their observations. */
export function* rowsOf(record: Json): Generator<Row> {
  const inner = [...listOf(record["data"]), ...listOf(record["traces"]), record["trace"]]
    .filter((row) => row !== undefined && row !== null)
    .map(objectOf);
  if (inner.length === 0 || (record["trace"] === undefined && !isPage(record))) yield* rowAndChildren(record);
  // A downloaded trace keeps its observations beside it; `observations` is then the wrapper's.
  for (const row of inner) yield* rowAndChildren(row);
  if (record["trace"] !== undefined) yield* children(record, firstName(objectOf(record["trace"])["id"]));
}

function* rowAndChildren(row: Json): Generator<Row> {
  const session = firstName(field(row, "sessionId"));
  if (isObservation(row)) {
    yield { kind: "observation", fields: row, trace: firstName(field(row, "traceId")), session };
    return;
  }
  const trace = firstName(row["id"]);
  yield { kind: "trace", fields: row, trace, session };
  yield* children(row, trace);
}

function* children(row: Json, trace: string | undefined): Generator<Row> {
  for (const observation of listOf(row["observations"]).map(objectOf)) {
    const own = firstName(field(observation, "traceId")) ?? trace;
    yield { kind: "observation", fields: observation, trace: own, session: undefined };
  }
}

function isPage(record: Json): boolean {
  return Array.isArray(record["data"]) || Array.isArray(record["traces"]);
}

function isObservation(row: Json): boolean {
  return field(row, "traceId") !== undefined || field(row, "startTime") !== undefined;
}
