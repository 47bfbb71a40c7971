/**
 * A set's file, read in pieces -> **SortedSet**: its tokens by place, and the nodes of its tree
 */
import { HASH_BYTES, type Hash, leafHash, nodeHash } from "../../merkle/index.ts";
import { LEVELS_PER_STEP, offsetOf } from "./layout.ts";
import { TOKEN_BYTES } from "./members.ts";

/** Gives as many bytes as were asked for, or throws. */
export type ReadBytes = (offset: number, length: number) => Uint8Array;

export interface SortedSet {
  readonly size: number;
  token(index: number): Uint8Array;
  /** The hash of the complete subtree of `2 ** level` tokens. */
  node(level: number, index: number): Hash;
}

export function sortedSet(size: number, read: ReadBytes): SortedSet {
  return {
    size,
    token: (index) => read(index * TOKEN_BYTES, TOKEN_BYTES),
    node(level, index) {
      const step = Math.floor(level / LEVELS_PER_STEP);
      const width = 2 ** (level % LEVELS_PER_STEP);
      const bytes = read(offsetOf(step, size) + index * width * HASH_BYTES, width * HASH_BYTES);
      let hashes = Array.from({ length: width }, (_, at) => {
        const piece = bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
        return step === 0 ? leafHash(piece) : piece.slice();
      });
      while (hashes.length > 1) hashes = joined(hashes);
      return hashes[0] as Hash;
    },
  };
}

function joined(hashes: readonly Hash[]): Hash[] {
  const parents: Hash[] = [];
  for (let at = 0; at < hashes.length; at += 2) {
    parents.push(nodeHash(hashes[at] as Hash, hashes[at + 1] as Hash));
  }
  return parents;
}
