/** Bytes -> a file that is either whole, on the disk and in its place, or not there */
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ProvisoError } from "@proviso/core";

export class DurableFiles {
  /** On the file system of the archive; what is in it after a crash may go. */
  readonly #temporary: string;
  readonly #made = new Set<string>();
  /** Folders with new names in them that the disk need not know yet. */
  #unsynced = new Set<string>();
  #count = 0;

  constructor(temporary: string) {
    this.#temporary = temporary;
  }

  /** Its bytes are on the disk afterwards, its name after the next `syncFolders`. */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    this.#count += 1;
    const temporary = join(this.#temporary, `${process.pid}-${this.#count}`);
    try {
      await this.#makeFolder(dirname(path));
      await writeSynced(temporary, bytes);
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw writeFault(error, path);
    }
    this.#unsynced.add(dirname(path));
  }

  async syncFolders(): Promise<void> {
    const folders = this.#unsynced;
    if (folders.size === 0) return;
    this.#unsynced = new Set();
    await Promise.all([...folders].map(syncFolder));
  }

  async #makeFolder(folder: string): Promise<void> {
    if (this.#made.has(folder)) return;
    const first = await mkdir(folder, { recursive: true });
    if (first !== undefined) {
      for (let at = folder; at.length >= first.length; at = dirname(at)) this.#unsynced.add(dirname(at));
    }
    this.#made.add(folder);
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, "w");
  try {
    await handle.writeFile(bytes);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** Some systems do not let a folder be opened: there, names are as safe as the system makes them. */
export async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle;
  try {
    handle = await open(folder, "r");
  } catch {
    return;
  }
  try {
    await handle.sync();
  } catch {
    return;
  } finally {
    await handle.close();
  }
}

/** @returns what went wrong with the disk, as one of our errors; any other error as it is */
export function writeFault(error: unknown, file: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const place = { file };
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new ProvisoError("DISK_FULL", "no room left on the disk", {
      place,
      cause: error,
      hint: "make room and run again: what was acknowledged is kept",
    });
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new ProvisoError("PERMISSION", "may not write to the archive", {
      place,
      cause: error,
      hint: "give the right to write, or open another folder",
    });
  }
  return error;
}
