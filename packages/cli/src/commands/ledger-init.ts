/** `proviso ledger init`: an empty log, and the key that others pin */
import { printVerifierKey } from "@proviso/core/ledger";
import { makeLedger } from "../ledger/open.ts";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import type { LedgerInitOptions } from "./ledger-options.ts";
import type { Context } from "./options.ts";

export async function ledgerInit(
  { terminal }: Context,
  place: string,
  { origin, keyFile }: LedgerInitOptions,
): Promise<number> {
  const key = printVerifierKey(await makeLedger(place, origin, keyFile));
  const text = [
    `A ledger named ${printable(origin)}, without leaves.`,
    "Whoever checks it needs this key; give it to them by a way that you do not control alone:",
    printable(key),
  ];
  await print(terminal.json ? `${JSON.stringify({ origin, key })}\n` : `${text.join("\n")}\n`);
  return EXIT.ok;
}
