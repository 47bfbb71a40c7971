/** **Sending**: one message on its way through a channel, and what came of it. */
import type { Letter } from "../letter/letter.ts";
import type { Message } from "../outbox/delivery.ts";
import type { Env } from "./secret.ts";

export interface Sending {
  /** The same at every try, so that a receiver can drop what it has already: hexadecimal. */
  readonly id: string;
  readonly message: Message;
  readonly letter: Letter;
  /** When it was first to be sent; milliseconds since 1970, UTC. */
  readonly at: number;
  readonly now: number;
  readonly env: Env;
  /** `host:port` of receivers that may be in a private network. */
  readonly allowPrivate: readonly string[];
}

export type Sent =
  /** `note`: what is to be told of it all the same. */
  | { readonly is: "sent"; readonly note?: string | undefined }
  /** `isDown`: it is not about this message: the others of the channel would fail as well. */
  | { readonly is: "failed"; readonly reason: string; readonly isDown: boolean };
