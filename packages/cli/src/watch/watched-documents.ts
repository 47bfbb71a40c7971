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
import { type DocumentName, printDocument, type WatchedDocument } from "@proviso/core/terms";
import {
  type Archive,
  type Declaration,
  readDeclarationFile,
  readDeclarations,
  versionOf,
} from "@proviso/watch";
import { seenVersions } from "./pick-versions.ts";

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
    const known = versions.findLast(({ judged }) => judged.at < Date.parse(policy.version));
    const before = known === undefined ? undefined : await versionOf(archive, known);
    watched.push({ key, name: document, before, after: await versionOf(archive, newest) });
  }
  return watched;
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
