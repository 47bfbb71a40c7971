/** Git repository of snapshots -> Archive: raw bytes, with what their commits say */
import { keyOf } from "../archive/document-states.ts";
import type { Archive } from "../archive/open-archive.ts";
import type { GitRecord } from "./git-record.ts";
import type { ImportCounts } from "./import-history.ts";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  htm: "text/html",
  xhtml: "application/xhtml+xml",
  pdf: "application/pdf",
  txt: "text/plain",
  md: "text/markdown",
  json: "application/json",
  xml: "application/xml",
};
/** Headers that no server sent: what the commit says. */
const COMMIT_HEADER = "import-commit";
const PAGE_HEADER = "import-page";
const UNDER_WAY = 64;

/**
 * May be stopped at any time and run again. The date of the fetch stands in the `date` header, since the
 * entry's own time is when it was written; the original commit in `import-commit`. The status of the answer
 * is not in such a repository: only answers of 200 are kept in it.
 * @param clock milliseconds since 1970, UTC
 * @throws ProvisoError as `Archive.append`, and whatever `records` throws
 */
export async function importSnapshots(
  archive: Archive,
  records: AsyncIterable<GitRecord>,
  { clock, onRecord }: { readonly clock: () => number; readonly onRecord?: (done: ImportCounts) => void },
): Promise<ImportCounts> {
  const known = await knownCommits(archive);
  const underWay: Promise<unknown>[] = [];
  const counts = { records: 0, imported: 0, known: 0 };
  try {
    for await (const record of records) {
      const key = recordKey(record.commit, keyOf(record.document), record.page);
      counts.records += 1;
      if (known.has(key)) {
        counts.known += 1;
      } else {
        known.add(key);
        counts.imported += 1;
        const put = importOne(archive, record, clock());
        put.catch(() => undefined);
        underWay.push(put);
      }
      if (underWay.length >= UNDER_WAY) await underWay.shift();
      onRecord?.({ ...counts });
    }
  } finally {
    await Promise.allSettled(underWay);
  }
  await Promise.all(underWay);
  return counts;
}

async function importOne(archive: Archive, record: GitRecord, at: number): Promise<void> {
  const { document, page, extension, commit, message, bytes } = record;
  const url = message.trailers["source-document-url"] ?? message.trailers["source-url"] ?? "";
  const headers = {
    date: new Date(record.at).toUTCString(),
    [COMMIT_HEADER]: commit,
    ...(page === undefined ? {} : { [PAGE_HEADER]: page }),
    ...Object.fromEntries(Object.entries(message.trailers).map(([name, value]) => [`import-${name}`, value])),
  };
  const mediaType = MEDIA_TYPES[extension] ?? "application/octet-stream";
  const common = { document, at, url, finalUrl: url, mediaType, headers };
  await archive.putSnapshot({ ...common, status: 200, tls: undefined, fetcher: "import" }, bytes);
}

async function knownCommits(archive: Archive): Promise<Set<string>> {
  const known = new Set<string>();
  for await (const entry of archive.entries()) {
    if (entry.kind !== "snapshot" || entry.fetcher !== "import") continue;
    const commit = entry.headers[COMMIT_HEADER];
    if (commit !== undefined) known.add(recordKey(commit, keyOf(entry.document), entry.headers[PAGE_HEADER]));
  }
  return known;
}

function recordKey(commit: string, document: string, page: string | undefined): string {
  return `${commit} ${document} ${page ?? ""}`;
}
