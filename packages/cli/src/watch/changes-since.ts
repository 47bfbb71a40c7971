/** Entries of an archive -> the changes among them, each worked out against the text it replaced */
import { changeOf, type TermsChange } from "@proviso/core/terms";
import { type Archive, type Entry, entryOf, type VersionEntry, versionOf } from "@proviso/watch";

export interface FoundChange {
  readonly entry: VersionEntry;
  readonly change: TermsChange;
}

/** First versions are left out: there is nothing they could differ from. */
export async function changesSince(
  archive: Archive,
  entries: readonly Entry[],
  isMeant: (entry: VersionEntry) => boolean,
): Promise<readonly FoundChange[]> {
  const found: FoundChange[] = [];
  for (const entry of entries) {
    if (entry.kind !== "version" || entry.judged.standing !== "change" || !isMeant(entry)) continue;
    const { document, judged } = entry;
    if (judged.class === "first") continue;
    const named = await entryOf(archive, document, judged.against);
    const against = named ?? (await seenBefore(archive, entry));
    if (against === undefined) continue;
    const change = changeOf(document, await versionOf(archive, against), await versionOf(archive, entry));
    found.push({ entry, change });
  }
  return found;
}

/** The last version that was seen well before this one. */
async function seenBefore(archive: Archive, entry: VersionEntry): Promise<VersionEntry | undefined> {
  let last: VersionEntry | undefined;
  for await (const one of archive.versionsOf(entry.document)) {
    if (one.seq === entry.seq) break;
    if (one.judged.standing !== "health") last = one;
  }
  return last;
}
