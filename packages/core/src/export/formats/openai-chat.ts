/** Fine-tuning lines of OpenAI's chat models: `{"messages":[{"role","content"}]}`, ending with an answer. */
import { dialogueOf } from "./dialogue.ts";
import type { Shape } from "./fit.ts";
import type { Format } from "./format.ts";

const SHAPE: Shape = { tools: false, system: "first", question: true, answer: true };

export const openaiChat: Format = {
  name: "openai-chat",
  says: "OpenAI chat fine-tuning, JSON Lines",
  encoding: "jsonl",
  fields: { list: "messages", speaker: "role", text: "content" },
  shape: SHAPE,
  row(turns) {
    const { system, messages } = dialogueOf(turns, SHAPE);
    const first = system === undefined ? [] : [{ role: "system", content: system }];
    return { messages: [...first, ...messages.map(({ role, text }) => ({ role, content: text }))] };
  },
};
