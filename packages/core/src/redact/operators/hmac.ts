/**
 * key -> **Prf**: HMAC with SHA-256 (RFC 2104)
 *
 * The state after the key is kept, so that a message costs two compressions less.
 */
import { hmac as nobleHmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import type { Prf } from "./prf.ts";

export function hmac(key: Uint8Array): Prf {
  const keyed = nobleHmac.create(sha256, key);
  return (message) => keyed.clone().update(message).digest();
}
