/**
 * Policies, and an archive -> which watched document is which of a policy's
 *
 * By the address: what a policy cites as `url` is what a declaration fetches, be it one of the archive or of
 * a pack's `terms.yaml`, whose names also fit histories that others kept.
 */
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Policy } from "@proviso/core/policy";
import {
  type DocumentName,
  printDocument,
  staleRules,
  type Version,
  type WatchedDocument,
} from "@proviso/core/terms";
import {
  type Archive,
  type Declaration,
  readDeclarationFile,
  readDeclarations,
  type VersionEntry,
  versionOf,
} from "@proviso/watch";
import { seenVersions } from "./pick-versions.ts";

/** Older versions are not tried: a policy is not as far behind. */
const MOST_TRIED = 50;

export type NamesByUrl = ReadonlyMap<string, DocumentName>;

/** @param folders of policy packs */
export async function namesByUrl(archive: Archive, folders: readonly string[]): Promise<NamesByUrl> {
  const declared: Declaration[] = [];
  for (const folder of folders) {
    for (const vendor of (await readdir(folder)).toSorted()) {
      const file = join(folder, vendor, "terms.yaml");
      if (existsSync(file)) declared.push(...(await readDeclarationFile(file)).declarations);
    }
  }
  // Last, so that what the user declares counts.
  declared.push(...(await readDeclarations(join(archive.folder, "declarations"))).declarations);
  const names = new Map<string, DocumentName>();
  for (const { document, sources } of declared) {
    for (const { url } of sources) names.set(plain(url), document);
  }
  return names;
}

/** Those of the policy's documents that the archive holds a text of. */
export async function watchedOf(
  policy: Policy,
  archive: Archive,
  names: NamesByUrl,
): Promise<readonly WatchedDocument[]> {
  const held = await archive.documents();
  const watched: WatchedDocument[] = [];
  for (const [key, { url }] of Object.entries(policy.documents)) {
    const name = url === undefined ? undefined : names.get(plain(url));
    const document = name === undefined ? undefined : editionOf(name, held);
    if (document === undefined) continue;
    const versions = await seenVersions(archive, document);
    const newest = versions.at(-1);
    if (newest === undefined) continue;
    const before = await readFrom(policy, key, versions, archive);
    watched.push({ key, name: document, before, after: await versionOf(archive, newest) });
  }
  return watched;
}

/**
 * The version that the policy was written from: the newest in which its clauses stand as they were read;
 * where none is at hand, the last one before the policy's own date.
 */
async function readFrom(
  policy: Policy,
  key: string,
  versions: readonly VersionEntry[],
  archive: Archive,
): Promise<Version | undefined> {
  const isMarked = Object.keys(policy.documents[key]?.fingerprints ?? {}).length > 0;
  for (const entry of isMarked ? versions.toReversed().slice(0, MOST_TRIED) : []) {
    const version = await versionOf(archive, entry);
    const { sections } = staleRules(policy, new Map([[key, version]]));
    const read = sections.filter((one) => one.document === key && one.standing !== "unchecked");
    if (read.length > 0 && read.every(({ standing }) => standing === "intact")) return version;
  }
  const dated = versions.findLast(({ judged }) => judged.at < Date.parse(policy.version));
  return dated === undefined ? undefined : await versionOf(archive, dated);
}

/** The edition that is meant; where that is not at hand, the first of those that are. */
function editionOf(name: DocumentName, held: readonly DocumentName[]): DocumentName | undefined {
  const editions = held
    .filter(({ service, type }) => service === name.service && type === name.type)
    .sort((a, b) => (printDocument(a) < printDocument(b) ? -1 : 1));
  return editions.find(({ region }) => region === name.region) ?? editions[0];
}

/** Scheme, `www.` and a last slash make no other address. */
function plain(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");
}
