/**
 * `proviso ledger cosign`: a witness signs the head of a log
 *
 * Only if it goes on from what the witness has signed before: then nobody can be shown another past than the
 * witness was shown.
 */
import { ProvisoError } from "@proviso/core";
import {
  openNote,
  parseCheckpoint,
  parseVerifierKey,
  printNote,
  printVerifierKey,
  signText,
} from "@proviso/core/ledger";
import { type Ledger, readKeyFile, trustedKeys } from "@proviso/store/ledger";
import { provenFrom } from "../ledger/goes-on.ts";
import { readVerifierKey, withLedger } from "../ledger/open.ts";
import { readWitnessState, type SeenLog, writeWitnessState } from "../ledger/witness-state.ts";
import { writeAtomic } from "../output/atomic.ts";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import type { LedgerCosignOptions } from "./ledger-options.ts";
import type { Context } from "./options.ts";

const SECOND = 1000;

export async function ledgerCosign(
  { terminal, now }: Context,
  place: string,
  options: LedgerCosignOptions,
): Promise<number> {
  const key = readKeyFile(options.key);
  if (key.algorithm !== "cosignature") {
    throw new ProvisoError("KEY_INVALID", `\`${options.key}\` is the key of a log, not of a witness`, {
      place: { file: options.key },
      hint: "`proviso ledger witness` makes one for a witness",
    });
  }
  const file = options.state ?? `${options.key}.seen`;
  const state = await readWitnessState(file);
  const { origin, seen, isFirst } = await withLedger(place, {}, async (ledger) => {
    const before = state.get(ledger.origin);
    const first = await firstKey(ledger, before, options.logKey);
    const head = await ledger.head();
    const opened = openNote(
      parseCheckpoint(head).note,
      trustedKeys(await ledger.settings(), [parseVerifierKey(first)]),
    );
    if (opened.verified.length === 0) {
      throw new ProvisoError("KEY_MISMATCH", "the head is signed by no key that the witness trusts", {
        place: { file: place },
        hint: `it trusts \`${first}\`, and keys that one has passed on to`,
      });
    }
    if (before !== undefined) await provenFrom(ledger, before.head);
    return { origin: ledger.origin, seen: { head, key: first }, isFirst: before === undefined };
  });
  await writeWitnessState(file, new Map([...state, [origin, seen]]));
  const { note } = parseCheckpoint(seen.head);
  const others = note.signatures.filter(({ id, name }) => id !== key.id || name !== key.name);
  const signature = signText(note.text, key, Math.floor(now / SECOND));
  const signed = printNote({ text: note.text, signatures: [...others, signature] });
  if (options.out === undefined)
    await print(terminal.json ? `${JSON.stringify({ note: signed })}\n` : signed);
  else await writeAtomic(options.out, (write) => write(signed));
  if (isFirst && options.logKey === undefined) {
    process.stderr.write(`first seen, and trusted from now on: ${printable(seen.key)}\n`);
  }
  return EXIT.ok;
}

async function firstKey(
  ledger: Ledger,
  before: SeenLog | undefined,
  given: string | undefined,
): Promise<string> {
  const named = given === undefined ? undefined : printVerifierKey(await readVerifierKey(given));
  if (before !== undefined && named !== undefined && named !== before.key) {
    throw new ProvisoError("KEY_MISMATCH", `the witness has known \`${ledger.origin}\` by another key`, {
      hint: `it was \`${before.key}\``,
    });
  }
  return named ?? before?.key ?? (await ledger.settings()).keys[0]?.key ?? "";
}
