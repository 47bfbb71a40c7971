/** Rule x alertable x channel -> **Delivery** -> channel, and a line of what came of it */
import { createHash } from "node:crypto";
import type { Alertable } from "../alertable.ts";
import type { Digest } from "../digest.ts";

export type Message =
  | {
      readonly kind: "alert";
      readonly rule: string;
      /** By which conditions the rule applies. */
      readonly clauses: readonly string[];
      readonly alertable: Alertable;
    }
  | { readonly kind: "digest"; readonly rule: string; readonly digest: Digest };

export interface Delivery {
  readonly id: string;
  readonly rule: string;
  readonly channel: string;
  /** When it was first to be sent; milliseconds since 1970, UTC. */
  readonly at: number;
  /** Undefined if the outbox was damaged where it stood. */
  readonly message: Message | undefined;
  readonly tries: number;
  readonly lastTry: number | undefined;
  /** Of the last try. */
  readonly reason: string | undefined;
}

/** Tries after which a delivery is given up: some three days where runs are frequent. */
export const MOST_TRIES = 12;
const FIRST_WAIT = 5 * 60_000;
const LONGEST_WAIT = 12 * 3_600_000;

/** When it may be tried again: each wait is twice the one before, 12 hours at most. */
export function nextTry({ tries, lastTry }: Pick<Delivery, "tries" | "lastTry">): number {
  if (tries === 0 || lastTry === undefined) return Number.NEGATIVE_INFINITY;
  return lastTry + Math.min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_WAIT);
}

/** @param what id of an alertable, or of a digest */
export function deliveryId(rule: string, channel: string, what: string): string {
  const text = JSON.stringify([rule, channel, what]);
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
