/**
 * Account x key -> what a person is called in receipts
 *
 * The same person has the same id in all receipts of one key, and nobody without the key finds the
 * account by it.
 */
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

const CHARACTERS = 32;

export function subjectUnder(key: Uint8Array): (account: string) => string {
  return (account) => {
    const message = utf8ToBytes(JSON.stringify(["proviso subject 1", account]));
    return bytesToHex(hmac(sha256, key, message)).slice(0, CHARACTERS);
  };
}
