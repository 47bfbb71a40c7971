/** `proviso ledger add-cosignature`: the head, with a witness's signature */
import { ProvisoError } from "@proviso/core";
import { parseCheckpoint, parseVerifierKey, type VerifierKey } from "@proviso/core/ledger";
import type { Ledger } from "@proviso/store/ledger";
import { readText } from "../input/read-text.ts";
import { provenFrom } from "../ledger/goes-on.ts";
import { readVerifierKey, withLedger } from "../ledger/open.ts";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import type { LedgerCosignatureOptions } from "./ledger-options.ts";
import type { Context } from "./options.ts";

export async function ledgerAddCosignature(
  { terminal }: Context,
  place: string,
  file: string,
  { witness: given, keyFile }: LedgerCosignatureOptions,
): Promise<number> {
  const note = await readText(file);
  const witness = await withLedger(place, { write: true, keyFile }, async (ledger) => {
    const key = given === undefined ? await knownWitness(ledger, note, file) : await readVerifierKey(given);
    // A witness that was shown another log must not be told that it only came late.
    await provenFrom(ledger, note);
    await ledger.addCosignature(note, key);
    return key;
  });
  const text = `the head is signed by ${printable(witness.name)} too\n`;
  await print(terminal.json ? `${JSON.stringify({ witness: witness.name })}\n` : text);
  return EXIT.ok;
}

async function knownWitness(ledger: Ledger, note: string, file: string): Promise<VerifierKey> {
  const { signatures } = parseCheckpoint(note, file).note;
  const { witnesses } = await ledger.settings();
  const known = witnesses
    .map(parseVerifierKey)
    .find(({ name, id }) => signatures.some((one) => one.name === name && one.id === id));
  if (known !== undefined) return known;
  throw new ProvisoError("KEY_MISSING", "the note has no signature of a witness that is known here", {
    place: { file },
    hint: "name the witness's verifier key once, with `--witness`",
  });
}
