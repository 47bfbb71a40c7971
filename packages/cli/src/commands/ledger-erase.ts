/** `proviso ledger erase`: forgets what leaves say */
import { withLedger } from "../ledger/open.ts";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { counted } from "../terminal/words.ts";
import type { LedgerEraseOptions } from "./ledger-options.ts";
import type { Context } from "./options.ts";

export async function ledgerErase(
  { terminal }: Context,
  place: string,
  { index, keyFile }: LedgerEraseOptions,
): Promise<number> {
  await withLedger(place, { write: true, keyFile }, async (ledger) => {
    for (const one of index) await ledger.leaf(one);
    for (const one of index) await ledger.erase(one);
  });
  const text = `what ${counted(index.length, "leaf", "leaves")} said is gone; copies elsewhere are for you to erase\n`;
  await print(terminal.json ? `${JSON.stringify({ erased: index })}\n` : text);
  return EXIT.ok;
}
