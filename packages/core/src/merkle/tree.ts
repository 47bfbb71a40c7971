/**
 * Leaves, one after another -> **Tree**: the complete subtrees at its right edge
 *
 * What a log must remember to go on: as many hashes as its size has bits.
 */
import { concatBytes } from "@noble/hashes/utils.js";
import { EMPTY_ROOT, HASH_BYTES, type Hash, nodeHash, pairHashes } from "./hash.ts";
import { nodesOfRoot, type ReadNode } from "./proof.ts";

export class Tree {
  #size = 0;
  /** By level; a place is filled where the size has that bit. */
  readonly #edge: (Hash | undefined)[] = [];
  readonly #onNode: ((level: number, index: number, hash: Hash) => void) | undefined;

  /** @param onNode hears of every complete subtree as it comes about, leaves included */
  constructor(onNode?: (level: number, index: number, hash: Hash) => void) {
    this.#onNode = onNode;
  }

  /** A tree that goes on from one of `size` leaves. */
  static from(
    size: number,
    read: ReadNode,
    onNode?: (level: number, index: number, hash: Hash) => void,
  ): Tree {
    const tree = new Tree(onNode);
    tree.#size = size;
    for (const { level, index } of nodesOfRoot(size)) tree.#edge[level] = read(level, index);
    return tree;
  }

  get size(): number {
    return this.#size;
  }

  /** @param leaf the leaf's hash */
  add(leaf: Hash): void {
    let hash = leaf;
    let index = this.#size;
    let level = 0;
    this.#onNode?.(level, index, hash);
    while (index % 2 === 1) {
      hash = nodeHash(this.#edge[level] as Hash, hash);
      this.#edge[level] = undefined;
      level += 1;
      index = (index - 1) / 2;
      this.#onNode?.(level, index, hash);
    }
    this.#edge[level] = hash;
    this.#size += 1;
  }

  /**
   * As `add` of each, level by level.
   * @param leaves their hashes, one after another
   * @param onRow hears of the new subtrees of a level instead of `onNode`
   */
  addAll(leaves: Uint8Array, onRow: (level: number, first: number, hashes: Uint8Array) => void): void {
    let hashes = leaves;
    let first = this.#size;
    for (let level = 0; hashes.length > 0; level += 1) {
      onRow(level, first, hashes);
      const waiting = first % 2 === 1 ? this.#edge[level] : undefined;
      const row = waiting === undefined ? hashes : concatBytes(waiting, hashes);
      const isOdd = (row.length / HASH_BYTES) % 2 === 1;
      this.#edge[level] = isOdd ? row.slice(-HASH_BYTES) : undefined;
      first = Math.floor(first / 2);
      hashes = pairHashes(row);
    }
    this.#size += leaves.length / HASH_BYTES;
  }

  root(): Hash {
    const edge = this.#edge.filter((hash) => hash !== undefined);
    return edge.length === 0 ? EMPTY_ROOT : edge.reduce((right, left) => nodeHash(left, right));
  }
}
