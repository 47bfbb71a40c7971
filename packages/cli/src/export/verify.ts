/**
 * Export folder -> what of it is no longer what was written
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { MANIFEST_FILE, type Manifest, SET_FILES } from "@proviso/core/export";
import { inputError } from "../input/fs-error.ts";
import { hashFile } from "./hash-file.ts";
import { INDEX_FILE } from "./index-file.ts";
import { type SetMismatch, verifySets } from "./members/verify-sets.ts";
import { readManifest } from "./read-manifest.ts";

export interface Mismatch {
  readonly file: string;
  /** `foreign`: lies in the folder and is not of the export; loaders may take it for a shard. */
  readonly what: "missing" | "changed" | "foreign" | SetMismatch["what"];
}

export interface Verified {
  readonly manifest: Manifest;
  readonly mismatches: readonly Mismatch[];
}

/** What the manifest's sets are checked against; a manifest that does not list them hides them. */
const PROVING = [INDEX_FILE, ...Object.values(SET_FILES)];

/** @throws ProvisoError NOT_FOUND for what is no export, MANIFEST_INVALID, PERMISSION */
export async function verifyExport(folder: string, onBytes: (bytes: number) => void): Promise<Verified> {
  const manifest = await readManifest(folder);
  const mismatches: Mismatch[] = [];
  let done = 0;
  for (const { file, bytes, sha256 } of [...manifest.shards, ...manifest.files]) {
    const found = await hashFile(join(folder, file)).catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw inputError(error, join(folder, file));
    });
    if (found === undefined) mismatches.push({ file, what: "missing" });
    else if (found.sha256 !== sha256 || found.bytes !== bytes) mismatches.push({ file, what: "changed" });
    done += bytes;
    onBytes(done);
  }
  const known = new Set([MANIFEST_FILE, ...[...manifest.shards, ...manifest.files].map(({ file }) => file)]);
  const names = (await readdir(folder)).sort();
  for (const file of PROVING) {
    if (!known.has(file) && !names.includes(file)) mismatches.push({ file, what: "missing" });
  }
  for (const file of names) if (!known.has(file)) mismatches.push({ file, what: "foreign" });
  const named = new Set(mismatches.map(({ file }) => file));
  return { manifest, mismatches: [...mismatches, ...(await verifySets(folder, manifest, named))] };
}
