/**
 * SignedCheckpoint x VerifierKeys -> whether the log that it names, and the witnesses, have signed it
 */
import { openNote, printId, type Seen, type SignedCheckpoint, type VerifierKey } from "../ledger/index.ts";
import type { Scene } from "./artefact/artefact.ts";
import { type Check, failed, lacking, notChecked, ok, SIGNATURE } from "./checklist.ts";
import { historyChecks } from "./history.ts";

/** All that can be said of a head: who signed it, and how it stands to others. */
export function headChecks(head: SignedCheckpoint, { asked, heads, links }: Scene): readonly Check[] {
  const { verified, bad } = openNote(head.note, asked.keys);
  const witnesses = asked.keys.filter(({ algorithm }) => algorithm === "cosignature");
  const seen = verified.filter(({ key }) => key.algorithm === "cosignature");
  const signature = signatureCheck(head, asked.keys, verified, bad);
  return [
    signature,
    ...witnesses.map((key) => witnessCheck(key, seen)),
    // What somebody else has written says nothing of the log.
    ...(signature.outcome === "failed" ? [] : historyChecks(head, heads, links, asked.against)),
    ...(seen.length > 0
      ? [notChecked("split-view", "that the witnesses are honest, and have looked at the log themselves")]
      : [
          notChecked(
            "split-view",
            "that the log has shown everyone the same tree: compare checkpoints, or ask a witness",
          ),
        ]),
  ];
}

/** Whether it may be held against a log: signed by its key, or as long as nobody has named one. */
export function mayBeOfLog(head: SignedCheckpoint, keys: readonly VerifierKey[]): boolean {
  const { verified, bad } = openNote(head.note, keys);
  return signatureCheck(head, keys, verified, bad).outcome !== "failed";
}

function signatureCheck(
  { origin, note }: SignedCheckpoint,
  keys: readonly VerifierKey[],
  verified: readonly Seen[],
  bad: readonly VerifierKey[],
): Check {
  const [forged] = bad;
  if (forged !== undefined) {
    return failed(
      SIGNATURE,
      `the signature under ${printKey(forged)} was not made by that key for this text`,
    );
  }
  const logs = verified.filter(({ key }) => key.algorithm === "ed25519").map(({ key }) => key);
  const own = logs.find(({ name }) => name === origin);
  if (own !== undefined)
    return ok(SIGNATURE, `the log's checkpoint is signed by ${printKey(own)}, which you named`);
  const [other] = logs;
  if (other !== undefined) {
    return failed(
      SIGNATURE,
      `it is signed by ${printKey(other)}, which is not the key of the log \`${origin}\``,
    );
  }
  const claims = note.signatures.map(printKey).join(", ");
  if (!keys.some(({ algorithm }) => algorithm === "ed25519")) {
    const says = `who has signed it: it claims ${claims}; get the key of \`${origin}\` from a place you trust, and name it`;
    return lacking(SIGNATURE, says);
  }
  return failed(SIGNATURE, `no key of a log that you named has signed it; it claims ${claims}`);
}

/** Whoever names a witness relies on it: a signature that was taken off must not go unseen. */
function witnessCheck(key: VerifierKey, seen: readonly Seen[]): Check {
  const found = seen.find((one) => one.key === key);
  if (found === undefined) return failed("witness", `${printKey(key)}, which you named, has not signed it`);
  const time = printTime(found.seconds);
  return ok("witness", `${printKey(key)} has seen the log go on to this checkpoint${time}`);
}

function printTime(seconds: number | undefined): string {
  const date = new Date((seconds ?? Number.NaN) * 1000);
  return Number.isNaN(date.getTime()) || seconds === 0 ? "" : ` on ${date.toISOString().slice(0, 19)}Z`;
}

function printKey({ name, id }: Pick<VerifierKey, "name" | "id">): string {
  return `\`${name}+${printId(id)}\``;
}
