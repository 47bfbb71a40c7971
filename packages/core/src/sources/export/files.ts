/**
 * The files of a downloaded export by their names, and their records
 *
 * An export may come in several batches, each a folder with files of the same names.
 */
import { headOf, type JsonObject } from "../detect/head.ts";
import { lines, type RawRecord } from "../json/lines.ts";
import { type RecordsOptions, records } from "../json/records.ts";
import type { SourceFile } from "../source.ts";

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The folder of a file inside the input, with its final `/`, or an empty string. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

const CONVERSATIONS = /^conversations(?:[-_ ]?\(?\d+\)?)?\.json$/;

/** `conversations.json`, and the names of its parts where an export is split: `conversations-000.json`. */
export function isConversationsName(path: string): boolean {
  return CONVERSATIONS.test(baseName(path));
}

/** The first record of each file, as `headOf` sees it; one file after the other, since each is opened. */
export async function firstRecords(files: readonly SourceFile[]): Promise<(JsonObject | undefined)[]> {
  const found: (JsonObject | undefined)[] = [];
  for (const file of files) found.push((await headOf(file))?.records[0]);
  return found;
}

/** The records of one file: an array's elements, one object, or lines where the head shows several. */
export async function recordsOf(
  file: SourceFile,
  options: Pick<RecordsOptions, "isUtf8" | "onProgress" | "attempt">,
): Promise<AsyncIterable<RawRecord>> {
  const head = await headOf(file);
  const isLines = head?.layout === "lines" && (head.records.length > 1 || file.path.endsWith("l"));
  return isLines ? lines(file, options) : records(file, options);
}
