/** Medium -> the hashes of some nodes, each tile read once */
import { hashInTile, tileOfNode, tilePath } from "@proviso/core/ledger";
import type { Hash, Node, ReadNode } from "@proviso/core/merkle";
import type { Medium } from "./medium.ts";

/**
 * @param size of the log; it must have all the nodes
 * @throws ProvisoError LEDGER_DAMAGED
 */
export async function readNodes(medium: Medium, nodes: readonly Node[], size: number): Promise<ReadNode> {
  const tiles = new Map<string, Promise<Uint8Array>>();
  const hashes = new Map<string, Hash>();
  for (const node of nodes) {
    const tile = tileOfNode(node, size);
    const path = tilePath(tile);
    const reading = tiles.get(path) ?? medium.tile(tile);
    tiles.set(path, reading);
    hashes.set(`${node.level}/${node.index}`, hashInTile(node, tile, await reading));
  }
  return (level, index) => {
    const hash = hashes.get(`${level}/${index}`);
    if (hash === undefined) throw new RangeError(`node ${level}/${index} was not asked for`);
    return hash;
  };
}
