/**
 * Chat message -> **Draft** -> item
 */
import type { Item, ItemSource } from "../conversation.ts";

/** An item that does not know its place in a conversation yet. */
export interface Draft {
  readonly role: Item["role"];
  readonly source: ItemSource;
  readonly name: string | undefined;
  readonly bytes: number;
  /** What was decoded, parts joined by newlines; empty when reading without text. */
  readonly text: string;
  /** Of a tool result: the call that it answers. */
  readonly call: string | undefined;
  /** The message's own id. */
  readonly id: string | undefined;
}
