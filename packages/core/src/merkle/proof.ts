/**
 * Tree x place -> the hashes that lead from it to the root (RFC 6962 section 2.1, RFC 9162 section 2.1)
 *
 * A tree is read through `ReadNode`: the hash of the complete subtree of `2 ** level` leaves that is
 * number `index` among those of its level. `nodes…` say beforehand which ones are read, so that a
 * store can fetch them first.
 */
import { EMPTY_ROOT, type Hash, nodeHash } from "./hash.ts";

export interface Node {
  /** 0 for leaves. */
  readonly level: number;
  readonly index: number;
}

/** Only complete subtrees are asked for. */
export type ReadNode = (level: number, index: number) => Hash;

/** Leaves `[start, end)`. */
interface Range {
  readonly start: number;
  readonly end: number;
}

export function rootOf(size: number, read: ReadNode): Hash {
  return size === 0 ? EMPTY_ROOT : hashOf({ start: 0, end: size }, read);
}

/**
 * From the leaf up.
 * @throws RangeError for a leaf that is not in the tree
 */
export function inclusionProof(index: number, size: number, read: ReadNode): Hash[] {
  return inclusionRanges(index, size).map((range) => hashOf(range, read));
}

/** @throws RangeError unless 1 <= first <= second; a tree of nothing is in every tree */
export function consistencyProof(first: number, second: number, read: ReadNode): Hash[] {
  return consistencyRanges(first, second).map((range) => hashOf(range, read));
}

/** What `rootOf` reads. */
export function nodesOfRoot(size: number): readonly Node[] {
  return nodesOf({ start: 0, end: size });
}

/** What `inclusionProof` reads. */
export function nodesOfInclusion(index: number, size: number): readonly Node[] {
  return inclusionRanges(index, size).flatMap(nodesOf);
}

/** What `consistencyProof` reads. */
export function nodesOfConsistency(first: number, second: number): readonly Node[] {
  return consistencyRanges(first, second).flatMap(nodesOf);
}

function inclusionRanges(index: number, size: number): readonly Range[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`leaf ${index} is not in a tree of ${size}`);
  }
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

function consistencyRanges(first: number, second: number): readonly Range[] {
  if (!Number.isSafeInteger(first) || first < 1 || first > second) {
    throw new RangeError(`a tree of ${second} does not go on from one of ${first}`);
  }
  if (first === second) return [];
  const ranges: Range[] = [];
  let [start, end] = [0, second];
  let isWhole = true;
  while (first !== end) {
    const middle = start + splitOf(end - start);
    if (first <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
      isWhole = false;
    }
  }
  // The tree of `first` is known to whoever asks if it is a subtree from the left edge.
  if (!isWhole) ranges.push({ start, end });
  return ranges.reverse();
}

/** The largest power of two below `size`. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The complete subtrees of which a range is made, from left to right. */
function nodesOf({ start, end }: Range): readonly Node[] {
  const nodes: Node[] = [];
  let at = start;
  while (at < end) {
    let level = 0;
    let size = 1;
    while (at % (size * 2) === 0 && at + size * 2 <= end) {
      size *= 2;
      level += 1;
    }
    nodes.push({ level, index: at / size });
    at += size;
  }
  return nodes;
}

function hashOf(range: Range, read: ReadNode): Hash {
  const hashes = nodesOf(range).map(({ level, index }) => read(level, index));
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}
