/** `proviso ledger witness`: a key for whoever signs that they have seen a log */

import { ProvisoError } from "@proviso/core";
import { isKeyName, printVerifierKey } from "@proviso/core/ledger";
import { makeKey, writeKeyFile } from "@proviso/store/ledger";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import type { LedgerWitnessOptions } from "./ledger-options.ts";
import type { Context } from "./options.ts";

export async function ledgerWitness(
  { terminal }: Context,
  file: string,
  { name }: LedgerWitnessOptions,
): Promise<number> {
  if (!isKeyName(name)) {
    throw new ProvisoError("USAGE", `\`${name}\` cannot name a witness`, {
      hint: "a name like `witness.example`, without spaces and plus signs",
    });
  }
  const signing = makeKey(name, "cosignature");
  writeKeyFile(file, signing);
  const key = printVerifierKey(signing);
  const text = ["Logs know the witness by this key:", printable(key)];
  await print(terminal.json ? `${JSON.stringify({ name, key })}\n` : `${text.join("\n")}\n`);
  return EXIT.ok;
}
