/**
 * `proviso watch log`: what changed, and with `--quiet-too` what was silenced and why
 */
import { type DocumentName, printDocument } from "@proviso/core/terms";
import { Archive, type VersionEntry } from "@proviso/watch";
import { print } from "../output/stdout.ts";
import { hang } from "../terminal/layout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { counted, dateText } from "../terminal/words.ts";
import { findDocument } from "../watch/find-document.ts";
import type { Context } from "./options.ts";
import type { WatchLogOptions } from "./watch-options.ts";

export async function watchLog(
  { terminal }: Context,
  document: string | undefined,
  options: WatchLogOptions,
): Promise<number> {
  const archive = await Archive.open(options.archive, { write: false });
  const all = await archive.documents();
  const documents = document === undefined ? all : [findDocument(document, all)];
  const entries: VersionEntry[] = [];
  let silenced = 0;
  for (const one of documents) {
    for await (const entry of archive.versionsOf(one)) {
      if (entry.judged.standing === "quiet") silenced += 1;
      if (entry.judged.standing !== "quiet" || options.quietToo === true) entries.push(entry);
    }
  }
  entries.sort((a, b) => a.judged.at - b.judged.at);
  if (terminal.json) {
    for (const entry of entries) await print(`${JSON.stringify(lineOf(entry))}\n`);
    return EXIT.ok;
  }
  for (const entry of entries) await print(`${entryText(entry, terminal)}\n`);
  const hidden = options.quietToo === true ? "" : ", not shown; `--quiet-too` shows them";
  await print(
    `${counted(entries.length, "record")} of ${counted(documents.length, "document")}; ${counted(silenced, "record")} silenced${hidden}\n`,
  );
  return EXIT.ok;
}

function lineOf({ judged, document, version, file, isUpgrade, snapshots }: VersionEntry): object {
  const { at, class: recordClass, standing, reason, against } = judged;
  const seen = new Date(at).toISOString();
  return {
    document,
    seen,
    class: recordClass,
    standing,
    reason,
    version,
    against,
    file,
    isUpgrade,
    snapshots,
  };
}

function entryText({ judged, document }: VersionEntry, { out, columns }: Terminal): string {
  const colour = { change: out.bold, quiet: out.dim, health: out.yellow }[judged.standing];
  const head = `${dateText(judged.at)}  ${colour(judged.class.padEnd(11))} ${nameOf(document)}`;
  return [head, ...hang("            ", out.dim(printable(judged.reason)), columns)].join("\n");
}

function nameOf(document: DocumentName): string {
  return printable(printDocument(document));
}
