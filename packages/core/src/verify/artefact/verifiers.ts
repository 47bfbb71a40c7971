/** Every kind of artefact, from specific to general. */
import type { Verifier } from "./artefact.ts";
import { checkpoint } from "./checkpoint.ts";
import { consistency } from "./consistency.ts";
import { deletion } from "./deletion.ts";
import { evidence } from "./evidence.ts";
import { manifest } from "./manifest.ts";
import { membership } from "./membership.ts";
import { receipt } from "./receipt.ts";
import { tlogProof } from "./tlog-proof.ts";

export const VERIFIERS: readonly Verifier[] = [
  tlogProof,
  evidence,
  receipt,
  consistency,
  deletion,
  manifest,
  membership,
  checkpoint,
];
