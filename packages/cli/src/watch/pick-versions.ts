/** A document and two instants -> the versions to hold against each other */
import { ProvisoError } from "@proviso/core";
import { type DocumentName, printDocument } from "@proviso/core/terms";
import type { Archive, VersionEntry } from "@proviso/watch";

export interface Span {
  /** Epoch milliseconds. */
  readonly from?: number;
  readonly to?: number;
}

/** Versions that were seen well, oldest first. */
export async function seenVersions(archive: Archive, document: DocumentName): Promise<VersionEntry[]> {
  const seen: VersionEntry[] = [];
  for await (const entry of archive.versionsOf(document)) {
    if (entry.judged.standing !== "health") seen.push(entry);
  }
  return seen;
}

/** The text as it stood at the instant; the newest if none is given. @throws ProvisoError NOT_FOUND */
export function versionAt(
  versions: readonly VersionEntry[],
  document: DocumentName,
  at: number | undefined,
): VersionEntry {
  const found = at === undefined ? versions.at(-1) : versions.findLast(({ judged }) => judged.at <= at);
  if (found !== undefined) return found;
  const first = versions[0];
  throw new ProvisoError("NOT_FOUND", `no version of \`${printDocument(document)}\` is as old`, {
    hint:
      first === undefined
        ? "the document was never seen: `proviso watch status` says why"
        : `the oldest was seen on ${new Date(first.judged.at).toISOString().slice(0, 10)}`,
  });
}

/**
 * Without `from`: the last version before `to` that it is a change against.
 * @throws ProvisoError NOT_FOUND
 */
export async function pickVersions(
  archive: Archive,
  document: DocumentName,
  { from, to }: Span,
): Promise<{ readonly before: VersionEntry; readonly after: VersionEntry }> {
  const versions = await seenVersions(archive, document);
  if (from !== undefined && to !== undefined && from > to) {
    throw new ProvisoError("USAGE", "`--from` is later than `--to`", { hint: "name the earlier day first" });
  }
  if (from !== undefined) {
    return { before: versionAt(versions, document, from), after: versionAt(versions, document, to) };
  }
  const until = to === undefined ? versions : versions.filter(({ judged }) => judged.at <= to);
  const after = until.findLast(({ judged }) => judged.class !== "first" && judged.standing === "change");
  if (after === undefined) {
    throw new ProvisoError("NOT_FOUND", `no change of \`${printDocument(document)}\` is known`, {
      hint: "`proviso watch log --quiet-too` lists what was seen; `--from` and `--to` compare any two days",
    });
  }
  const index = versions.indexOf(after);
  const against = versions.findLast(
    (one, at) =>
      at < index &&
      (after.judged.against === undefined ||
        [one.version, one.judged.version].includes(after.judged.against)),
  );
  return { before: against ?? versions[index - 1] ?? after, after };
}
