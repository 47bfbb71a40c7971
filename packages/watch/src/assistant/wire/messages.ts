/** The Messages API: https://docs.anthropic.com/en/api/messages */
import { z } from "zod";
import type { Wire } from "./wire.ts";

const API_VERSION = "2023-06-01";
const MOST_TOKENS = 8_192;

const ANSWER = z.object({
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })),
  usage: z.object({ input_tokens: z.number().default(0), output_tokens: z.number().default(0) }).optional(),
});

export const MESSAGES: Wire = {
  requestOf: ({ system, user }, { baseUrl, model, key }) => ({
    url: `${baseUrl.replace(/\/v1$/u, "")}/v1/messages`,
    headers: {
      "content-type": "application/json",
      "anthropic-version": API_VERSION,
      ...(key === undefined ? {} : { "x-api-key": key }),
    },
    body: JSON.stringify({
      model,
      max_tokens: MOST_TOKENS,
      system,
      messages: [{ role: "user", content: user }],
    }),
  }),
  answerOf: (body) => {
    const read = ANSWER.safeParse(body);
    if (!read.success) return undefined;
    const { content, usage } = read.data;
    const text = content.flatMap((block) => (block.type === "text" ? [block.text ?? ""] : [])).join("");
    return { text, inputTokens: usage?.input_tokens ?? 0, outputTokens: usage?.output_tokens ?? 0 };
  },
};
