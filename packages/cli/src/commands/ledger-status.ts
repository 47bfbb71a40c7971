/** `proviso ledger status`: how large a log is, who signs it, who has seen it */
import { encodeBase64, openNote, parseCheckpoint, printVerifierKey } from "@proviso/core/ledger";
import { keysOf, type Ledger } from "@proviso/store/ledger";
import { withLedger } from "../ledger/open.ts";
import { print } from "../output/stdout.ts";
import { hang } from "../terminal/layout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import { counted, instantText, isoText } from "../terminal/words.ts";
import type { Context } from "./options.ts";

/** How far back the last recorded event is looked for. */
const LOOK_BACK = 4096;
const SECOND = 1000;

interface Status {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly keys: readonly string[];
  readonly witnesses: readonly { readonly name: string; readonly at: string | null }[];
  /** Epoch milliseconds; undefined if none of the last leaves is an event. */
  readonly recorded: number | undefined;
}

export async function ledgerStatus({ terminal, now }: Context, place: string): Promise<number> {
  const status = await withLedger(place, {}, statusOf);
  const { origin, size, root, keys, witnesses, recorded } = status;
  const isAhead = recorded !== undefined && recorded > now;
  if (terminal.json) {
    const last = recorded === undefined ? null : isoText(recorded);
    await print(
      `${JSON.stringify({ origin, size, root, keys, witnesses, recorded: last, recordedInFuture: isAhead })}\n`,
    );
    return EXIT.ok;
  }
  const rows: (readonly [string, string])[] = [
    ["origin", origin],
    ["leaves", counted(size, "leaf", "leaves")],
    ["root", root],
    ...keys.map((key, at) => [at === keys.length - 1 ? "key" : "old key", key] as const),
    ...witnesses.map(({ name, at }) => ["seen by", `${name}${at === null ? "" : ` at ${at}`}`] as const),
  ];
  if (witnesses.length === 0)
    rows.push(["seen by", "no witness: nobody vouches that all are shown the same log"]);
  if (recorded !== undefined) rows.push(["recorded", `last at ${instantText(recorded)}`]);
  const lines = rows.flatMap(([name, text]) => hang(`${name.padEnd(9)} `, printable(text), terminal.columns));
  await print(`${lines.join("\n")}\n`);
  if (isAhead) {
    const warning =
      "the last event was recorded in the future: a clock is wrong, here or where it was recorded";
    process.stderr.write(`${terminal.err.yellow(warning)}\n`);
  }
  return EXIT.ok;
}

async function statusOf(ledger: Ledger): Promise<Status> {
  const head = parseCheckpoint(await ledger.head());
  const settings = await ledger.settings();
  const { verified } = openNote(head.note, keysOf({ ...settings }));
  const own = new Set(settings.keys.map(({ key }) => key));
  const witnesses = verified
    .filter(({ key }) => !own.has(printVerifierKey(key)))
    .map(({ key, seconds }) => ({
      name: key.name,
      at: seconds === undefined ? null : isoText(seconds * SECOND),
    }));
  let recorded: number | undefined;
  for await (const { opening } of ledger.openings(Math.max(0, head.size - LOOK_BACK))) {
    const time = opening?.kind === "event" ? recordedOf(opening.value) : undefined;
    if (time !== undefined) recorded = Math.max(time, recorded ?? time);
  }
  return {
    origin: head.origin,
    size: head.size,
    root: encodeBase64(head.root),
    keys: settings.keys.map(({ key }) => key),
    witnesses,
    recorded,
  };
}

function recordedOf(value: unknown): number | undefined {
  const { recorded, time } = (value ?? {}) as { readonly recorded?: unknown; readonly time?: unknown };
  const at = Date.parse(String(recorded ?? time));
  return Number.isNaN(at) ? undefined : at;
}
