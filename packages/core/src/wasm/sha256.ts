/**
 * SHA-256 in WebAssembly, for short messages and many of them; longer ones go to the library
 *
 * A message may come in parts, which are put together where they are hashed: to join them first would
 * cost as much as to hash them.
 */
import { sha256 as library } from "@noble/hashes/sha2.js";
import { concatBytes } from "@noble/hashes/utils.js";
import { INITIAL, INPUT, newKernel, SCRATCH } from "./kernel.ts";

const BLOCK = 64;
const DIGEST = 32;
/** A bit that ends the message, and its length in eight bytes. */
const PADDING = 9;
const MAX_MESSAGE = 32_768;
const NOTHING = new Uint8Array(0);

/** Of `first`, one byte, and what comes after it. */
export const sha256After: (first: number, one: Uint8Array, other?: Uint8Array) => Uint8Array =
  newSha256() ?? ((first, one, other = NOTHING) => library(concatBytes(Uint8Array.of(first), one, other)));

/** Of both, one after the other. */
export const sha256: (one: Uint8Array, other?: Uint8Array) => Uint8Array = newPlain();

function newPlain(): (one: Uint8Array, other?: Uint8Array) => Uint8Array {
  const kernel = newSha256();
  if (kernel === undefined) return (one, other = NOTHING) => library(concatBytes(one, other));
  return (one, other) => kernel(undefined, one, other);
}

function newSha256():
  | ((first: number | undefined, one: Uint8Array, other?: Uint8Array) => Uint8Array)
  | undefined {
  const kernel = newKernel();
  if (kernel === undefined) return undefined;
  const bytes = new Uint8Array(kernel.memory);
  const state = new Uint32Array(kernel.memory, SCRATCH, INITIAL.length);
  const initial = Uint32Array.from(INITIAL);
  return (first, one, other = NOTHING) => {
    const before = first === undefined ? 0 : 1;
    const size = before + one.length + other.length;
    if (size > MAX_MESSAGE) {
      return library(concatBytes(first === undefined ? NOTHING : Uint8Array.of(first), one, other));
    }
    if (first !== undefined) bytes[INPUT] = first;
    bytes.set(one, INPUT + before);
    if (other !== NOTHING) bytes.set(other, INPUT + before + one.length);
    const blocks = Math.ceil((size + PADDING) / BLOCK);
    const end = INPUT + blocks * BLOCK;
    bytes[INPUT + size] = 0x80;
    bytes.fill(0, INPUT + size + 1, end);
    // The length in bits has at most 19 of them here.
    bytes[end - 3] = size >>> 13;
    bytes[end - 2] = size >>> 5;
    bytes[end - 1] = size << 3;
    state.set(initial);
    kernel.compress(SCRATCH, INPUT, blocks);
    const digest = new Uint8Array(DIGEST);
    for (let word = 0; word < INITIAL.length; word += 1) {
      const value = state[word] as number;
      digest[word * 4] = value >>> 24;
      digest[word * 4 + 1] = value >>> 16;
      digest[word * 4 + 2] = value >>> 8;
      digest[word * 4 + 3] = value;
    }
    return digest;
  };
}
