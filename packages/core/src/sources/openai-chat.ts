/**
 * OpenAI chat requests or training examples, one per line -> **Conversation** -> events
 *
 * Lines are `{messages}`, batch requests, batch results, or request and response together. A training
 * file says nothing of how its chats were made, so the credential stays unknown.
 */
import { claim } from "./detect/claim.ts";
import { dialectOf } from "./detect/dialect.ts";
import { exchanges } from "./messages/exchange.ts";
import type { Source } from "./source.ts";

export const openaiChat: Source = {
  id: "openai-chat",
  title: "OpenAI chat messages: requests, batches, fine-tuning examples (JSON Lines)",
  // A log may be a sample, and leaves out what was never logged.
  completeFor: () => [],
  detect: (input) => claim(input, (record) => dialectOf(record) === "openai"),
  read: (files, report, options) => exchanges(files, report, options, undefined),
};
