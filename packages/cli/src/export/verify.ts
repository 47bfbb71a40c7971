/**
 * Export folder -> what of it is no longer what was written
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { MANIFEST_FILE, type Manifest, parseManifest } from "@proviso/core/export";
import { inputError } from "../input/fs-error.ts";
import { hashFile } from "./hash-file.ts";

export interface Mismatch {
  readonly file: string;
  /** `foreign`: lies in the folder and is not of the export; loaders may take it for a shard. */
  readonly what: "missing" | "changed" | "foreign";
}

export interface Verified {
  readonly manifest: Manifest;
  readonly mismatches: readonly Mismatch[];
}

/** @throws ProvisoError NOT_FOUND for what is no export, MANIFEST_INVALID, PERMISSION */
export async function verifyExport(folder: string, onBytes: (bytes: number) => void): Promise<Verified> {
  const path = join(folder, MANIFEST_FILE);
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) {
      throw new ProvisoError("NOT_FOUND", `\`${folder}\` is no export: it has no ${MANIFEST_FILE}`, {
        place: { file: path },
        hint: "name the folder that `proviso export` has written; one that ends in `.partial` is unfinished",
      });
    }
    throw inputError(error, path);
  });
  const manifest = parseManifest(text, path);
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
  for (const file of (await readdir(folder)).sort()) {
    if (!known.has(file)) mismatches.push({ file, what: "foreign" });
  }
  return { manifest, mismatches };
}
