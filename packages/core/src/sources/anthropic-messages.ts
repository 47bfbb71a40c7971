/**
 * Anthropic Messages requests, one per line -> **Conversation** -> events
 *
 * Lines are request bodies, `{request, response}` pairs, or batch requests and results. The format
 * exists for API calls only, hence surface and credential; how it streams: messages/exchange.ts.
 */
import { claim } from "./detect/claim.ts";
import { dialectOf } from "./detect/dialect.ts";
import { exchanges } from "./messages/exchange.ts";
import type { Source } from "./source.ts";

export const anthropicMessages: Source = {
  id: "anthropic-messages",
  title: "Anthropic Messages API requests (JSON Lines)",
  // A log may be a sample, and leaves out what was never logged.
  completeFor: () => [],
  detect: (input) => claim(input, (record) => dialectOf(record) === "anthropic"),
  read: (files, report, options) => exchanges(files, report, options, "api-key"),
};
