/**
 * Hashes x proof -> whether they belong together (RFC 9162 sections 2.1.3.2 and 2.1.4.2)
 *
 * Nothing is thrown: what is out of range or of the wrong length is false, as a wrong hash is.
 */
import { EMPTY_ROOT, HASH_BYTES, type Hash, isSame, nodeHash } from "./hash.ts";

/** Whether `leaf`, a leaf's hash, is number `index` of the tree of `size` leaves with that root. */
export function verifyInclusion(
  leaf: Hash,
  index: number,
  size: number,
  proof: readonly Hash[],
  root: Hash,
): boolean {
  const found = rootByInclusion(leaf, index, size, proof);
  return found !== undefined && isSame(found, root);
}

/** The root that the proof leads to, or undefined if it is no proof for such a place. */
export function rootByInclusion(
  leaf: Hash,
  index: number,
  size: number,
  proof: readonly Hash[],
): Hash | undefined {
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes(leaf, ...proof)) return undefined;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else hash = nodeHash(hash, sibling);
    node = half(node);
    last = half(last);
  }
  return last === 0 ? hash : undefined;
}

/** Whether the tree of `second` leaves begins with all of the tree of `first`. */
export function verifyConsistency(
  first: number,
  second: number,
  firstRoot: Hash,
  secondRoot: Hash,
  proof: readonly Hash[],
): boolean {
  if (!isCount(first) || !isCount(second) || first > second) return false;
  // Every tree goes on from nothing; there is nothing to prove, and no proof.
  if (first === 0 && (second > 0 || !isSame(firstRoot, EMPTY_ROOT))) return false;
  if (first === second) return proof.length === 0 && isSame(firstRoot, secondRoot);
  if (!areHashes(firstRoot, secondRoot, ...proof)) return false;
  return walk(first, second, firstRoot, secondRoot, proof);
}

function walk(
  first: number,
  second: number,
  firstRoot: Hash,
  secondRoot: Hash,
  proof: readonly Hash[],
): boolean {
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof] : proof;
  const [seed, ...rest] = path;
  if (seed === undefined) return false;
  let node = first - 1;
  let last = second - 1;
  while (node % 2 === 1) {
    node = half(node);
    last = half(last);
  }
  let ofFirst = seed;
  let ofSecond = seed;
  for (const hash of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      ofFirst = nodeHash(hash, ofFirst);
      ofSecond = nodeHash(hash, ofSecond);
      while (node % 2 === 0 && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else ofSecond = nodeHash(ofSecond, hash);
    node = half(node);
    last = half(last);
  }
  return last === 0 && isSame(ofFirst, firstRoot) && isSame(ofSecond, secondRoot);
}

/** Sizes may be above 2 ** 32, where the operators on bits no longer reach. */
function half(value: number): number {
  return Math.floor(value / 2);
}

function isPowerOfTwo(value: number): boolean {
  let rest = value;
  while (rest % 2 === 0) rest /= 2;
  return rest === 1;
}

export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

export function areHashes(...hashes: readonly Hash[]): boolean {
  return hashes.every((hash) => hash.length === HASH_BYTES);
}
