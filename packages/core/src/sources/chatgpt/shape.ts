/**
 * What is read of a ChatGPT export; keys that are known and not needed are named, so that a new key
 * shows up in the report. A message's `metadata` is an open set of over a hundred keys, and long.
 */
import type { Fields, Shape } from "../json/shape.ts";

type Text = "text" | "measure";

/** Fields of a message's content that hold what someone wrote or a tool brought. */
export const CONTENT_TEXTS = [
  "text",
  "result",
  "content",
  "user_profile",
  "user_instructions",
  "thoughts",
  "summary",
  "snippet",
  "title",
] as const;

function content(text: Text): Fields {
  return {
    content_type: "value",
    parts: { string: text, array: { string: text, object: { content_type: "skip", text }, rest: "skip" } },
    ...Object.fromEntries(CONTENT_TEXTS.map((field) => [field, text])),
    assets: "skip",
    computer_id: "skip",
    crawl_date: "skip",
    domain: "skip",
    is_ephemeral: "skip",
    language: "skip",
    name: "skip",
    pub_date: "skip",
    pub_timestamp: "skip",
    ref_id: "skip",
    response_format_name: "skip",
    screenshot: "skip",
    source_analysis_msg_id: "skip",
    state: "skip",
    tether_id: "skip",
    url: "skip",
  };
}

function message(text: Text): Fields {
  return {
    id: "value",
    author: { object: { role: "value", name: "value", metadata: "skip" } },
    create_time: "value",
    update_time: "skip",
    content: { string: text, object: content(text) },
    status: "skip",
    end_turn: "skip",
    weight: "skip",
    metadata: "skip",
    recipient: "value",
    channel: "skip",
  };
}

const NOT_NEEDED = [
  "async_status",
  "blocked_urls",
  "context_scopes",
  "conversation_origin",
  "conversation_template_id",
  "disabled_tool_ids",
  "gizmo_id",
  "gizmo_type",
  "is_archived",
  "is_do_not_remember",
  "is_read_only",
  "is_starred",
  "is_study_mode",
  "memory_scope",
  "owner",
  "plugin_ids",
  "safe_urls",
  "sugar_item_id",
  "sugar_item_visible",
  "voice",
  "workspace_id",
];

function conversation(text: Text): Shape {
  return {
    object: {
      title: "value",
      create_time: "value",
      update_time: "value",
      mapping: {
        map: {
          object: {
            id: "skip",
            message: { object: message(text) },
            parent: "value",
            children: "skip",
          },
        },
      },
      moderation_results: { array: "skip" },
      current_node: "value",
      conversation_id: "value",
      id: "value",
      default_model_slug: "value",
      user_id: "value",
      is_temporary_chat: "value",
      is_temporary: "value",
      ...Object.fromEntries(NOT_NEEDED.map((key) => [key, "skip" as const])),
    },
  };
}

export const CONVERSATION: Shape = conversation("measure");
export const CONVERSATION_WITH_TEXT: Shape = conversation("text");

/** Only for conversations without a `default_model_slug`, as in exports before 2024. */
export const MODELS: Shape = {
  object: {
    mapping: {
      map: {
        object: {
          message: {
            object: { metadata: { object: { model_slug: "value" }, rest: "skip" } },
            rest: "skip",
          },
        },
        rest: "skip",
      },
    },
  },
  rest: "skip",
};

export const FEEDBACK: Shape = {
  object: {
    id: "value",
    conversation_id: "value",
    message_id: "value",
    user_id: "value",
    rating: "value",
    create_time: "value",
    update_time: "skip",
    workspace_id: "skip",
    content: "skip",
    evaluation_name: "skip",
    evaluation_treatment: "skip",
    storage_protocol: "skip",
  },
};

/** The person's address and phone number are passed over, not read. */
export const USER: Shape = { object: { id: "value" }, rest: "skip" };

export const COUNTED: Shape = { object: {}, rest: "skip" };
