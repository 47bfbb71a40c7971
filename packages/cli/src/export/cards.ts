/**
 * ManifestBody -> the files beside the shards, and the manifest last
 *
 * Only with the manifest is a folder an export.
 */
import { join } from "node:path";
import {
  bom,
  croissant,
  dataProvenance,
  digestOfJson,
  type FileEntry,
  type Format,
  MANIFEST_FILE,
  type Manifest,
  type ManifestBody,
  SET_FILES,
  sealed,
} from "@proviso/core/export";
import { writeAtomic } from "../output/atomic.ts";
import { hashFile } from "./hash-file.ts";
import { INDEX_FILE } from "./index-file.ts";

export async function writeCards(folder: string, body: ManifestBody, format: Format): Promise<Manifest> {
  const digest = digestOfJson(body).replace(/^sha256:/, "");
  const cards = {
    "bom.cdx.json": bom(body, digest),
    "croissant.json": croissant(body, format, digest),
    "data-provenance.json": dataProvenance(body, digest),
  };
  for (const [name, card] of Object.entries(cards)) await writeJson(join(folder, name), card);
  const files: FileEntry[] = [];
  for (const file of [...Object.keys(cards), INDEX_FILE, ...Object.values(SET_FILES)].sort()) {
    files.push({ file, ...(await hashFile(join(folder, file))) });
  }
  const manifest = sealed(body, files);
  await writeJson(join(folder, MANIFEST_FILE), manifest);
  return manifest;
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeAtomic(path, (write) => write(`${JSON.stringify(value, null, 2)}\n`));
}
