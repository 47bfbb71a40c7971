/**
 * SHA-256 in WebAssembly, for short messages and many of them; longer ones go to the library
 */
import { sha256 as library } from "@noble/hashes/sha2.js";
import { INITIAL, INPUT, newKernel, SCRATCH } from "./kernel.ts";

const BLOCK = 64;
const DIGEST = 32;
/** A bit that ends the message, and its length in eight bytes. */
const PADDING = 9;
const MAX_MESSAGE = 32_768;

export const sha256: (message: Uint8Array) => Uint8Array = newSha256() ?? library;

function newSha256(): ((message: Uint8Array) => Uint8Array) | undefined {
  const kernel = newKernel();
  if (kernel === undefined) return undefined;
  const bytes = new Uint8Array(kernel.memory);
  const state = new Uint32Array(kernel.memory, SCRATCH, INITIAL.length);
  const input = new DataView(kernel.memory, INPUT);
  return (message) => {
    const size = message.length;
    if (size > MAX_MESSAGE) return library(message);
    const blocks = Math.ceil((size + PADDING) / BLOCK);
    bytes.set(message, INPUT);
    bytes.fill(0, INPUT + size, INPUT + blocks * BLOCK);
    bytes[INPUT + size] = 0x80;
    input.setUint32(blocks * BLOCK - 4, size * 8);
    state.set(INITIAL);
    kernel.compress(SCRATCH, INPUT, blocks);
    const digest = new Uint8Array(DIGEST);
    const out = new DataView(digest.buffer);
    for (let word = 0; word < INITIAL.length; word += 1) out.setUint32(word * 4, state[word] as number);
    return digest;
  };
}
