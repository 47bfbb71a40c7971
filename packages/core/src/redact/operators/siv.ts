/**
 * AES-SIV (RFC 5297): encryption in which equal texts give equal ciphertexts, and nothing else shows
 *
 * No nonce comes in, since core has no chance to draw from; the synthetic one is a keyed hash of
 * the text itself. A changed ciphertext, label or key is noticed.
 */
import { aes, type BlockCipher, xor } from "./aes.ts";

const BLOCK = 16;

export interface Siv {
  /** @param labels what the ciphertext is bound to */
  seal(labels: readonly Uint8Array[], text: Uint8Array): Uint8Array;
  /** Undefined if key or labels are others, or the ciphertext was changed. */
  open(labels: readonly Uint8Array[], sealed: Uint8Array): Uint8Array | undefined;
}

/** @param key 32 bytes (AES-128) or 64 (AES-256): one half for the vector, one for the text */
export function siv(key: Uint8Array): Siv {
  const mac = newCmac(aes(key.subarray(0, key.length / 2)));
  const cipher = aes(key.subarray(key.length / 2));
  return {
    seal(labels, text) {
      const vector = vectorOf(mac, labels, text);
      const sealed = new Uint8Array(BLOCK + text.length);
      sealed.set(vector);
      sealed.set(counted(cipher, vector, text), BLOCK);
      return sealed;
    },

    open(labels, sealed) {
      if (sealed.length < BLOCK) return undefined;
      const vector = sealed.subarray(0, BLOCK);
      const text = counted(cipher, vector, sealed.subarray(BLOCK));
      const differs = xor(vector, vectorOf(mac, labels, text)).reduce((bits, byte) => bits | byte, 0);
      return differs === 0 ? text : undefined;
    },
  };
}

type Mac = (message: Uint8Array) => Uint8Array;

/** S2V of RFC 5297 section 2.4. */
function vectorOf(mac: Mac, labels: readonly Uint8Array[], text: Uint8Array): Uint8Array {
  let sum = mac(new Uint8Array(BLOCK));
  for (const label of labels) sum = xor(doubled(sum), mac(label));
  if (text.length < BLOCK) return mac(xor(doubled(sum), padded(text)));
  const last = text.slice();
  last.set(xor(text.subarray(text.length - BLOCK), sum), text.length - BLOCK);
  return mac(last);
}

/** CMAC (RFC 4493). */
function newCmac(cipher: BlockCipher): Mac {
  const whole = doubled(cipher(new Uint8Array(BLOCK)));
  const cut = doubled(whole);
  return (message) => {
    const lastStart = Math.max(0, Math.ceil(message.length / BLOCK) - 1) * BLOCK;
    let state: Uint8Array = new Uint8Array(BLOCK);
    for (let at = 0; at < lastStart; at += BLOCK) {
      state = cipher(xor(state, message.subarray(at, at + BLOCK)));
    }
    const last = message.subarray(lastStart);
    return cipher(xor(state, last.length === BLOCK ? xor(whole, last) : xor(cut, padded(last))));
  };
}

function padded(part: Uint8Array): Uint8Array {
  const block = new Uint8Array(BLOCK);
  block.set(part);
  block[part.length] = 0x80;
  return block;
}

/** Doubling in the field of CMAC. */
function doubled(block: Uint8Array): Uint8Array {
  const carry = (block[0] ?? 0) >> 7;
  return block.map((byte, at) => {
    const low = at + 1 < BLOCK ? (block[at + 1] ?? 0) >> 7 : carry * 0x87;
    return (byte << 1) ^ low;
  });
}

/** Counter mode from the vector, with the two bits cleared that RFC 5297 clears. */
function counted(cipher: BlockCipher, vector: Uint8Array, text: Uint8Array): Uint8Array {
  const counter = vector.slice();
  counter[8] = (counter[8] ?? 0) & 0x7f;
  counter[12] = (counter[12] ?? 0) & 0x7f;
  const out = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += BLOCK) {
    out.set(xor(text.subarray(at, at + BLOCK), cipher(counter)), at);
    for (let place = BLOCK - 1; place >= 0; place -= 1) {
      counter[place] = ((counter[place] ?? 0) + 1) & 0xff;
      if (counter[place] !== 0) break;
    }
  }
  return out;
}
