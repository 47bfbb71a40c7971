/**
 * AES-SIV (RFC 5297): encryption in which equal texts give equal ciphertexts, and nothing else shows
 *
 * No nonce comes in, since core has no chance to draw from; the synthetic one is a keyed hash of
 * the text itself. A changed ciphertext, label or key is noticed.
 */
import { aessiv } from "@noble/ciphers/aes.js";

export interface Siv {
  /** @param labels what the ciphertext is bound to */
  seal(labels: readonly Uint8Array[], text: Uint8Array): Uint8Array;
  /** Undefined if key or labels are others, or the ciphertext was changed. */
  open(labels: readonly Uint8Array[], sealed: Uint8Array): Uint8Array | undefined;
}

/** @param key 32 bytes (AES-128) or 64 (AES-256): one half for the vector, one for the text */
export function siv(key: Uint8Array): Siv {
  return {
    seal: (labels, text) => aessiv(key, ...labels).encrypt(text),
    open(labels, sealed) {
      try {
        return aessiv(key, ...labels).decrypt(sealed);
      } catch {
        return undefined;
      }
    },
  };
}
