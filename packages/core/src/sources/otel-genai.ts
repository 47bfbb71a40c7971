/**
 * OpenTelemetry GenAI spans in OTLP JSON -> **Conversation** -> events
 *
 * Spans group by `gen_ai.conversation.id`; a span without one follows its trace, and a trace without
 * one is a conversation. Content is opt-in for instrumentation: a conversation may have no items.
 * Memory: one number per conversation and per trace, and the items of the conversations that are open
 * at the current record (gather/grouped.ts).
 */
import { claim } from "./detect/claim.ts";
import { grouped } from "./gather/grouped.ts";
import type { LastSeen } from "./gather/last-seen.ts";
import { project } from "./json/project.ts";
import { readRecord } from "./json/read-record.ts";
import type { Fields, Shape } from "./json/shape.ts";
import { values, type Wrapping } from "./json/values.ts";
import { ChatThread } from "./messages/transcript.ts";
import { type Attributes, attributesOf, textOfAttribute } from "./otel-genai/any-value.ts";
import { isGenAi, messagesOfSpan } from "./otel-genai/span-messages.ts";
import { type FieldPlace, firstName, instantOf, type Json, listOf, objectOf } from "./read-field.ts";
import type { Source } from "./source.ts";

const CONVERSATION = "gen_ai.conversation.id";
const WRAPPING: Wrapping = { under: ["resourceSpans"], perLine: true };
const BOOKKEEPING: Fields = Object.fromEntries(
  [
    "droppedAttributesCount",
    "droppedEventsCount",
    "droppedLinksCount",
    "flags",
    "kind",
    "links",
    "parentSpanId",
    "schemaUrl",
    "scope",
    "status",
    "traceState",
  ].map((name) => [name, "skip"] as const),
);

/** Spans inside a whole export request, or inside one element of its `resourceSpans`. */
function spansShape(span: Fields): Shape {
  const resourceSpans: Fields = {
    ...BOOKKEEPING,
    resource: { object: { attributes: "value" }, rest: "skip" },
    scopeSpans: { array: { object: { ...BOOKKEEPING, spans: { array: { object: span } } } } },
  };
  return { object: { ...resourceSpans, resourceSpans: { array: { object: resourceSpans } } } };
}

const SPANS = spansShape({
  ...BOOKKEEPING,
  traceId: "value",
  spanId: "value",
  name: "value",
  startTimeUnixNano: "value",
  endTimeUnixNano: "value",
  attributes: "value",
  events: {
    array: { object: { ...BOOKKEEPING, name: "value", timeUnixNano: "skip", attributes: "value" } },
  },
});
/** Enough to tell what a span belongs to; long texts are cut. */
const KEYS = spansShape({
  ...BOOKKEEPING,
  traceId: "value",
  attributes: {
    array: { object: { key: "value", value: { object: { stringValue: { prefix: 200 } }, rest: "skip" } } },
  },
});

export const otelGenai: Source = {
  id: "otel-genai",
  title: "OpenTelemetry GenAI spans (OTLP JSON)",
  // Tracing samples, and leaves content out unless asked.
  completeFor: () => [],
  detect: (input) =>
    claim(input, (record) => Array.isArray(record["resourceSpans"]) || Array.isArray(record["scopeSpans"])),
  async *read(files, report, options) {
    let others = 0;
    yield* grouped({
      files,
      report,
      options,
      open: (file, passed) => values(file, passed, WRAPPING),
      make: (id) => new ChatThread(id, "api", { content: options.content, report }),
      scan: (raw, _file, see, seen) => {
        for (const { span } of spansOf(scanned(raw.bytes))) {
          const trace = firstName(span["traceId"]) ?? "";
          const conversation = firstName(attributesOf(span["attributes"]).get(CONVERSATION));
          if (conversation !== undefined) seen.belongs(trace, conversation);
          see(conversation ?? trace);
        }
      },
      apply: (raw, file, threads, seen) => {
        const context = { file: file.path, report, strict: options.strict };
        const record = readRecord(raw, SPANS, context);
        const touched: ChatThread[] = [];
        for (const { span, resource } of spansOf(record)) {
          const attributes = attributesOf(span["attributes"]);
          if (!isGenAi(attributes, span["events"])) {
            others += 1;
            continue;
          }
          const thread = threads.of(conversationOf(span, attributes, seen));
          thread.locate(file.path, raw);
          addSpan(thread, span, attributes, resource, { raw, context });
          touched.push(thread);
        }
        return touched;
      },
    });
    if (others > 0) yield { kind: "holding", what: "spans that are not GenAI", count: others };
  },
};

function addSpan(
  thread: ChatThread,
  span: Json,
  attributes: Attributes,
  resource: Attributes,
  place: FieldPlace,
): void {
  const at = spanTime(span, "startTimeUnixNano", place);
  const end = spanTime(span, "endTimeUnixNano", place) ?? at;
  thread.touch(at);
  thread.touch(end);
  for (const given of [attributes, resource]) {
    thread.account ??= firstName(given.get("user.id"), given.get("enduser.id"));
  }
  thread.model ??= firstName(attributes.get("gen_ai.response.model"), attributes.get("gen_ai.request.model"));

  const { system, input, output } = messagesOfSpan(attributes, span["events"], (what) =>
    place.context.report.countUnknown(what),
  );
  thread.transcript.add(system, -system.length, at);
  thread.transcript.add(input, 0, at);
  thread.transcript.add(output, input.length, end);
  addToolCall(thread, attributes, at, end);
}

/** A tool's own span: what it was asked is the model's, what it returned is the tool's. */
function addToolCall(
  thread: ChatThread,
  attributes: Attributes,
  at: number | undefined,
  end: number | undefined,
): void {
  const call = firstName(attributes.get("gen_ai.tool.call.id"));
  const name = firstName(attributes.get("gen_ai.tool.name"));
  const text = (key: string): string => textOfAttribute(attributes.get(key));
  const asked = text("gen_ai.tool.call.arguments");
  const result = text("gen_ai.tool.call.result");
  if (asked !== "") thread.transcript.addCall(call, asked, at);
  if (call !== undefined && name !== undefined) thread.transcript.nameTool(call, name);
  if (result !== "") thread.transcript.addResult(call, name, result, end);
}

function conversationOf(span: Json, attributes: Attributes, seen: LastSeen): string {
  const trace = firstName(span["traceId"]) ?? "";
  return firstName(attributes.get(CONVERSATION)) ?? seen.conversationOf(trace) ?? trace;
}

function* spansOf(record: unknown): Generator<{ span: Json; resource: Attributes }> {
  const outer = objectOf(record);
  for (const group of [outer, ...listOf(outer["resourceSpans"]).map(objectOf)]) {
    const resource = attributesOf(objectOf(group["resource"])["attributes"]);
    for (const scope of listOf(group["scopeSpans"]).map(objectOf)) {
      for (const span of listOf(scope["spans"]).map(objectOf)) yield { span, resource };
    }
  }
}

function scanned(bytes: Uint8Array): unknown {
  try {
    return project(bytes, KEYS);
  } catch {
    return undefined;
  }
}

/** Zero is how OTLP says that there is no time. */
function spanTime(span: Json, field: string, place: FieldPlace): number | undefined {
  const value = span[field];
  return value === "0" || value === 0 ? undefined : instantOf(value, field, place);
}
