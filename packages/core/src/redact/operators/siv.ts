/**
 * AES-SIV (RFC 5297): encryption in which equal texts give equal ciphertexts, and nothing else shows
 *
 * No nonce comes in, since core has no chance to draw from; the synthetic one is a keyed hash of
 * the text itself. A changed ciphertext, label or key is noticed.
 */
import { aes, type BlockCipher, xor } from "./aes.ts";

const BLOCK = 16;

/** The two halves of an SIV key at work. */
interface Halves {
  readonly mac: BlockCipher;
  readonly cipher: BlockCipher;
}

function halvesOf(key: Uint8Array): Halves {
  return { mac: aes(key.subarray(0, key.length / 2)), cipher: aes(key.subarray(key.length / 2)) };
}

/**
 * @param key 32 bytes (AES-128) or 64 (AES-256)
 * @param labels what the ciphertext is bound to
 */
export function seal(key: Uint8Array, labels: readonly Uint8Array[], text: Uint8Array): Uint8Array {
  const { mac, cipher } = halvesOf(key);
  const vector = vectorOf(mac, labels, text);
  const sealed = new Uint8Array(BLOCK + text.length);
  sealed.set(vector);
  sealed.set(counted(cipher, vector, text), BLOCK);
  return sealed;
}

/** Undefined if key or labels are others, or the ciphertext was changed. */
export function open(
  key: Uint8Array,
  labels: readonly Uint8Array[],
  sealed: Uint8Array,
): Uint8Array | undefined {
  if (sealed.length < BLOCK) return undefined;
  const { mac, cipher } = halvesOf(key);
  const vector = sealed.subarray(0, BLOCK);
  const text = counted(cipher, vector, sealed.subarray(BLOCK));
  const differs = xor(vector, vectorOf(mac, labels, text)).reduce((bits, byte) => bits | byte, 0);
  return differs === 0 ? text : undefined;
}

/** S2V of RFC 5297 section 2.4. */
function vectorOf(mac: BlockCipher, labels: readonly Uint8Array[], text: Uint8Array): Uint8Array {
  let sum = cmac(mac, new Uint8Array(BLOCK));
  for (const label of labels) sum = xor(doubled(sum), cmac(mac, label));
  if (text.length < BLOCK) return cmac(mac, xor(doubled(sum), padded(text)));
  const last = text.slice();
  last.set(xor(text.subarray(text.length - BLOCK), sum), text.length - BLOCK);
  return cmac(mac, last);
}

/** CMAC (RFC 4493). */
function cmac(mac: BlockCipher, message: Uint8Array): Uint8Array {
  const first = doubled(mac(new Uint8Array(BLOCK)));
  const lastStart = Math.max(0, Math.ceil(message.length / BLOCK) - 1) * BLOCK;
  let state: Uint8Array = new Uint8Array(BLOCK);
  for (let at = 0; at < lastStart; at += BLOCK) state = mac(xor(state, message.subarray(at, at + BLOCK)));
  const last = message.subarray(lastStart);
  const whole = last.length === BLOCK ? xor(first, last) : xor(doubled(first), padded(last));
  return mac(xor(state, whole));
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
