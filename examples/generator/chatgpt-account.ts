import type { Chat } from "./chatgpt.ts";
import type { Json } from "./files.ts";
import { token, uuid } from "./random.ts";

// The small files beside conversations.json in a ChatGPT export.

export const CHATGPT_ACCOUNT: string = `user-${token("chatgpt/account", 24)}`;

export function user(): Json {
  return {
    id: CHATGPT_ACCOUNT,
    email: "tamarin@example.com",
    chatgpt_plus_user: true,
    phone_number: "+12025550131",
  };
}

function later(chat: Chat, seconds: number): string {
  return `${new Date(chat.updated + seconds * 1000).toISOString().slice(0, -1)}417+00:00`;
}

export function feedback(all: Chat[]): Json {
  return all
    .filter((chat) => chat.dialogue.tags.has("thumbs"))
    .map((chat) => {
      const up = chat.dialogue.tags.get("thumbs") === "up";
      return {
        id: chat.answer,
        conversation_id: chat.id,
        user_id: CHATGPT_ACCOUNT,
        rating: up ? "thumbs_up" : "thumbs_down",
        create_time: later(chat, 40),
        workspace_id: null,
        content: JSON.stringify(
          up ? { tags: [] } : { text: "It talks past the question.", tags: ["not-helpful"] },
        ),
        evaluation_name: null,
        evaluation_treatment: null,
      };
    });
}

export function sharedLinks(all: Chat[]): Json {
  return all
    .filter((chat) => chat.dialogue.tags.has("shared"))
    .map((chat) => ({
      id: uuid(`chatgpt/link/${chat.id}`),
      conversation_id: chat.id,
      title: chat.dialogue.title,
      is_anonymous: true,
    }));
}

export function comparisons(all: Chat[]): Json {
  return all
    .filter((chat) => chat.hidden.length > 0)
    .slice(0, 4)
    .map((chat, index) => ({
      id: uuid(`chatgpt/comparison/${chat.id}`),
      user_id: CHATGPT_ACCOUNT,
      conversation_id: chat.id,
      create_time: later(chat, 15),
      evaluation_name: null,
      input: { parent_message_id: chat.answer, question: chat.dialogue.steps[0]?.text ?? "" },
      output: {
        original_message_id: chat.hidden[0] ?? null,
        new_message_id: chat.answer,
        rating: index % 2 === 0 ? "new" : "same",
      },
      metadata: {},
    }));
}

export function chatPage(all: Chat[]): string {
  const rows = all.map((chat) => `<li>${chat.dialogue.title.replaceAll("&", "&amp;")}</li>`);
  return `<!doctype html>\n<meta charset="utf-8">\n<title>Chats</title>\n<ul>\n${rows.join("\n")}\n</ul>\n`;
}
