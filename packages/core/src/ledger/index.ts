export { decodeBase64, encodeBase64 } from "./base64.ts";
export { type Checkpoint, parseCheckpoint, printCheckpoint, type SignedCheckpoint } from "./checkpoint.ts";
export { commit, kindOfLeaf, opens } from "./commit.ts";
export { EVIDENCE, EVIDENCE_FORMAT, type Evidence, type Placed, placeOf } from "./evidence.ts";
export { LEAF_KINDS, type Leaf, type LeafKind, OPENING, type Opening, SALT_BYTES } from "./leaf.ts";
export {
  type Algorithm,
  isKeyName,
  newSigningKey,
  parseVerifierKey,
  printId,
  printVerifierKey,
  type SigningKey,
  type VerifierKey,
} from "./note/key.ts";
export { type Note, parseNote, printNote, printSignature, type Signature } from "./note/note.ts";
export { type Opened, openNote, type Seen } from "./note/open-note.ts";
export { signNote, signText } from "./note/sign.ts";
export { parseEntries, printEntries } from "./tile/entries.ts";
export {
  entriesPath,
  hashInTile,
  TILE_WIDTH,
  type Tile,
  tileOfNode,
  tilePath,
  tilesBetween,
} from "./tile/tile.ts";
export { parseTlogProof, printTlogProof, type TlogProof } from "./tlog-proof.ts";
