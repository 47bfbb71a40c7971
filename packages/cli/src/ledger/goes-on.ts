/** Ledger x an earlier head -> the hashes that show that it goes on from there */
import { ProvisoError } from "@proviso/core";
import { encodeBase64, parseCheckpoint } from "@proviso/core/ledger";
import { type Hash, isSame, verifyConsistency } from "@proviso/core/merkle";
import { forked, type Ledger } from "@proviso/store/ledger";

/** @throws ProvisoError LEDGER_FORKED, LEDGER_DAMAGED for a log that has lost leaves, KEY_MISMATCH */
export async function provenFrom(ledger: Ledger, earlier: string): Promise<readonly Hash[]> {
  const text = await ledger.head();
  const [from, head] = [parseCheckpoint(earlier), parseCheckpoint(text)];
  if (from.origin !== head.origin) {
    throw new ProvisoError("KEY_MISMATCH", `the checkpoint is of \`${from.origin}\`, not \`${head.origin}\``);
  }
  if (from.size > head.size) {
    throw new ProvisoError("LEDGER_DAMAGED", `the log has ${head.size} leaves, and has had ${from.size}`, {
      hint: `leaves were lost; the earlier root was ${encodeBase64(from.root)}`,
    });
  }
  if (!isSame(await ledger.rootAt(from.size), from.root)) throw forked(text, earlier);
  if (from.size === 0) return [];
  const hashes = await ledger.consistency(from.size);
  if (!verifyConsistency(from.size, head.size, from.root, head.root, hashes)) throw forked(text, earlier);
  return hashes;
}
