/** ShareGPT lines, as open fine-tuning tools read them: `{"conversations":[{"from","value"}]}`. */
import type { Turn } from "../turn.ts";
import { dialogueOf } from "./dialogue.ts";
import type { Shape } from "./fit.ts";
import type { Format } from "./format.ts";

const SHAPE: Shape = { tools: true, system: "first", question: true, answer: true };
const FROM: Readonly<Record<Turn["role"], string>> = {
  system: "system",
  user: "human",
  assistant: "gpt",
  tool: "tool",
};

export const sharegpt: Format = {
  name: "sharegpt",
  says: "ShareGPT, JSON Lines",
  encoding: "jsonl",
  fields: { list: "conversations", speaker: "from", text: "value" },
  shape: SHAPE,
  row(turns) {
    const { system, messages } = dialogueOf(turns, SHAPE);
    const first = system === undefined ? [] : [{ from: FROM.system, value: system }];
    return {
      conversations: [...first, ...messages.map(({ role, text }) => ({ from: FROM[role], value: text }))],
    };
  },
};
