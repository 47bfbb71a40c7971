/**
 * A folder -> the files inside it, at any depth, in order of their paths
 *
 * Links are not followed: they may lead out of the folder, back into it, or in a circle.
 */
import { opendir, stat } from "node:fs/promises";
import { join } from "node:path";
import { inputError } from "./fs-error.ts";
import type { PassedOver } from "./zip-listing.ts";

export interface FoundFile {
  /** Path inside the folder, with `/`. */
  readonly path: string;
  readonly location: string;
  readonly size: number;
}

export interface Folder {
  readonly files: readonly FoundFile[];
  readonly passedOver: readonly PassedOver[];
}

/** @throws ProvisoError PERMISSION for a part that may not be read */
export async function walk(root: string): Promise<Folder> {
  const files: FoundFile[] = [];
  const passedOver: PassedOver[] = [];
  const open = [""];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const location = join(root, folder);
    try {
      for await (const entry of await opendir(location)) {
        const path = `${folder}${entry.name}`;
        const at = join(location, entry.name);
        if (entry.isDirectory()) open.push(`${path}/`);
        else if (entry.isFile()) files.push({ path, location: at, size: (await stat(at)).size });
        else passedOver.push({ path, reason: entry.isSymbolicLink() ? "a link" : "not a file" });
      }
    } catch (error) {
      throw inputError(error, location);
    }
  }
  const byPath = (a: { path: string }, b: { path: string }): number =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
  return { files: files.sort(byPath), passedOver: passedOver.sort(byPath) };
}
