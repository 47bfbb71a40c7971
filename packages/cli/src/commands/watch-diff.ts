/**
 * `proviso watch diff`: the words that changed between two versions, sentence by sentence
 */
import { type DocumentName, printDocument, wordsChanged } from "@proviso/core/terms";
import { Archive, versionOf } from "@proviso/watch";
import { print } from "../output/stdout.ts";
import { hang } from "../terminal/layout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { counted, dateText } from "../terminal/words.ts";
import { findDocument } from "../watch/find-document.ts";
import { pickVersions } from "../watch/pick-versions.ts";
import type { Context } from "./options.ts";
import type { SpanOptions } from "./watch-options.ts";

export async function watchDiff({ terminal }: Context, typed: string, options: SpanOptions): Promise<number> {
  const archive = await Archive.open(options.archive, { write: false });
  const document = findDocument(typed, await archive.documents());
  const { before, after } = await pickVersions(archive, document, options);
  const [was, is] = [await versionOf(archive, before), await versionOf(archive, after)];
  const changed = wordsChanged(was.text, is.text);
  if (terminal.json) {
    const sides = { before: { id: was.id, at: was.at }, after: { id: is.id, at: is.at } };
    await print(`${JSON.stringify({ document, ...sides, changed })}\n`);
    return EXIT.ok;
  }
  await print(`${headText(document, was.at, is.at, terminal)}\n\n`);
  for (const { path, parts } of changed) {
    const words = parts.map(({ is: kind, text }) => wordsText(kind, text, terminal)).join("");
    await print(
      `${terminal.out.dim(printable(path.join(" > ")))}\n${hang("  ", words, terminal.columns).join("\n")}\n\n`,
    );
  }
  await print(`${counted(changed.length, "provision")} changed\n`);
  return EXIT.ok;
}

function headText(document: DocumentName, before: number, after: number, { out }: Terminal): string {
  return `${out.bold(printable(printDocument(document)))}, seen ${dateText(before)} and ${dateText(after)}`;
}

/** Marks that are there without colours too, word by word so that lines may be broken anywhere. */
function wordsText(kind: "same" | "gone" | "come", text: string, { out }: Terminal): string {
  const shown = printable(text.replace(/\s+/g, " "));
  if (kind === "same") return shown;
  return kind === "gone" ? out.red(`[-${shown}-]`) : out.green(`{+${shown}+}`);
}
