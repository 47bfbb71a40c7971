/**
 * `proviso ledger add`: events, decisions, policies and manifests, one leaf each
 *
 * What is logged already is passed over, so that a run that was interrupted can be made again.
 */
import { ProvisoError } from "@proviso/core";
import type { LeafKind, Opening } from "@proviso/core/ledger";
import { type Ledger, newOpening } from "@proviso/store/ledger";
import { type Entry, identityOf } from "../ledger/entry.ts";
import { withLedger } from "../ledger/open.ts";
import { readEntries } from "../ledger/read-entries.ts";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { count, counted } from "../terminal/words.ts";
import type { LedgerOptions } from "./ledger-options.ts";
import type { Context } from "./options.ts";

const BATCH = 4096;

interface Tally {
  readonly added: Map<LeafKind, number>;
  /** Logged before. */
  repeated: number;
  size: number;
}

export async function ledgerAdd(
  { terminal }: Context,
  place: string,
  paths: readonly string[],
  { keyFile }: LedgerOptions,
): Promise<number> {
  const tally = await withLedger(place, { write: true, keyFile }, (ledger) => add(ledger, paths));
  const { added, repeated, size } = tally;
  if (terminal.json) {
    await print(`${JSON.stringify({ added: Object.fromEntries(added), repeated, size })}\n`);
    return EXIT.ok;
  }
  const parts = [...added].map(([kind, times]) => `${kind} ${count(times)}`);
  const total = [...added.values()].reduce((sum, times) => sum + times, 0);
  const lines = [
    `${counted(total, "leaf", "leaves")} added${parts.length > 0 ? `: ${parts.join(", ")}` : ""}`,
  ];
  if (repeated > 0) lines.push(`${count(repeated)} logged before, and passed over`);
  lines.push(`the log has ${counted(size, "leaf", "leaves")}`);
  await print(`${lines.join("\n")}\n`);
  return EXIT.ok;
}

async function add(ledger: Ledger, paths: readonly string[]): Promise<Tally> {
  const logged = new Map<string, string>();
  for await (const { opening } of ledger.openings()) {
    if (opening === undefined) continue;
    const { id, content } = identityOf(opening);
    logged.set(id, content);
  }
  // Nothing is logged of files one of which is wrong: a leaf cannot be taken back.
  for (const path of paths) for await (const entry of readEntries(path)) agree(entry, logged);
  const tally: Tally = { added: new Map(), repeated: 0, size: 0 };
  let batch: Opening[] = [];
  const write = async (): Promise<void> => {
    tally.size = (await ledger.append(batch)).size;
    batch = [];
  };
  for (const path of paths) {
    for await (const entry of readEntries(path)) {
      const { id, content } = agree(entry, logged);
      if (logged.has(id)) tally.repeated += 1;
      else {
        logged.set(id, content);
        tally.added.set(entry.kind, (tally.added.get(entry.kind) ?? 0) + 1);
        batch.push(newOpening(entry.kind, entry.value));
      }
      if (batch.length >= BATCH) await write();
    }
  }
  await write();
  return tally;
}

function agree(
  entry: Entry,
  logged: ReadonlyMap<string, string>,
): { readonly id: string; readonly content: string } {
  const identity = identityOf(entry);
  const before = logged.get(identity.id);
  if (before !== undefined && before !== identity.content) {
    throw new ProvisoError("EVENT_INVALID", "an event of this source and id is logged, with other content", {
      place: { file: entry.file, line: entry.line },
      hint: "a correction is an event of its own, with an id of its own",
    });
  }
  return identity;
}
