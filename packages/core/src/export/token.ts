/**
 * Key x question -> export key -> **token**: what stands for a conversation or an item in an export
 *
 * Whoever has the key finds a conversation's line again and can show that it is in, or is not; without
 * the key a token says nothing and cannot be guessed from an id. Each question has a key of its own, so
 * that tokens of two exports do not match, and so that one key can be disclosed without the others. The
 * account is not part of a token: an id looked up under another account must not pass for absent.
 */
import { hmac as hmacOnce } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { hmac } from "../wasm/hmac.ts";
import type { Manifest } from "./manifest.ts";

/** 64 bits name a key among an organisation's own. */
const KEY_ID_BYTES = 8;
export const EXPORT_KEY_BYTES = 32;

/** What a manifest says of the question. */
export type ExportQuestion = Pick<Manifest, "scope" | "purpose" | "at" | "known"> & {
  readonly profile: Pick<Manifest["profile"], "digest">;
};

/** 32 bytes each. */
export interface Tokens {
  conversation(id: string): Uint8Array;
  item(conversation: string, id: string): Uint8Array;
}

export function exportKeyOf(key: Uint8Array, question: ExportQuestion): Uint8Array {
  const { scope, purpose, at, known, profile } = question;
  return hmacOnce(sha256, key, message("proviso export key 1", scope, purpose, at, known, profile.digest));
}

/** Binds a manifest to its export key: nobody can disclose another one later. It tells nothing of it. */
export function exportKeyCommitment(exportKey: Uint8Array): string {
  return bytesToHex(hmacOnce(sha256, exportKey, message("proviso export key commitment 1")));
}

/** @throws RangeError for what is no export key */
export function tokensUnder(exportKey: Uint8Array): Tokens {
  if (exportKey.length !== EXPORT_KEY_BYTES)
    throw new RangeError(`an export key has ${EXPORT_KEY_BYTES} bytes`);
  const mac = hmac(exportKey);
  return {
    conversation: (id) => mac(message("proviso export conversation 1", id)),
    item: (conversation, id) => mac(message("proviso export item 1", conversation, id)),
  };
}

/** Names the key to those who have several, and tells the others nothing of it. */
export function keyIdOf(key: Uint8Array): string {
  return bytesToHex(hmacOnce(sha256, key, utf8ToBytes("proviso key id 1")).subarray(0, KEY_ID_BYTES));
}

/** JSON keeps the parts apart, whatever characters they are made of; an array of strings is canonical. */
function message(...parts: readonly (string | null)[]): Uint8Array {
  return utf8ToBytes(JSON.stringify(parts));
}
