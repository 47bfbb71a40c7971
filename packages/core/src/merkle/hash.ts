/**
 * Bytes -> **Hash**, as RFC 6962 section 2.1 has it
 *
 * Leaves and nodes are hashed under different first bytes, so that no node can be passed off as a
 * leaf. Short inputs, which are nearly all, are hashed in WebAssembly where there is some.
 */
import { sha256 } from "../wasm/sha256.ts";

/** 32 bytes. */
export type Hash = Uint8Array;

export const HASH_BYTES = 32;
const LEAF = 0;
const NODE = 1;
const PAIR_BYTES = 1 + 2 * HASH_BYTES;

/** The root of a tree without leaves: SHA-256 of nothing. */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array(0));

export function leafHash(data: Uint8Array): Hash {
  const input = new Uint8Array(1 + data.length);
  input[0] = LEAF;
  input.set(data, 1);
  return sha256(input);
}

const pair = new Uint8Array(PAIR_BYTES);
pair[0] = NODE;

export function nodeHash(left: Hash, right: Hash): Hash {
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES) {
    return sha256(Uint8Array.of(NODE, ...left, ...right));
  }
  pair.set(left, 1);
  pair.set(right, 1 + HASH_BYTES);
  return sha256(pair);
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let at = 0; at < one.length; at += 1) difference |= (one[at] as number) ^ (other[at] as number);
  return difference === 0;
}
