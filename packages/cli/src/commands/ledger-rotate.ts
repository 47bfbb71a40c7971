/** `proviso ledger rotate`: a new key for a log, vouched for by the old one */
import { printVerifierKey } from "@proviso/core/ledger";
import { withLedger } from "../ledger/open.ts";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import type { LedgerOptions } from "./ledger-options.ts";
import type { Context } from "./options.ts";

export async function ledgerRotate(
  { terminal }: Context,
  place: string,
  { keyFile }: LedgerOptions,
): Promise<number> {
  const key = printVerifierKey(
    await withLedger(place, { write: true, keyFile }, (ledger) => ledger.rotate()),
  );
  const text = [
    "The head is signed by the old key and the new one; from the next leaf on, by the new one alone:",
    printable(key),
    "Checkpoints that the old key has signed stay good. Its secret is gone.",
  ];
  await print(terminal.json ? `${JSON.stringify({ key })}\n` : `${text.join("\n")}\n`);
  return EXIT.ok;
}
