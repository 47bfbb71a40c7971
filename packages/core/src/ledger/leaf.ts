/**
 * manifest, receipt, event, decision -> **Leaf** -> tree
 *
 * A leaf says of what kind something is, and commits to it. Without the opening it tells nothing; with
 * it anyone can check that just this was logged. Salt and value are kept apart from the log, so that
 * erasing them leaves nothing of a person behind.
 */
import * as z from "zod";

export const LEAF_KINDS = [
  "event",
  "decision",
  "manifest",
  "deletion",
  "policy",
  "run",
  "receipt",
  "terms",
] as const;

export type LeafKind = (typeof LEAF_KINDS)[number];

export const LEAF_FORMAT = "proviso-leaf/1";
export const SALT_BYTES = 32;

/** What opens a leaf: to be kept, and to be shown to whoever may check. */
export const OPENING = z.strictObject({
  kind: z.enum(LEAF_KINDS),
  salt: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe("32 random bytes, which no other leaf has."),
  value: z.unknown().describe("What was logged, as JSON."),
});

export interface Opening {
  readonly kind: LeafKind;
  readonly salt: string;
  readonly value: unknown;
}

/** The bytes that are hashed into the tree, and the kind that can be read in them. */
export interface Leaf {
  readonly kind: LeafKind;
  readonly data: Uint8Array;
}
