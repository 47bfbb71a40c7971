/**
 * Files of one folder: written without waiting for the disk, and remembered until they are synced
 *
 * Writes are synchronous: they go to the system's memory and take microseconds. Waiting for the disk
 * takes milliseconds, is done once for many files, and blocks nobody.
 */
import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { ProvisoError } from "@proviso/core";
import { damaged } from "../damaged.ts";
import { syncAll, syncParent } from "./sync.ts";

export class Files {
  readonly folder: string;
  readonly #dirty = new Set<string>();
  readonly #known = new Set<string>();
  #superseded: string[] = [];

  constructor(folder: string) {
    this.folder = resolve(folder);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, bytes: Uint8Array | string, mode = 0o644): void {
    const path = this.#ready(name);
    own(path, () => writeFileSync(path, bytes, { mode }));
  }

  append(name: string, text: string, mode = 0o644): void {
    const path = this.#ready(name);
    own(path, () => appendFileSync(path, text, { mode }));
  }

  /** Readers see the old file or the new one. */
  replace(name: string, bytes: Uint8Array | string, mode = 0o644): void {
    const path = this.#ready(name);
    own(path, () => {
      writeFileSync(`${path}.new`, bytes, { mode });
      renameSync(`${path}.new`, path);
    });
  }

  /** As `replace`, and on the disk before and after the new name is. */
  async replaceDurably(name: string, bytes: Uint8Array | string, mode = 0o644): Promise<void> {
    const path = this.#ready(name);
    own(path, () => writeFileSync(`${path}.new`, bytes, { mode }));
    await syncAll([`${path}.new`]);
    own(path, () => renameSync(`${path}.new`, path));
    syncParent(path);
  }

  /** Takes a file or folder away once what took its place is on the disk. */
  supersede(name: string): void {
    this.#superseded.push(this.path(name));
  }

  /** Everything written so far is on the disk when this resolves. */
  async sync(): Promise<void> {
    const paths = [...this.#dirty];
    await syncAll(paths);
    for (const path of paths) this.#dirty.delete(path);
    const gone = this.#superseded;
    this.#superseded = [];
    for (const path of gone) rmSync(path, { recursive: true, force: true });
  }

  #ready(name: string): string {
    const path = this.path(name);
    const folder = dirname(path);
    if (!this.#known.has(folder)) {
      own(folder, () => mkdirSync(folder, { recursive: true }));
      this.#known.add(folder);
    }
    this.#dirty.add(path);
    for (let at = folder; at.startsWith(this.folder) && !this.#dirty.has(at); at = dirname(at)) {
      this.#dirty.add(at);
    }
    return path;
  }
}

/** @returns undefined if there is no such file */
export async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw named(error, path);
  }
}

/** @throws ProvisoError LEDGER_DAMAGED if there is no such file */
export async function readThere(path: string): Promise<Uint8Array> {
  const bytes = await readIfThere(path);
  if (bytes === undefined) throw damaged("a file of the ledger is missing", path);
  return bytes;
}

function own<T>(path: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw named(error, path);
  }
}

function named(cause: unknown, file: string): unknown {
  const place = { file };
  switch (codeOf(cause)) {
    case "ENOSPC":
    case "EDQUOT":
      return new ProvisoError("DISK_FULL", `there is no room left to write \`${file}\``, {
        place,
        cause,
        hint: "what was acknowledged is safe; make room and open the ledger again",
      });
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new ProvisoError("PERMISSION", `\`${file}\` may not be read or written`, { place, cause });
    default:
      return cause;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
