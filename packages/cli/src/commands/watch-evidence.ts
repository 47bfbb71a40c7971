/**
 * `proviso watch evidence`: what shows others that a page said this on that day, in one file
 */
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import type { Evidence } from "@proviso/core/ledger";
import { printDocument } from "@proviso/core/terms";
import { newOpening } from "@proviso/store/ledger";
import { Archive, evidenceBundle, indexHead, readDeclarations, type VersionEntry } from "@proviso/watch";
import { withLedger } from "../ledger/open.ts";
import { writeAtomic } from "../output/atomic.ts";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import { bytesText, dateText } from "../terminal/words.ts";
import { findDocument } from "../watch/find-document.ts";
import { pickVersions, seenVersions, versionAt } from "../watch/pick-versions.ts";
import type { Context } from "./options.ts";
import type { SpanOptions } from "./watch-options.ts";

interface EvidenceOptions extends SpanOptions {
  /** Epoch milliseconds. */
  readonly at?: number;
  readonly out: string;
  readonly ledger?: string;
}

export async function watchEvidence(
  { terminal }: Context,
  typed: string,
  options: EvidenceOptions,
): Promise<number> {
  const archive = await Archive.open(options.archive, { write: false });
  const document = findDocument(typed, await archive.documents());
  const versions = await chosen(archive, document, options);
  const { declarations } = await readDeclarations(join(options.archive, "declarations"));
  const ledger = options.ledger === undefined ? undefined : await logged(archive, options.ledger);
  const bytes = await evidenceBundle(archive, {
    versions,
    declarations,
    ...(ledger === undefined ? {} : { ledger }),
  });
  await writeAtomic(options.out, (write) => write(bytes));
  const days = versions.map(({ judged }) => dateText(judged.at)).join(" and ");
  const text = `${printable(printDocument(document))}, first seen ${days} -> ${printable(options.out)} (${bytesText(bytes.length)})\n`;
  const seqs = versions.map(({ seq }) => seq);
  await print(
    terminal.json
      ? `${JSON.stringify({ document, entries: seqs, file: options.out, bytes: bytes.length })}\n`
      : text,
  );
  return EXIT.ok;
}

async function chosen(
  archive: Archive,
  document: VersionEntry["document"],
  { at, from, to }: EvidenceOptions,
): Promise<readonly [VersionEntry] | readonly [VersionEntry, VersionEntry]> {
  if (from === undefined && to === undefined) {
    return [versionAt(await seenVersions(archive, document), document, at)];
  }
  if (at !== undefined) {
    throw new ProvisoError("USAGE", "`--at` stands alone", {
      hint: "one version by `--at`, or a change by `--from` and `--to`",
    });
  }
  const { before, after } = await pickVersions(archive, document, {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
  return [before, after];
}

/** Logs the head of the index as it is now, and proves it. */
async function logged(archive: Archive, place: string): Promise<Evidence> {
  const head = await indexHead(archive);
  if (head === undefined) throw new ProvisoError("INPUT_EMPTY", "the archive is empty");
  return await withLedger(place, { write: true }, async (ledger) => {
    const { first } = await ledger.append([newOpening("terms", head)]);
    return await ledger.evidence(first);
  });
}
