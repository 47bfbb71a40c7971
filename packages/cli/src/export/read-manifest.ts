/** Export folder -> its manifest */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { MANIFEST_FILE, type Manifest, parseManifest } from "@proviso/core/export";
import { inputError } from "../input/fs-error.ts";

/** @throws ProvisoError NOT_FOUND for what is no export, MANIFEST_INVALID, PERMISSION */
export async function readManifest(folder: string): Promise<Manifest> {
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
  return parseManifest(text, path);
}
