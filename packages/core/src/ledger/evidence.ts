/**
 * **Evidence**: an opening and its leaf's place in a log, in one file
 *
 * What a receipt, a manifest or a certificate carries, so that whoever has the log's key can check
 * offline that just this was logged.
 */
import * as z from "zod";
import { isSame, leafHash, rootByInclusion } from "../merkle/index.ts";
import { parseCheckpoint, type SignedCheckpoint } from "./checkpoint.ts";
import { commit } from "./commit.ts";
import { OPENING, type Opening } from "./leaf.ts";
import { parseTlogProof } from "./tlog-proof.ts";

export const EVIDENCE_FORMAT = "proviso-evidence/1";

export const EVIDENCE = z.strictObject({
  format: z.literal(EVIDENCE_FORMAT),
  opening: OPENING,
  proof: z.string().describe("A C2SP tlog-proof; it holds the checkpoint."),
});

export interface Evidence {
  readonly format: typeof EVIDENCE_FORMAT;
  readonly opening: Opening;
  readonly proof: string;
}

export interface Placed {
  readonly index: number;
  readonly checkpoint: SignedCheckpoint;
  /** Whether the opening's leaf, by its proof, has the checkpoint's root above it. */
  readonly isIncluded: boolean;
}

/**
 * Where the evidence puts its opening. Whose signatures the checkpoint has is for `openNote` to say.
 * @throws ProvisoError PROOF_INVALID, NOTE_INVALID
 */
export function placeOf({ opening, proof }: Evidence, file?: string): Placed {
  const { index, hashes, checkpoint: text } = parseTlogProof(proof, file);
  const checkpoint = parseCheckpoint(text, file);
  const root = rootByInclusion(leafHash(commit(opening).data), index, checkpoint.size, hashes);
  const isIncluded = root !== undefined && isSame(root, checkpoint.root);
  return { index, checkpoint, isIncluded };
}
