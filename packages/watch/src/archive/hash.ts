/** Bytes -> `sha256:…` */
import { createHash } from "node:crypto";

export function sha256(bytes: Uint8Array | string): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** What the first line of the index has before it. */
export const HASH_OF_NOTHING: string = sha256("");
