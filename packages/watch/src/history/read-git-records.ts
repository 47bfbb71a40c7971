/** Git repository in Open Terms Archive's layout -> **GitRecord**, oldest first */

import { readMessage } from "./commit-message.ts";
import { orderCommits } from "./commit-order.ts";
import { openGitFolder } from "./git-folder.ts";
import { GitObjects } from "./git-objects.ts";
import type { GitRecord } from "./git-record.ts";
import { documentOfCoded, readRecordPath } from "./record-path.ts";
import { changedFiles } from "./tree-changes.ts";

export interface HistoryProgress {
  readonly commits: number;
  readonly commitsDone: number;
}

export interface ReadGitOptions {
  /** Told after each commit. */
  readonly onProgress?: ((progress: HistoryProgress) => void) | undefined;
}

/** Trailers of our own export; a history of others' has none of them. */
export const TRAILERS = {
  /** The document's name is coded in the path. */
  coded: "Document-Path",
  /** With milliseconds, which git has not. */
  firstSeen: "First-Seen",
  version: "Version-Id",
  language: "Language",
} as const;

/**
 * All commits that HEAD leads to, parents before children. One record per added or changed
 * `<service>/<type>.<extension>`; deletions, files elsewhere and what a merge only brings together give
 * none. Holds the ids of the commits, one text, and a cache of fixed size.
 * @throws ProvisoError NOT_FOUND, INPUT_UNRECOGNISED, INPUT_EMPTY, UNSUPPORTED, ARCHIVE_DAMAGED, ARCHIVE_BOMB
 */
export async function* readGitRecords(path: string, options: ReadGitOptions = {}): AsyncGenerator<GitRecord> {
  const { gitdir, head, shallow } = await openGitFolder(path);
  const objects = new GitObjects(gitdir);
  try {
    const order = orderCommits(objects, head, shallow);
    for (const [at, id] of order.entries()) {
      yield* recordsOf(objects, id, shallow);
      options.onProgress?.({ commits: order.length, commitsDone: at + 1 });
    }
  } finally {
    objects.close();
  }
}

function* recordsOf(objects: GitObjects, id: string, shallow: ReadonlySet<string>): Generator<GitRecord> {
  const commit = objects.commit(id);
  const parents = shallow.has(id) ? [] : commit.parents.map((parent) => objects.commit(parent));
  const message = readMessage(commit.message);
  const isCoded = message.trailers[TRAILERS.coded.toLowerCase()] === "coded";
  for (const { path, blob, isRenamed } of changedFiles(objects, commit, parents)) {
    const record = readRecordPath(path, isCoded);
    if (record === undefined) continue;
    const { page, extension } = record;
    const document = (isCoded ? documentOfCoded(record.document) : undefined) ?? record.document;
    const bytes = objects.read(blob, "blob");
    yield {
      document,
      page,
      extension,
      commit: id,
      at: seenAt(message.trailers, commit.at),
      message,
      isRenamed,
      bytes,
    };
  }
}

/** The trailer only adds what is less than a second. */
function seenAt(trailers: Readonly<Record<string, string>>, at: number): number {
  const exact = Date.parse(trailers[TRAILERS.firstSeen.toLowerCase()] ?? "");
  return Math.floor(exact / 1000) * 1000 === at ? exact : at;
}
