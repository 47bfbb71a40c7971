/**
 * Conversation id x key x scope -> **token**: what stands for the conversation in an export
 *
 * Whoever has the key finds a conversation's line again and can show that it is in, or is not; without
 * the key a token says nothing and cannot be guessed from an id. The account is not part of it: an id
 * looked up under another account must not pass for absent.
 */
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** 64 bits name a key among an organisation's own. */
const KEY_ID_BYTES = 8;

export function tokenOf(key: Uint8Array, scope: string, conversation: string): string {
  // JSON keeps scope and id apart, whatever characters they are made of.
  const message = JSON.stringify(["proviso export token 1", scope, conversation]);
  return bytesToHex(hmac(sha256, key, utf8ToBytes(message)));
}

/** Names the key to those who have several, and tells the others nothing of it. */
export function keyIdOf(key: Uint8Array): string {
  return bytesToHex(hmac(sha256, key, utf8ToBytes("proviso key id 1")).subarray(0, KEY_ID_BYTES));
}
