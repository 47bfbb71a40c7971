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
import { openInput } from "../input/open-input.ts";
import { fileChunks } from "../redact/chunks.ts";
import { globTest } from "./glob.ts";

export interface PassedOver {
  readonly path: string;
  readonly reason: string;
}

export interface GateFile {
  /** As the user would name it, with `/`; of an archive's entry, under the archive's name. */
  readonly path: string;
  open(): AsyncIterable<Uint8Array>;
}

export interface GateFiles {
  readonly files: readonly GateFile[];
  /** Of all files, as far as known beforehand. */
  readonly bytes: number;
  readonly passedOver: readonly PassedOver[];
}

const OWN = ".git";
const ZIP = "504b0304";

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
  const files: GateFile[] = [];
  let bytes = 0;
  for (const path of [...new Set(found)].sort()) {
    const { isZip, size } = await lookInto(path);
    if (isZip) await unpack(path);
    else {
      bytes += size;
      files.push({ path, open: () => fileChunks(path) });
    }
  }
  return { files, bytes, passedOver };

  async function unpack(archive: string): Promise<void> {
    try {
      const { files: entries, passedOver: others } = await openInput(archive);
      for (const entry of entries) {
        const path = `${archive}/${entry.path}`;
        if (tests.some((test) => test(path))) passedOver.push({ path, reason: "excluded" });
        else {
          bytes += entry.size ?? 0;
          files.push({ path, open: () => entry.open() });
        }
      }
      for (const { path, reason } of others) passedOver.push({ path: `${archive}/${path}`, reason });
    } catch (error) {
      if (!(error instanceof ProvisoError) || error.code === "PERMISSION") throw error;
      passedOver.push({ path: archive, reason: "an archive that cannot be read" });
    }
  }

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

async function lookInto(file: string): Promise<{ readonly isZip: boolean; readonly size: number }> {
  try {
    const handle = await open(file, "r");
    try {
      const { size } = await handle.stat();
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return { isZip: bytesRead === 4 && buffer.toString("hex") === ZIP, size };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw inputError(error, file);
  }
}
