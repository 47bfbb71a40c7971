/**
 * `proviso watch show`: what changed between two versions, as facts on axes with their quotes
 */
import { changeOf } from "@proviso/core/terms";
import { Archive, printOpinion, versionOf } from "@proviso/watch";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { changeMarkdown } from "../watch/change-markdown.ts";
import { changeText } from "../watch/change-text.ts";
import { findDocument } from "../watch/find-document.ts";
import { pickVersions, seenVersions, versionAt } from "../watch/pick-versions.ts";
import { askAssistant } from "../watch/second-opinion.ts";
import type { Context } from "./options.ts";
import type { WatchShowOptions } from "./watch-options.ts";

export async function watchShow(
  { terminal }: Context,
  typed: string,
  options: WatchShowOptions,
): Promise<number> {
  const archive = await Archive.open(options.archive, { write: false });
  const document = findDocument(typed, await archive.documents());
  if (options.text === true) {
    const entry = versionAt(await seenVersions(archive, document), document, options.to);
    const { id, at, text } = await versionOf(archive, entry);
    await print(terminal.json ? `${JSON.stringify({ document, id, at, text })}\n` : `${text.trimEnd()}\n`);
    return EXIT.ok;
  }
  const { before, after } = await pickVersions(archive, document, options);
  const version = await versionOf(archive, after);
  const change = changeOf(document, await versionOf(archive, before), version);
  const opinion =
    options.assistant === undefined ? undefined : await askAssistant(options.assistant, document, version);
  if (terminal.json)
    await print(`${JSON.stringify(opinion === undefined ? change : { ...change, opinion })}\n`);
  else await print(options.format === "markdown" ? changeMarkdown(change) : changeText(change, terminal));
  if (opinion !== undefined && !terminal.json) await print(`\n${printOpinion(opinion)}`);
  return EXIT.ok;
}
