/**
 * Items that may be used -> **Turn** -> redact, format
 *
 * What is left of an item once it has been selected: who speaks and what is said. It names no
 * conversation, no account and no instant, so that nothing of these can slip into a training set.
 */
import type { Item } from "../sources/conversation.ts";

export interface Turn {
  readonly role: Item["role"];
  /** Tool or connector name. */
  readonly name: string | undefined;
  readonly text: string;
}
