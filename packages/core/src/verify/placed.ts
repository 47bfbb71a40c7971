/**
 * Evidence -> whether just this was logged, and where
 */
import { type Evidence, type LeafKind, parseTlogProof, placeOf } from "../ledger/index.ts";
import type { Scene } from "./artefact/artefact.ts";
import { type Check, failed, notChecked, ok } from "./checklist.ts";
import { printHead } from "./history.ts";
import { headChecks } from "./signed.ts";

/**
 * @param kind of the leaf, where there is one that it must be
 * @throws ProvisoError PROOF_INVALID, NOTE_INVALID
 */
export function placedChecks(
  evidence: Evidence,
  file: string,
  scene: Scene,
  kind?: LeafKind,
): readonly Check[] {
  const { index, checkpoint, isIncluded } = placeOf(evidence, file);
  const found = evidence.opening.kind;
  const { extra } = parseTlogProof(evidence.proof, file);
  return [
    ...(kind === undefined || kind === found
      ? []
      : [failed("kind", `it was logged as \`${found}\` and not as \`${kind}\``)]),
    isIncluded
      ? ok("inclusion", `a \`${found}\` with just this content is entry ${index} of ${printHead(checkpoint)}`)
      : failed("inclusion", `this content is not entry ${index} of ${printHead(checkpoint)}`),
    ...headChecks(checkpoint, scene),
    ...(extra === undefined
      ? []
      : [failed("extra", "the proof holds something that nothing vouches for; evidence has none of that")]),
    notChecked("truth", "that what was logged is true: the proof says that it was said, and by which log"),
  ];
}
