/** `proviso ledger check`: everything recomputed, and held against a head that was seen before */
import { ProvisoError } from "@proviso/core";
import { encodeBase64, openNote, parseCheckpoint, type VerifierKey } from "@proviso/core/ledger";
import { printConsistency } from "@proviso/core/verify";
import { keysOf, type Ledger, trustedKeys } from "@proviso/store/ledger";
import { readText } from "../input/read-text.ts";
import { provenFrom } from "../ledger/goes-on.ts";
import { readVerifierKey, withLedger } from "../ledger/open.ts";
import { writeAtomic } from "../output/atomic.ts";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { count, counted } from "../terminal/words.ts";
import type { LedgerCheckOptions } from "./ledger-options.ts";
import type { Context } from "./options.ts";

export async function ledgerCheck(
  { terminal }: Context,
  place: string,
  options: LedgerCheckOptions,
): Promise<number> {
  const pinned = await Promise.all((options.key ?? []).map(readVerifierKey));
  if (options.out !== undefined && options.against === undefined) {
    throw new ProvisoError("USAGE", "`--out` needs `--against`: there is nothing to prove without", {
      hint: "name an earlier checkpoint with `--against`",
    });
  }
  const open = pinned.length === 0 ? {} : { pinned };
  const found = await withLedger(place, open, async (ledger) => {
    const from =
      options.against === undefined ? undefined : await hold(ledger, options.against, options.out, pinned);
    const head = parseCheckpoint(await ledger.head());
    return { checked: await ledger.check(), root: encodeBase64(head.root), from };
  });
  const { checked, root, from } = found;
  if (terminal.json) {
    await print(
      `${JSON.stringify({ ...checked, root, consistentWith: from ?? null, pinned: pinned.length > 0 })}\n`,
    );
    return EXIT.ok;
  }
  const lines = [`${counted(checked.leaves, "leaf", "leaves")}, all as they were signed: root ${root}`];
  lines.push(`${counted(checked.openings, "opening")} kept, ${count(checked.erased)} erased`);
  if (from !== undefined) lines.push(`goes on from the checkpoint over ${counted(from, "leaf", "leaves")}`);
  if (pinned.length === 0) lines.push("signed by the key that the ledger itself names; pin one with --key");
  await print(`${lines.join("\n")}\n`);
  return EXIT.ok;
}

async function hold(
  ledger: Ledger,
  file: string,
  out: string | undefined,
  pinned: readonly VerifierKey[],
): Promise<number> {
  const text = await readText(file);
  const from = parseCheckpoint(text, file);
  const settings = await ledger.settings();
  const keys = pinned.length > 0 ? trustedKeys(settings, pinned) : keysOf(settings);
  if (openNote(from.note, keys).verified.length === 0) {
    throw new ProvisoError("KEY_MISMATCH", "the checkpoint is signed by no key of the ledger", {
      place: { file },
      hint: "is it of this log, and as it was given out?",
    });
  }
  const hashes = await provenFrom(ledger, text);
  if (out !== undefined) {
    const proof = printConsistency({ from: text, to: await ledger.head(), hashes });
    await writeAtomic(out, (write) => write(proof));
  }
  return from.size;
}
