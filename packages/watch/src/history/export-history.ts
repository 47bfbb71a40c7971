/** Archive -> git repositories in Open Terms Archive's layout: `versions.git` and, if asked, `snapshots.git` */
import { join } from "node:path";
import type { SnapshotEntry, VersionEntry } from "../archive/archive.ts";
import { seenAt } from "../archive/document-states.ts";
import type { Archive } from "../archive/open-archive.ts";
import { printMessage } from "./commit-message.ts";
import { GitWriter } from "./git-writer.ts";
import { TRAILERS } from "./read-git-records.ts";
import { printRecordPath } from "./record-path.ts";

export interface ExportCounts {
  readonly versions: number;
  readonly snapshots: number;
  /** Records with the bytes of the one before, which such a repository has no commit for. */
  readonly unchanged: number;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  "text/html": "html",
  "application/xhtml+xml": "xhtml",
  "application/pdf": "pdf",
  "text/plain": "txt",
  "text/markdown": "md",
  "application/json": "json",
  "application/xml": "xml",
};

/**
 * One commit per record, by when it was first seen, with that instant as its date. What git or the layout
 * cannot say (milliseconds, regions, names with a slash) stands in trailers, so that an import of the export
 * gives the same records.
 * @throws ProvisoError USAGE where the folder holds such a repository; LEDGER_DAMAGED, NOT_FOUND
 */
export async function exportHistory(
  archive: Archive,
  folder: string,
  { hasSnapshots }: { readonly hasSnapshots: boolean },
): Promise<ExportCounts> {
  const { versions, snapshots } = await entriesByTime(archive);
  const taken = hasSnapshots
    ? await exportSnapshots(archive, join(folder, "snapshots.git"), snapshots)
    : NO_SNAPSHOTS;
  const writer = await GitWriter.create(join(folder, "versions.git"));
  const last = new Map<string, string>();
  let unchanged = 0;
  for (const entry of versions) {
    const { document, judged, language } = entry;
    const { path, isCoded } = printRecordPath(document, "md");
    const before = last.get(path);
    if (before === entry.version) {
      unchanged += 1;
      continue;
    }
    const kind = entry.isUpgrade ? "upgrade" : before === undefined ? "first" : "change";
    last.set(path, entry.version);
    const trailers = {
      ...(isCoded ? { [TRAILERS.coded]: "coded" } : {}),
      [TRAILERS.version]: judged.version,
      [TRAILERS.firstSeen]: new Date(judged.at).toISOString(),
      ...(language === undefined ? {} : { [TRAILERS.language]: language }),
    };
    const from = entry.snapshots.flatMap((blob) => taken.commits.get(blob) ?? []);
    const bytes = Buffer.from(await archive.readVersion(entry));
    await writer.write({
      path,
      bytes,
      at: judged.at,
      message: printMessage(kind, titleOf(entry), from, trailers),
    });
  }
  await writer.finish();
  return {
    versions: versions.length - unchanged,
    snapshots: taken.written,
    unchanged: unchanged + taken.unchanged,
  };
}

interface TakenSnapshots {
  /** By the blobs that they brought. */
  readonly commits: ReadonlyMap<string, string>;
  readonly written: number;
  readonly unchanged: number;
}

const NO_SNAPSHOTS: TakenSnapshots = { commits: new Map(), written: 0, unchanged: 0 };

async function exportSnapshots(
  archive: Archive,
  gitdir: string,
  snapshots: readonly SnapshotEntry[],
): Promise<TakenSnapshots> {
  const writer = await GitWriter.create(gitdir);
  const commits = new Map<string, string>();
  const last = new Map<string, string>();
  let unchanged = 0;
  for (const entry of snapshots) {
    const [media = ""] = entry.mediaType.split(";");
    const page = entry.headers["import-page"];
    const { path, isCoded } = printRecordPath(
      entry.document,
      EXTENSIONS[media.trim().toLowerCase()] ?? "bin",
      page,
    );
    const before = last.get(path);
    if (before === entry.blob) {
      unchanged += 1;
      continue;
    }
    const kind = before === undefined ? "first" : "change";
    last.set(path, entry.blob);
    const at = seenAt(entry);
    const trailers = {
      ...(isCoded ? { [TRAILERS.coded]: "coded" } : {}),
      [TRAILERS.firstSeen]: new Date(at).toISOString(),
      Fetcher: entry.fetcher,
      ...(entry.finalUrl === "" ? {} : { "Source-Document-Url": oneLine(entry.finalUrl) }),
    };
    const message = printMessage(kind, titleOf(entry), [], trailers);
    commits.set(
      entry.blob,
      await writer.write({ path, bytes: await archive.readBlob(entry.blob), at, message }),
    );
  }
  await writer.finish();
  return { commits, written: snapshots.length - unchanged, unchanged };
}

interface ByTime {
  readonly versions: readonly VersionEntry[];
  readonly snapshots: readonly SnapshotEntry[];
}

/** Entries only, without texts. */
async function entriesByTime(archive: Archive): Promise<ByTime> {
  const versions: VersionEntry[] = [];
  const snapshots: SnapshotEntry[] = [];
  for await (const entry of archive.entries()) {
    if (entry.kind === "version") versions.push(entry);
    else if (entry.kind === "snapshot") snapshots.push(entry);
  }
  const byTime = <E extends VersionEntry | SnapshotEntry>(a: E, b: E): number =>
    seenAt(a) - seenAt(b) || a.seq - b.seq;
  return { versions: versions.sort(byTime), snapshots: snapshots.sort(byTime) };
}

function titleOf({ document: { service, type, region } }: VersionEntry | SnapshotEntry): string {
  return `${service} ${type}${region === undefined ? "" : ` [${region}]`}`;
}

/** A trailer is one line. */
function oneLine(url: string): string {
  return url.replace(/\s/g, (space) => encodeURIComponent(space));
}
