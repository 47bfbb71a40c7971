/**
 * Size -> where things stand in a set's file
 *
 * The sorted tokens, then the tree in steps of eight levels: the hash of every complete subtree of 256
 * tokens, of every one of 65,536, and so on. The levels between are made of at most 255 neighbours, so
 * that a proof reads a few dozen kilobytes of a file of any size. Not all levels: they would double it.
 */
import { HASH_BYTES } from "../../merkle/index.ts";
import { TOKEN_BYTES } from "./members.ts";

export const LEVELS_PER_STEP = 8;
const STEP = 2 ** LEVELS_PER_STEP;

/** How many hashes stand at the level `step * 8`; at step 0, how many tokens. */
function countAt(step: number, size: number): number {
  return Math.floor(size / STEP ** step);
}

/** Where the hashes of a step begin. */
export function offsetOf(step: number, size: number): number {
  let offset = 0;
  for (let below = 0; below < step; below += 1) {
    offset += countAt(below, size) * (below === 0 ? TOKEN_BYTES : HASH_BYTES);
  }
  return offset;
}

export function setFileBytes(size: number): number {
  let step = 1;
  while (countAt(step, size) > 0) step += 1;
  return offsetOf(step, size);
}
