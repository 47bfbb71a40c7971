/**
 * `proviso receipt issue`: a receipt for each choice that a ledger holds
 *
 * Each record is logged once; its file is written anew each time, against the ledger's head.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { type Event, parseEvent } from "@proviso/core/events";
import type { Opening } from "@proviso/core/ledger";
import {
  type ConsentRecord,
  type MadeRecord,
  makeReceipts,
  parseController,
  RECEIPT_FORMAT,
  type Receipt,
  subjectUnder,
} from "@proviso/core/receipt";
import { type Ledger, newOpening } from "@proviso/store/ledger";
import { readKey } from "../input/key.ts";
import { readText } from "../input/read-text.ts";
import { withLedger } from "../ledger/open.ts";
import { writeAtomic } from "../output/atomic.ts";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import { counted } from "../terminal/words.ts";
import type { Context, ReceiptIssueOptions } from "./options.ts";

export async function receiptIssue(context: Context, options: ReceiptIssueOptions): Promise<number> {
  const { terminal, now } = context;
  const controller = parseController(await readText(options.controller), options.controller);
  const subjectOf = subjectUnder(await readKey(options.keyFile, process.env));
  const at = options.at ?? now;
  const known = options.known ?? Number.POSITIVE_INFINITY;
  const { made, added } = await withLedger(options.ledger, { write: true }, async (ledger) => {
    const { events, logged } = await read(ledger);
    const records = makeReceipts(events, controller, { at, known, subjectOf }).filter(
      ({ account }) => options.subject === undefined || account === options.subject,
    );
    if (records.length === 0) throw nothing(options);
    const fresh = corrected(records, logged);
    const { first } = await ledger.append(fresh.map(({ record }) => newOpening("receipt", record)));
    for (const [index, { record }] of fresh.entries())
      logged.set(record["@id"], { index: first + index, record });
    await mkdir(options.out, { recursive: true });
    for (const one of records) await write(ledger, one, logged, options.out);
    return { made: records, added: fresh.length };
  });
  if (terminal.json) {
    const receipts = made.map(({ purpose, state, record }) => ({
      purpose,
      state,
      id: record["dct:identifier"],
    }));
    await print(`${JSON.stringify({ receipts, added })}\n`);
  } else {
    const said = added === made.length ? "all logged now" : `${added} of them logged now`;
    await print(`${counted(made.length, "receipt")} in ${printable(options.out)}, ${said}\n`);
  }
  return EXIT.ok;
}

/**
 * Those that are not logged yet. Where more is known by now than when an earlier one was logged, and that
 * one has no place in the history any more, the first new one says so: the log itself is never changed.
 */
function corrected(
  records: readonly MadeRecord[],
  logged: ReadonlyMap<string, Logged>,
): readonly MadeRecord[] {
  const current = new Set(records.map(({ record }) => record["@id"]));
  const said = new Set(
    [...logged.values()].flatMap(({ record }) => (record["proviso:corrects"] ?? []).map((one) => one["@id"])),
  );
  const stale = [...logged.values()].filter(
    ({ record }) => !current.has(record["@id"]) && !said.has(record["@id"]),
  );
  const fresh = records.filter(({ record }) => !logged.has(record["@id"]));
  const done = new Set<ConsentRecord>();
  return fresh.map((one) => {
    const own = stale.filter(({ record }) => !done.has(record) && isOfOne(record, one.record));
    for (const { record } of own) done.add(record);
    if (own.length === 0) return one;
    const corrects = own.map(({ record }) => ({ "@id": record["@id"] }));
    return { ...one, record: { ...one.record, "proviso:corrects": corrects } };
  });
}

/** Of the same person, for the same purpose. */
function isOfOne(record: ConsentRecord, other: ConsentRecord): boolean {
  const of = (one: ConsentRecord): string =>
    JSON.stringify([
      one["dpv:hasDataSubject"],
      one["dpv:hasProcess"].map((process) => process["dct:identifier"]),
    ]);
  return of(record) === of(other);
}

interface Logged {
  readonly index: number;
  readonly record: ConsentRecord;
}

async function read(ledger: Ledger): Promise<{ events: readonly Event[]; logged: Map<string, Logged> }> {
  const events: Event[] = [];
  const logged = new Map<string, Logged>();
  for await (const { index, opening } of ledger.openings()) {
    if (opening?.kind === "event") {
      const event = parseEvent(opening.value, { field: `leaf ${index}` });
      if (!("foreign" in event)) events.push(event);
    } else if (opening?.kind === "receipt") {
      const record = recordOf(opening);
      logged.set(record["@id"], { index, record });
    }
  }
  return { events, logged };
}

function recordOf({ value }: Opening): ConsentRecord {
  return value as ConsentRecord;
}

async function write(
  ledger: Ledger,
  { record }: MadeRecord,
  logged: ReadonlyMap<string, Logged>,
  folder: string,
): Promise<void> {
  const known = logged.get(record["@id"]);
  if (known === undefined) return;
  // What was logged is what is shown, even if the controller is described otherwise by now.
  const receipt: Receipt = {
    format: RECEIPT_FORMAT,
    record: known.record,
    evidence: await ledger.evidence(known.index),
  };
  const text = `${JSON.stringify(receipt, undefined, 2)}\n`;
  await writeAtomic(join(folder, `${record["dct:identifier"]}.json`), (put) => put(text));
}

function nothing({ ledger, subject }: ReceiptIssueOptions): ProvisoError {
  const of = subject === undefined ? "" : ` of account \`${subject}\``;
  return new ProvisoError("NOT_FOUND", `no choice${of} is logged in \`${ledger}\``, {
    hint: "log the events first: `proviso ledger add`",
  });
}
