/**
 * SortedSet x token -> **MembershipProof**: of the two, the one that is true
 *
 * Which one is asked for is not for here: a wrong one cannot be made.
 */
import { bytesToHex } from "@noble/hashes/utils.js";
import { inclusionProof } from "../../merkle/index.ts";
import { compareTokens } from "./members.ts";
import type { MembershipProof, Neighbour } from "./membership-proof.ts";
import type { SortedSet } from "./sorted-set.ts";

export function proveMembership(set: SortedSet, token: Uint8Array): MembershipProof {
  const index = placeOf(set, token);
  if (index < set.size && compareTokens(set.token(index), token) === 0) {
    return { claim: "included", proof: { index, path: pathOf(set, index) } };
  }
  return {
    claim: "excluded",
    proof: {
      left: index > 0 ? neighbour(set, index - 1) : null,
      right: index < set.size ? neighbour(set, index) : null,
    },
  };
}

/** How many tokens are below. */
function placeOf(set: SortedSet, token: Uint8Array): number {
  let [low, high] = [0, set.size];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (compareTokens(set.token(middle), token) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function neighbour(set: SortedSet, index: number): Neighbour {
  return { token: bytesToHex(set.token(index)), index, path: pathOf(set, index) };
}

function pathOf(set: SortedSet, index: number): string[] {
  return inclusionProof(index, set.size, (level, at) => set.node(level, at)).map(bytesToHex);
}
