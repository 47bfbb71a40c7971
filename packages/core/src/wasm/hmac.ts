/**
 * HMAC-SHA256 in WebAssembly, for short messages and many of them
 *
 * The states after the key are kept, so that a message of up to 55 bytes costs two compressions.
 */
import { hmac as nobleHmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";

import { INITIAL, INPUT, type Kernel, newKernel, SCRATCH } from "./kernel.ts";

const BLOCK = 64;
const DIGEST = 32;
const INNER = SCRATCH;
const OUTER = SCRATCH + DIGEST;
const OUT = SCRATCH + 2 * DIGEST;
/** Longer messages go to the library; they are as good as never there. */
const MAX_MESSAGE = 32_768;

/** @param key any length; hashed first if longer than a block, as RFC 2104 says */
export function hmac(key: Uint8Array): (message: Uint8Array) => Uint8Array {
  const library = nobleHmac.create(sha256, key);
  const long: (message: Uint8Array) => Uint8Array = (message) => library.clone().update(message).digest();
  const kernel = newKernel();
  if (kernel === undefined) return long;
  const bytes = new Uint8Array(kernel.memory);
  const block = new Uint8Array(BLOCK);
  block.set(key.length > BLOCK ? sha256(key) : key);
  keyState(kernel, bytes, block, 0x36, INNER);
  keyState(kernel, bytes, block, 0x5c, OUTER);
  return (message) => {
    if (message.length > MAX_MESSAGE) return long(message);
    bytes.set(message, INPUT);
    kernel.hmac(INNER, OUTER, INPUT, message.length, OUT);
    return bytes.slice(OUT, OUT + DIGEST);
  };
}

function keyState(kernel: Kernel, bytes: Uint8Array, block: Uint8Array, pad: number, state: number): void {
  new Uint32Array(kernel.memory, state, INITIAL.length).set(INITIAL);
  for (const [index, byte] of block.entries()) bytes[INPUT + index] = byte ^ pad;
  kernel.compress(state, INPUT, 1);
}
