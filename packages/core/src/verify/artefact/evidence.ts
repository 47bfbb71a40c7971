/** An opening with its proof. */

import type { SignedCheckpoint } from "../../ledger/index.ts";
import {
  EVIDENCE,
  EVIDENCE_FORMAT,
  type Evidence,
  parseCheckpoint,
  parseTlogProof,
} from "../../ledger/index.ts";
import { ok } from "../checklist.ts";
import { parsed } from "../parsed.ts";
import { placedChecks } from "../placed.ts";
import type { Verifier } from "./artefact.ts";

export const evidence: Verifier = {
  says: "evidence of what was logged",
  is: (_, format) => format === EVIDENCE_FORMAT,
  verify({ file, json }, scene) {
    const given = parsed(EVIDENCE, json);
    return [ok("form", `evidence for a \`${given.opening.kind}\``), ...placedChecks(given, file.name, scene)];
  },
  heads: ({ file, json }) => [headOf(parsed(EVIDENCE, json), file.name)],
};

export function headOf({ proof }: Evidence, file: string): SignedCheckpoint {
  return parseCheckpoint(parseTlogProof(proof, file).checkpoint, file);
}
