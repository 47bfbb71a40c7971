/** A path that a person names -> the records of the history that lies there */
import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import {
  Archive,
  type HistoryRecord,
  isGitRepository,
  readFolder,
  readGitHistory,
  readGitRecords,
  versionOf,
} from "@proviso/watch";

/** A git repository, an archive of ours, or a folder of dated versions. @throws ProvisoError NOT_FOUND */
export async function* historyOf(path: string, services?: readonly string[]): AsyncGenerator<HistoryRecord> {
  for await (const record of allOf(path)) {
    if (services === undefined || services.includes(record.document.service)) yield record;
  }
}

function allOf(path: string): AsyncIterable<HistoryRecord> {
  if (existsSync(join(path, "archive.json"))) return archiveHistory(path);
  // What `watch export` wrote.
  const exported = join(path, "versions.git");
  if (isGitRepository(exported)) return readGitHistory(exported);
  return isGitRepository(path) ? readGitHistory(path) : readFolder(path);
}

/** Raw pages of a git repository of snapshots. */
export async function* pagesOf(
  path: string,
  services?: readonly string[],
): ReturnType<typeof readGitRecords> {
  const exported = join(path, "snapshots.git");
  for await (const record of readGitRecords(isGitRepository(exported) ? exported : path)) {
    if (services === undefined || services.includes(record.document.service)) yield record;
  }
}

async function* archiveHistory(folder: string): AsyncGenerator<HistoryRecord> {
  const archive = await Archive.open(folder, { write: false });
  for (const document of await archive.documents()) {
    for await (const entry of archive.versionsOf(document)) {
      yield { document, version: await versionOf(archive, entry) };
    }
  }
}

/** Kept as the recipe of what is imported. */
export async function sourceName(path: string): Promise<string> {
  return `${isGitRepository(path) ? "git" : "folder"} ${basename(resolve(path))}`;
}
