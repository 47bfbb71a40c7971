/**
 * Subtrees: leaves `[start, end)` of a tree, where `start` is a multiple of the smallest power of two
 * that is not below `end - start` (IETF draft-ietf-plants-merkle-tree-certs, section 4)
 *
 * A subtree hashes as a tree of its own does, so a leaf's proof in it is the proof in such a tree. Its
 * proof of consistency shows that it is part of a larger tree.
 */
import { EMPTY_ROOT, type Hash, isSame, nodeHash } from "./hash.ts";
import { areHashes, isCount, rootByInclusion } from "./verify.ts";

/** Whether `leaf` is number `index` of the large tree, and in the subtree with that root. */
export function verifySubtreeInclusion(
  leaf: Hash,
  index: number,
  start: number,
  end: number,
  proof: readonly Hash[],
  root: Hash,
): boolean {
  if (!isSubtree(start, end) || index < start) return false;
  const found = rootByInclusion(leaf, index - start, end - start, proof);
  return found !== undefined && isSame(found, root);
}

/** Whether the subtree with `subtreeRoot` is part of the tree of `size` leaves with `root`. */
export function verifySubtreeConsistency(
  start: number,
  end: number,
  size: number,
  proof: readonly Hash[],
  subtreeRoot: Hash,
  root: Hash,
): boolean {
  if (!isCount(start) || !isCount(end) || !isCount(size) || start > end || end > size) return false;
  // Nothing is part of every tree, and each tree of itself.
  if (start === end) return proof.length === 0 && isSame(subtreeRoot, EMPTY_ROOT);
  if (start === 0 && end === size) return proof.length === 0 && isSame(subtreeRoot, root);
  if (!isSubtree(start, end)) return false;
  if (!areHashes(subtreeRoot, root, ...proof)) return false;
  let node = start;
  let edge = end - 1;
  let last = size - 1;
  const step = (): void => {
    node = Math.floor(node / 2);
    edge = Math.floor(edge / 2);
    last = Math.floor(last / 2);
  };
  // Up to the largest complete subtree that ends where the subtree does.
  if (edge === last) while (node !== edge) step();
  else while (node !== edge && edge % 2 === 1) step();
  const isOwn = node === edge;
  const [seed, ...rest] = isOwn ? [subtreeRoot, ...proof] : proof;
  if (seed === undefined) return false;
  let ofSubtree = seed;
  let ofTree = seed;
  for (const hash of rest) {
    if (last === 0) return false;
    if (edge % 2 === 1 || edge === last) {
      if (node < edge) ofSubtree = nodeHash(hash, ofSubtree);
      ofTree = nodeHash(hash, ofTree);
      while (edge % 2 === 0 && edge !== 0) step();
    } else ofTree = nodeHash(ofTree, hash);
    step();
  }
  return last === 0 && isSame(ofSubtree, subtreeRoot) && isSame(ofTree, root);
}

/** Whether there can be a subtree of those leaves. */
function isSubtree(start: number, end: number): boolean {
  if (!isCount(start) || !isCount(end) || start >= end) return false;
  let width = 1;
  while (width < end - start) width *= 2;
  return start % width === 0;
}
