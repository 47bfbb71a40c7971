/**
 * Bytes -> **Hash**, as RFC 6962 section 2.1 has it
 *
 * Leaves and nodes are hashed under different first bytes, so that no node can be passed off as a
 * leaf. Short inputs, which are nearly all, are hashed in WebAssembly where there is some.
 */
import { sha256AfterEach, sha256AfterPairs } from "../wasm/lanes.ts";
import { sha256, sha256After } from "../wasm/sha256.ts";

/** 32 bytes. */
export type Hash = Uint8Array;

export const HASH_BYTES = 32;
const LEAF = 0;
const NODE = 1;

/** The root of a tree without leaves: SHA-256 of nothing. */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array(0));

export function leafHash(data: Uint8Array): Hash {
  return sha256After(LEAF, data);
}

export function nodeHash(left: Hash, right: Hash): Hash {
  return sha256After(NODE, left, right);
}

/** As `leafHash` of each, one after another: what is logged together is hashed side by side. */
export function leafHashes(data: readonly Uint8Array[]): Uint8Array {
  return sha256AfterEach(LEAF, data);
}

/** As `nodeHash` of each pair of neighbours; the last one is left out if their number is odd. */
export function pairHashes(hashes: Uint8Array): Uint8Array {
  return sha256AfterPairs(NODE, hashes);
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let at = 0; at < one.length; at += 1) difference |= (one[at] as number) ^ (other[at] as number);
  return difference === 0;
}
