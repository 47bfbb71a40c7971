/**
 * Langfuse traces and observations -> **Conversation** -> events
 *
 * A session is one conversation; a trace without a session is its own. Items come from the
 * observations that call a model or a tool. What a trace or a wrapping span says it took and gave
 * counts only where no such call said the same. Memory: one number per session and per trace, and the
 * items of the conversations that are open at the current record (gather/grouped.ts).
 */
import { claim } from "./detect/claim.ts";
import type { JsonObject } from "./detect/head.ts";
import { grouped } from "./gather/grouped.ts";
import type { LastSeen } from "./gather/last-seen.ts";
import { project } from "./json/project.ts";
import { readRecord } from "./json/read-record.ts";
import { textOf } from "./json/shape.ts";
import { values, type Wrapping } from "./json/values.ts";
import { field, ROW, ROW_KEYS, type Row, rowsOf } from "./langfuse/row.ts";
import { looseMessages } from "./messages/loose.ts";
import { ChatThread } from "./messages/transcript.ts";
import { type FieldPlace, firstName, instantOf, isJson, listOf } from "./read-field.ts";
import type { Source } from "./source.ts";

const WRAPPING: Wrapping = { under: ["data"], perLine: false };
const CALLS = ["GENERATION", "EMBEDDING"];
const TOOLS = ["TOOL", "RETRIEVER"];
const TYPES = [...CALLS, ...TOOLS, "SPAN", "EVENT", "AGENT", "CHAIN", "EVALUATOR", "GUARDRAIL"];
/** Enough of these beside an id and a time make a trace; none alone does. */
const TRACE_FIELDS = [
  "bookmarked",
  "environment",
  "htmlPath",
  "input",
  "metadata",
  "observations",
  "output",
  "projectId",
  "project_id",
  "public",
  "release",
  "scores",
  "sessionId",
  "session_id",
  "tags",
  "userId",
  "user_id",
];
const ENOUGH_FIELDS = 3;

export const langfuse: Source = {
  id: "langfuse",
  title: "Langfuse traces and observations (JSON or JSON Lines exports)",
  // Tracing samples, and an export leaves out what its filters leave out.
  completeFor: () => [],
  detect: (input) => claim(input, isRows),
  async *read(files, report, options) {
    let deleted = 0;
    let scores = 0;
    yield* grouped({
      files,
      report,
      options,
      open: (file, passed) => values(file, passed, WRAPPING),
      make: (id) => new ChatThread(id, "api", { content: options.content, report }),
      scan: (raw, _file, see, seen) => {
        for (const row of rowsOf(scanned(raw.bytes))) {
          const trace = traceOf(row);
          if (row.session !== undefined) seen.belongs(trace, row.session);
          see(row.session ?? trace);
        }
      },
      apply: (raw, file, threads, seen) => {
        const context = { file: file.path, report, strict: options.strict };
        const record = readRecord(raw, ROW, context);
        const touched: ChatThread[] = [];
        for (const row of record === undefined ? [] : rowsOf(record)) {
          scores += listOf(row.fields["scores"]).length;
          if (field(row.fields, "isDeleted") === true || field(row.fields, "isDeleted") === 1) {
            deleted += 1;
            continue;
          }
          const thread = threads.of(conversationOf(row, seen));
          thread.locate(file.path, raw);
          addRow(thread, row, { raw, context });
          touched.push(thread);
        }
        return touched;
      },
    });
    if (deleted > 0) yield { kind: "holding", what: "rows marked deleted but present", count: deleted };
    if (scores > 0) yield { kind: "holding", what: "scores", count: scores };
  },
};

function addRow(thread: ChatThread, { kind, fields }: Row, place: FieldPlace): void {
  const started = kind === "trace" ? "timestamp" : "startTime";
  const at = instantOf(field(fields, started), started, place);
  const end = instantOf(field(fields, "endTime"), "endTime", place) ?? at;
  thread.touch(at);
  thread.touch(end);
  thread.account ??= firstName(field(fields, "userId"));
  thread.title ??= firstName(kind === "trace" ? fields["name"] : field(fields, "traceName"));

  const type = kind === "trace" ? "TRACE" : (firstName(fields["type"]) ?? "").toUpperCase();
  const input = textOf(fields["input"]) ?? "";
  const output = textOf(fields["output"]) ?? "";
  const unknown = (what: string): void => place.context.report.countUnknown(what);
  const { transcript } = thread;
  if (CALLS.includes(type)) {
    thread.model ??= firstName(field(fields, "providedModelName"), fields["model"]);
    const sent = looseMessages(input, "input", unknown);
    transcript.add(sent, 0, at);
    transcript.add(looseMessages(output, "output", unknown), sent.length, end);
  } else if (TOOLS.includes(type)) {
    const call = firstName(fields["id"]);
    if (input !== "" && input !== "null") transcript.addCall(call, input, at);
    if (output !== "" && output !== "null")
      transcript.addResult(call, firstName(fields["name"]), output, end);
  } else {
    transcript.addWrapped(looseMessages(input, "input", unknown), at);
    transcript.addWrapped(looseMessages(output, "output", unknown), end);
  }
}

/** An observation that names no trace stands alone, under its own id. */
function traceOf(row: Row): string {
  return row.trace ?? firstName(row.fields["id"]) ?? "";
}

function conversationOf(row: Row, seen: LastSeen): string {
  const trace = traceOf(row);
  return row.session ?? seen.conversationOf(trace) ?? trace;
}

function scanned(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const record = project(bytes, ROW_KEYS);
    return isJson(record) ? record : {};
  } catch {
    return {};
  }
}

function isRows(record: JsonObject): boolean {
  const inner = [record["data"], record["traces"]].find(Array.isArray) as readonly unknown[] | undefined;
  if (inner !== undefined) return inner.some((row) => isJson(row) && isRow(row));
  return isRow(isJson(record["trace"]) ? record["trace"] : record);
}

function isRow(row: JsonObject): boolean {
  if ("call_type" in row || typeof row["id"] !== "string" || "uuid" in row) return false;
  if (TYPES.includes(String(row["type"]).toUpperCase()) && ("traceId" in row || "trace_id" in row)) {
    return "startTime" in row || "start_time" in row;
  }
  const found = TRACE_FIELDS.filter((name) => name in row).length;
  return "timestamp" in row && !("type" in row) && found >= ENOUGH_FIELDS;
}
