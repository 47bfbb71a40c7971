/**
 * What is read of a request or response body that carries chat messages
 */
import type { ByType, Fields } from "../json/shape.ts";
import { MESSAGE, type TextMode } from "./message-shape.ts";

/** Parameters and bookkeeping: known, and without content. */
const PARAMETERS: Fields = Object.fromEntries(
  [
    "anthropic_version",
    "background",
    "betas",
    "error",
    "extra_body",
    "extra_headers",
    "frequency_penalty",
    "functions",
    "incomplete_details",
    "logit_bias",
    "max_completion_tokens",
    "max_output_tokens",
    "max_tokens",
    "mcp_servers",
    "modalities",
    "n",
    "object",
    "output_config",
    "parallel_tool_calls",
    "presence_penalty",
    "previous_response_id",
    "prompt_cache_key",
    "prompt_filter_results",
    "reasoning_effort",
    "response_format",
    "seed",
    "service_tier",
    "stop",
    "stop_sequences",
    "store",
    "stream",
    "stream_options",
    "system_fingerprint",
    "temperature",
    "tool_choice",
    "tools",
    "top_k",
    "top_logprobs",
    "top_p",
    "truncation",
    "verbosity",
  ].map((name) => [name, "skip"]),
);

function bodyShape(text: TextMode): ByType {
  const message = MESSAGE[text];
  const several: ByType = { string: text, array: message, object: message.object ?? {} };
  return {
    string: text,
    array: message,
    object: {
      ...message.object,
      ...PARAMETERS,
      choices: {
        array: {
          object: {
            content_filter_results: "skip",
            delta: "skip",
            finish_reason: "skip",
            index: "skip",
            logprobs: "skip",
            message,
            provider_specific_fields: "skip",
            stop_reason: "skip",
            text,
          },
        },
      },
      completion: text,
      created: "value",
      created_at: "value",
      input: several,
      instructions: text,
      messages: several,
      metadata: { object: { user_id: "value" }, rest: "skip" },
      output: several,
      prompt: several,
      system: several,
      user: "value",
    },
  };
}

export const BODY: Readonly<Record<TextMode, ByType>> = {
  measure: bodyShape("measure"),
  text: bodyShape("text"),
};
