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
    const against = judged.class === "first" ? undefined : await entryOf(archive, document, judged.against);
    if (against === undefined) continue;
    const change = changeOf(document, await versionOf(archive, against), await versionOf(archive, entry));
    found.push({ entry, change });
  }
  return found;
}
