/** Head x the note of a witness -> the head with its signature, if the witness has seen the same log */
import { ProvisoError } from "@proviso/core";
import {
  encodeBase64,
  openNote,
  parseCheckpoint,
  printNote,
  printVerifierKey,
  type VerifierKey,
} from "@proviso/core/ledger";
import type { Settings } from "./ledger.ts";

export interface Cosigned {
  readonly head: string;
  readonly settings: Settings;
}

/** @throws ProvisoError KEY_MISMATCH, LEDGER_FORKED, PROOF_INVALID, NOTE_INVALID */
export function addSignature(
  given: Cosigned & { readonly note: string; readonly witness: VerifierKey },
): Cosigned {
  const { settings, witness } = given;
  const head = parseCheckpoint(given.head);
  const seen = parseCheckpoint(given.note);
  const { verified } = openNote(seen.note, [witness]);
  if (verified.length === 0) {
    throw new ProvisoError("KEY_MISMATCH", `the note has no good signature of \`${witness.name}\``, {
      hint: "take the note and the witness's verifier key from the witness itself",
    });
  }
  if (seen.note.text !== head.note.text) {
    if (seen.origin === head.origin && seen.size === head.size) throw forked(given.head, given.note);
    throw new ProvisoError(
      "PROOF_INVALID",
      `the witness has signed ${seen.size} leaves of \`${seen.origin}\``,
      {
        hint: `the head is over ${head.size} leaves of \`${head.origin}\`; let the witness sign it`,
      },
    );
  }
  const isIts = ({ name, id }: { readonly name: string; readonly id: number }): boolean =>
    name === witness.name && id === witness.id;
  const others = head.note.signatures.filter((one) => !isIts(one));
  const signatures = [...others, ...seen.note.signatures.filter(isIts)];
  const key = printVerifierKey(witness);
  const witnesses = settings.witnesses.includes(key) ? settings.witnesses : [...settings.witnesses, key];
  return { head: printNote({ text: head.note.text, signatures }), settings: { ...settings, witnesses } };
}

/** Both heads are shown: whoever has one of them can then ask for the other. */
export function forked(ours: string, theirs: string): ProvisoError {
  const [one, other] = [parseCheckpoint(ours), parseCheckpoint(theirs)];
  const show = ({ size, root }: { readonly size: number; readonly root: Uint8Array }): string =>
    `${size} leaves under ${encodeBase64(root)}`;
  return new ProvisoError(
    "LEDGER_FORKED",
    `\`${one.origin}\` was shown in two versions: ${show(one)}, and ${show(other)}`,
    { hint: "keep both signed heads: together they prove that the log was forked" },
  );
}
