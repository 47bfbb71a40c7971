/**
 * Paths -> the files to look at, and what of them is passed over and why
 *
 * Folders are walked at any depth, links are not followed, `.git` is left out as nobody's text.
 */
import type { Dirent } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { inputError } from "../input/fs-error.ts";
import { globTest } from "./glob.ts";

export interface PassedOver {
  readonly path: string;
  readonly reason: "excluded" | "a link" | "not a file" | "binary";
}

export interface GateFiles {
  /** As the user would name them, with `/`. */
  readonly files: readonly string[];
  readonly passedOver: readonly PassedOver[];
}

const OWN = ".git";
/** What git looks at, too, to tell text from the rest. */
const SAMPLE_BYTES = 8000;

/** @throws ProvisoError NOT_FOUND, PERMISSION */
export async function gateFiles(paths: readonly string[], excludes: readonly string[]): Promise<GateFiles> {
  const tests = [OWN, ...excludes].map(globTest);
  const found: string[] = [];
  const passedOver: PassedOver[] = [];
  for (const named of paths) {
    const path = plain(named);
    const stats = await stat(named).catch((error: unknown) => {
      throw inputError(error, named);
    });
    if (stats.isDirectory()) await walk(path);
    else if (stats.isFile()) found.push(path);
    else throw new ProvisoError("UNSUPPORTED", `\`${named}\` is neither a file nor a folder`);
  }
  const files: string[] = [];
  for (const file of [...new Set(found)].sort()) {
    if (await isBinary(file)) passedOver.push({ path: file, reason: "binary" });
    else files.push(file);
  }
  return { files, passedOver };

  async function walk(folder: string): Promise<void> {
    const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      throw inputError(error, folder);
    });
    for (const entry of entries) {
      const path = folder === "." ? entry.name : join(folder, entry.name).replaceAll("\\", "/");
      if (tests.some((test) => test(path))) passedOver.push({ path, reason: "excluded" });
      else if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) found.push(path);
      else passedOver.push({ path, reason: entry.isSymbolicLink() ? "a link" : "not a file" });
    }
  }
}

function plain(path: string): string {
  const slashed = path.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
  return slashed.replace(/(?<=.)\/+$/, "") || ".";
}

async function isBinary(file: string): Promise<boolean> {
  try {
    const handle = await open(file, "r");
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
      return buffer.subarray(0, bytesRead).includes(0);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw inputError(error, file);
  }
}
