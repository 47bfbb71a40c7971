/**
 * LiteLLM `StandardLoggingPayload` records -> **Conversation** -> events
 *
 * Calls with one `trace_id` are one conversation; a call without is its own. The history that each
 * call repeats counts once. Memory: one number per trace, and the items of the traces that are open at
 * the current record (gather/grouped.ts). The caller's IP address is never read.
 */
import { claim } from "./detect/claim.ts";
import type { JsonObject } from "./detect/head.ts";
import { grouped } from "./gather/grouped.ts";
import type { RawRecord } from "./json/lines.ts";
import { project } from "./json/project.ts";
import { readRecord } from "./json/read-record.ts";
import type { Shape } from "./json/shape.ts";
import { values } from "./json/values.ts";
import { requestMessages, responseMessages } from "./messages/body.ts";
import { BODY } from "./messages/body-shape.ts";
import { ChatThread } from "./messages/transcript.ts";
import { firstName, instantOf, objectOf } from "./read-field.ts";
import type { Source, SourceFile } from "./source.ts";

/** Known, and not for us: figures, or what must not be kept. */
const SILENT = Object.fromEntries(
  [
    "api_base",
    "autorouter_logs",
    "cache_hit",
    "cache_key",
    "completionStartTime",
    "completion_tokens",
    "cost_breakdown",
    "custom_llm_provider",
    "error_information",
    "error_str",
    "guardrail_information",
    "hidden_params",
    "litellm_call_id",
    "litellm_model_name",
    "model_group",
    "model_id",
    "model_map_information",
    "model_parameters",
    "prompt_tokens",
    "request_tags",
    "requester_ip_address",
    "response_cost",
    "response_cost_failure_debug_info",
    "response_time",
    "saved_cache_cost",
    "standard_built_in_tools_params",
    "status",
    "status_fields",
    "stream",
    "total_tokens",
    "user_agent",
  ].map((name) => [name, "skip"] as const),
);

const PAYLOAD: Shape = {
  object: {
    ...SILENT,
    id: "value",
    trace_id: "value",
    call_type: "value",
    startTime: "value",
    endTime: "value",
    model: "value",
    end_user: "value",
    messages: BODY.text,
    response: BODY.text,
    metadata: { object: { user_api_key_end_user_id: "value", user_api_key_user_id: "value" }, rest: "skip" },
  },
};
const KEYS: Shape = { object: { id: "value", trace_id: "value" }, rest: "skip" };

export const litellm: Source = {
  id: "litellm",
  title: "LiteLLM proxy logs (StandardLoggingPayload)",
  // A proxy may log a sample, and may be told to leave messages out.
  completeFor: () => [],
  detect: (input) => claim(input, isPayload),
  read: (files, report, options) =>
    grouped({
      files,
      report,
      options,
      open: (file, passed) => values(file, passed),
      make: (id) => new ChatThread(id, "api", { content: options.content, report }),
      scan: (raw, file, see) => see(keyOf(scanned(raw), raw, file)),
      apply: (raw, file, threads) => {
        const context = { file: file.path, report, strict: options.strict };
        const payload = readRecord(raw, PAYLOAD, context);
        if (payload === undefined) return [];
        const thread = threads.of(keyOf(payload, raw, file));
        const metadata = objectOf(payload["metadata"]);
        const at = instantOf(payload["startTime"], "startTime", { raw, context });
        const end = instantOf(payload["endTime"], "endTime", { raw, context }) ?? at;
        const sent = requestMessages(payload["messages"]);
        thread.locate(file.path, raw);
        thread.touch(at);
        thread.touch(end);
        thread.account ??= firstName(
          payload["end_user"],
          metadata["user_api_key_end_user_id"],
          metadata["user_api_key_user_id"],
        );
        thread.model ??= firstName(payload["model"]);
        thread.transcript.add(sent, 0, at);
        thread.transcript.add(responseMessages(payload["response"]), sent.length, end);
        return [thread];
      },
    }),
};

function isPayload(record: JsonObject): boolean {
  return (
    typeof record["call_type"] === "string" &&
    "startTime" in record &&
    ("id" in record || "trace_id" in record)
  );
}

function scanned(raw: RawRecord): Readonly<Record<string, unknown>> {
  try {
    return objectOf(project(raw.bytes, KEYS));
  } catch {
    return {};
  }
}

function keyOf(payload: Readonly<Record<string, unknown>>, raw: RawRecord, file: SourceFile): string {
  return firstName(payload["trace_id"], payload["id"]) ?? `${file.path}#line-${raw.line}`;
}
