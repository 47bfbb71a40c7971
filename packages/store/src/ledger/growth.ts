/**
 * Leaves -> **Growth** of a log's tree: the hashes that its tiles get
 */
import { TILE_WIDTH } from "@proviso/core/ledger";
import { type Hash, leafHashes, nodesOfRoot, Tree } from "@proviso/core/merkle";
import type { Medium, NewLeaf } from "./medium.ts";
import { readNodes } from "./read-nodes.ts";

/** Levels of the tree in a level of tiles. */
const TILE_HEIGHT = Math.log2(TILE_WIDTH);

export class Growth {
  readonly #tree: Tree;

  private constructor(tree: Tree) {
    this.#tree = tree;
  }

  /** Goes on from the log that the medium has at that size. */
  static async from(medium: Medium, size: number): Promise<Growth> {
    return new Growth(Tree.from(size, await readNodes(medium, nodesOfRoot(size), size)));
  }

  get size(): number {
    return this.#tree.size;
  }

  root(): Hash {
    return this.#tree.root();
  }

  /** @returns the new hashes by level of tiles, one after another */
  add(leaves: readonly NewLeaf[]): readonly Uint8Array[] {
    const rows: Uint8Array[] = [];
    this.#tree.addAll(leafHashes(leaves.map(({ data }) => data)), (level, _, hashes) => {
      if (level % TILE_HEIGHT === 0) rows.push(hashes);
    });
    return rows;
  }
}
