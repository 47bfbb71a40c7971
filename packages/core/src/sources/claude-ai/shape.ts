/**
 * What is read of a Claude.ai export; keys that are known and not needed are named, so that a new
 * key shows up in the report.
 */
import type { Fields, Shape } from "../json/shape.ts";

function block(text: "text" | "measure"): Fields {
  return {
    start_timestamp: "date",
    stop_timestamp: "skip",
    flags: "skip",
    type: "value",
    text,
    citations: "skip",
    thinking: text,
    summaries: "skip",
    cut_off: "skip",
    truncated: "skip",
    signature: "skip",
    remaining: "skip",
    title: "skip",
    alternative_display_type: "skip",
    id: "value",
    tool_use_id: "value",
    name: "value",
    input: text,
    content: text,
    is_error: "skip",
    integration_name: "value",
    mcp_server_url: "value",
    is_mcp_app: "value",
    structured_content: "skip",
    display_content: "skip",
    meta: "skip",
    message: "skip",
    context: "skip",
    integration_icon_url: "skip",
    icon_name: "skip",
    approval_options: "skip",
    approval_key: "skip",
  };
}

function message(text: "text" | "measure"): Fields {
  return {
    uuid: "value",
    text,
    content: { string: text, array: { object: block(text) } },
    sender: "value",
    role: "value",
    created_at: "date",
    updated_at: "skip",
    attachments: {
      array: {
        object: { file_name: "value", file_size: "skip", file_type: "skip", extracted_content: text },
      },
    },
    files: { array: { object: { file_name: "skip", file_uuid: "value" } } },
    parent_message_uuid: "skip",
  };
}

function conversation(text: "text" | "measure"): Shape {
  const messages: Shape = { array: { object: message(text) } };
  return {
    object: {
      uuid: "value",
      name: "value",
      title: "value",
      summary: "measure",
      created_at: "date",
      updated_at: "date",
      account: { object: { uuid: "value" } },
      is_temporary: "value",
      model: "value",
      chat_messages: messages,
      messages,
    },
  };
}

export const CONVERSATION: Shape = conversation("measure");
export const CONVERSATION_WITH_TEXT: Shape = conversation("text");

/** The person's name and address are passed over, not read. */
export const USER: Shape = { object: { uuid: "value" }, rest: "skip" };

export const PROJECT: Shape = {
  object: { uuid: "skip", prompt_template: "measure", docs: { array: "measure" } },
  rest: "skip",
};

export const MEMORY: Shape = {
  object: { account_uuid: "skip", conversations_memory: "measure", project_memories: { map: "measure" } },
};
