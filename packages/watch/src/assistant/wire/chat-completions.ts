/** Chat completions, as many servers speak them: https://platform.openai.com/docs/api-reference/chat */
import { z } from "zod";
import type { Wire } from "./wire.ts";

const ANSWER = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullable() }) })).min(1),
  usage: z
    .object({ prompt_tokens: z.number().default(0), completion_tokens: z.number().default(0) })
    .nullish(),
});

export const CHAT_COMPLETIONS: Wire = {
  requestOf: ({ system, user }, { baseUrl, model, key }) => ({
    url: `${baseUrl}/chat/completions`,
    headers: {
      "content-type": "application/json",
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({
      model,
      response_format: { type: "json_object" },
      messages: [
        { role: "system", content: system },
        { role: "user", content: user },
      ],
    }),
  }),
  answerOf: (body) => {
    const read = ANSWER.safeParse(body);
    if (!read.success) return undefined;
    const { choices, usage } = read.data;
    const text = choices[0]?.message.content ?? "";
    return { text, inputTokens: usage?.prompt_tokens ?? 0, outputTokens: usage?.completion_tokens ?? 0 };
  },
};
