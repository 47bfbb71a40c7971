/** Git repository of versions -> **HistoryRecord** -> replay, import */

import { sha256 } from "../archive/hash.ts";
import type { HistoryRecord } from "../replay/history-record.ts";
import type { GitRecord } from "./git-record.ts";
import { type ReadGitOptions, readGitRecords, TRAILERS } from "./read-git-records.ts";

/**
 * The Markdown files of `readGitRecords`, in the same order. The id of a version is its commit, or what our
 * export says it was before. A record under a new name with the bytes of the old one counts as an upgrade:
 * the page did not change. Bytes that are not UTF-8 are replaced by U+FFFD.
 * @throws ProvisoError as `readGitRecords`
 */
export async function* readGitHistory(
  path: string,
  options: ReadGitOptions = {},
): AsyncGenerator<HistoryRecord> {
  for await (const record of readGitRecords(path, options)) {
    if (record.extension === "md") yield historyRecord(record);
  }
}

function historyRecord({ document, commit, at, message, isRenamed, bytes }: GitRecord): HistoryRecord {
  const language = message.trailers[TRAILERS.language.toLowerCase()];
  const version = {
    id: versionId(commit, message.trailers[TRAILERS.version.toLowerCase()], bytes),
    at,
    text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
    isUpgrade: message.kind === "upgrade" || isRenamed,
    ...(language === undefined ? {} : { language }),
  };
  return { document, version };
}

/** A hash that is said is believed when the bytes have it. */
function versionId(commit: string, said: string | undefined, bytes: Buffer): string {
  if (said === undefined) return commit;
  const isTrue = /^[0-9a-f]{40}$/.test(said) || said === sha256(bytes);
  return isTrue ? said : commit;
}
