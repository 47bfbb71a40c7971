/**
 * Rows as Hugging Face's chat templates take them: `{"messages":[{"role","name","content"}]}`
 *
 * The least changed of all forms: tools have their role, system messages their place, and every
 * message has the same fields, so that a table of them has one type.
 */
import type { Turn } from "../turn.ts";
import { dialogueOf } from "./dialogue.ts";
import type { Shape } from "./fit.ts";
import type { Format } from "./format.ts";

const SHAPE: Shape = { tools: true, system: "in-place", question: false, answer: false };
const FIELDS = { list: "messages", speaker: "role", text: "content" };

export const hfMessages: Format = {
  name: "hf-messages",
  says: "Hugging Face chat messages, JSON Lines",
  encoding: "jsonl",
  fields: FIELDS,
  shape: SHAPE,
  row: rowOf,
};

export const parquet: Format = {
  name: "parquet",
  says: "Hugging Face chat messages, Parquet",
  encoding: "parquet",
  fields: FIELDS,
  shape: SHAPE,
  row: rowOf,
};

function rowOf(turns: readonly Turn[]): Readonly<Record<string, unknown>> {
  const { system, messages } = dialogueOf(turns, SHAPE);
  const first = system === undefined ? [] : [{ role: "system", name: null, content: system }];
  const spoken = messages.map(({ role, name, text }) => ({
    role,
    name: role === "tool" ? (name ?? null) : null,
    content: text,
  }));
  return { messages: [...first, ...spoken] };
}
