/**
 * What is read of a chat message, in the dialects that requests, logs and traces use
 *
 * One shape for all, since gateways and tracers mix them: a message in another dialect's log must
 * not lose its content because of whose log it is.
 */
import type { ByType, Fields } from "../json/shape.ts";

/** `text` decodes what `measure` only counts. */
export type TextMode = "measure" | "text";

/** Fields without content of a person or a model. */
const SILENT: Fields = {
  annotations: "skip",
  cache_control: "skip",
  caller: "skip",
  citations: "skip",
  detail: "skip",
  encrypted_content: "skip",
  finish_reason: "skip",
  index: "skip",
  is_error: "skip",
  logprobs: "skip",
  media_type: "skip",
  mime_type: "skip",
  modality: "skip",
  page_age: "skip",
  phase: "skip",
  provider_specific_fields: "skip",
  signature: "skip",
  status: "skip",
};

/** Fields that hold content, whatever the block's type. Media are counted and never decoded. */
function contentFields(text: TextMode): Fields {
  return {
    arguments: text,
    audio: "measure",
    content: {
      string: text,
      array: { string: text, object: innerFields(text) },
      object: innerFields(text),
    },
    context: text,
    data: "measure",
    file: "measure",
    file_data: "measure",
    filename: text,
    image_url: "measure",
    input: text,
    input_audio: "measure",
    output: text,
    reasoning: text,
    refusal: text,
    response: text,
    result: text,
    server_tool_call: text,
    server_tool_call_response: text,
    source: "measure",
    summary: text,
    text,
    thinking: text,
    title: text,
    uri: text,
    url: text,
  };
}

/** A block inside a tool result or a document. */
function innerFields(text: TextMode): Fields {
  return {
    ...SILENT,
    type: "value",
    content: text,
    data: "measure",
    image_url: "measure",
    resource: text,
    source: "measure",
    text,
    title: text,
    tool_name: text,
    url: text,
  };
}

function blockFields(text: TextMode): Fields {
  return {
    ...SILENT,
    ...contentFields(text),
    type: "value",
    id: "value",
    call_id: "value",
    file_id: "skip",
    name: "value",
    server_label: "value",
    server_name: "value",
    tool_use_id: "value",
  };
}

const TOOL_CALL: Fields = { ...SILENT, type: "skip", id: "value", name: "value", input: "value" };

function toolCallFields(text: TextMode): Fields {
  const called: ByType = { object: { name: "value", arguments: text, input: text } };
  return { ...TOOL_CALL, input: text, args: text, arguments: text, function: called, custom: called };
}

function messageShape(text: TextMode): ByType {
  const block: ByType = { string: text, object: blockFields(text) };
  return {
    string: text,
    object: {
      ...blockFields(text),
      role: "value",
      content: { string: text, object: blockFields(text), array: block },
      context_management: "skip",
      container: "skip",
      created: "skip",
      diagnostics: "skip",
      function_call: { object: { name: "value", arguments: text } },
      model: "value",
      parts: { string: text, array: block },
      prefix: "skip",
      reasoning_content: text,
      recipient: "skip",
      stop_details: "skip",
      stop_reason: "skip",
      stop_sequence: "skip",
      thinking_blocks: "skip",
      tool_call_id: "value",
      tool_calls: { array: { object: toolCallFields(text) } },
      usage: "skip",
      weight: "skip",
    },
  };
}

export const MESSAGE: Readonly<Record<TextMode, ByType>> = {
  measure: messageShape("measure"),
  text: messageShape("text"),
};
