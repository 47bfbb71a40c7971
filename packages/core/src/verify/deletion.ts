/**
 * **Deletion**: a certificate that a conversation or a copy is gone from stores that are named
 *
 * Says of each store that it was looked into and when, and commits to it in a log. It names a
 * conversation by a token, so that it may be kept, and shown, after all else of it is gone.
 */
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import * as z from "zod";
import { EVIDENCE } from "../ledger/index.ts";

export const DELETION_FORMAT = "proviso-deletion/1";

const name = z.string().min(1);
const instant = z.iso.datetime({ offset: true });

export const DELETION = z.strictObject({
  format: z.literal(DELETION_FORMAT),
  subject: z
    .union([
      z.strictObject({ conversation: z.string().regex(/^[0-9a-f]{64}$/) }),
      z.strictObject({ copy: name }),
    ])
    .describe("A conversation's token, or the id of one copy."),
  stores: z
    .array(z.strictObject({ store: name, absent: z.literal(true), at: instant }))
    .min(1)
    .describe("Where it was looked for and not found."),
  keyDestroyed: z
    .strictObject({ key: name, at: instant })
    .nullable()
    .describe("The key without which copies that are left cannot be read; null for none."),
  evidence: EVIDENCE.describe("Its opening's value is all of the above."),
});

export type Deletion = Readonly<z.infer<typeof DELETION>>;
/** What is logged. */
export type DeletionBody = Omit<Deletion, "evidence">;

/** What stands for a conversation in certificates; it leads to no other file of ours. */
export function deletionToken(key: Uint8Array, conversation: string): string {
  const message = JSON.stringify(["proviso deletion token 1", conversation]);
  return bytesToHex(hmac(sha256, key, utf8ToBytes(message)));
}
