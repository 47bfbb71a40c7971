/** Lines in the form of Anthropic's Messages API: `{"system","messages"}`, user and assistant in turn. */
import { dialogueOf } from "./dialogue.ts";
import type { Shape } from "./fit.ts";
import type { Format } from "./format.ts";

const SHAPE: Shape = { tools: false, system: "first", question: true, answer: true };

export const anthropicMessages: Format = {
  name: "anthropic-messages",
  says: "Anthropic Messages, JSON Lines",
  encoding: "jsonl",
  fields: { list: "messages", speaker: "role", text: "content" },
  shape: SHAPE,
  row(turns) {
    const { system, messages } = dialogueOf(turns, SHAPE);
    const spoken = messages.map(({ role, text }) => ({ role, content: text }));
    return { ...(system === undefined ? {} : { system }), messages: spoken };
  },
};
