export { EMPTY_ROOT, HASH_BYTES, type Hash, isSame, leafHash, leafHashes, nodeHash } from "./hash.ts";
export {
  consistencyProof,
  inclusionProof,
  type Node,
  nodesOfConsistency,
  nodesOfInclusion,
  nodesOfRoot,
  type ReadNode,
  rootOf,
} from "./proof.ts";
export { verifySubtreeConsistency, verifySubtreeInclusion } from "./subtree.ts";
export { Tree } from "./tree.ts";
export { rootByInclusion, verifyConsistency, verifyInclusion } from "./verify.ts";
