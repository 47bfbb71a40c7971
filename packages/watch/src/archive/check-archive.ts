/** Archive -> what in it is not as it was written: the chain, every blob, every version file */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Place, ProvisoError } from "@proviso/core";
import type { Entry } from "./archive.ts";
import { blobPath, readHashed } from "./blobs.ts";
import { readIndex } from "./index-reader.ts";
import { indexFile } from "./open-archive.ts";

export interface ArchiveCheck {
  readonly entries: number;
  /** Files that were read and hashed. */
  readonly blobs: number;
  readonly versions: number;
  readonly faults: readonly ArchiveFault[];
  /** All, also those beyond the first hundred that are listed. */
  readonly faultCount: number;
  /** Files of an entry that was never acknowledged: harmless. */
  readonly unnamed: number;
  /** Bytes behind the last whole line of the index. */
  readonly tornBytes: number;
}

export interface ArchiveFault {
  readonly message: string;
  readonly place: Place;
}

const FAULTS_LISTED = 100;

/** Reads every byte of the archive once. A damaged line ends the walk along the index: what follows hangs on it. */
export async function checkArchive(folder: string): Promise<ArchiveCheck> {
  const check = new Check(folder);
  let end = 0;
  try {
    for await (const { entry, after } of readIndex(indexFile(folder))) {
      await check.entry(entry);
      end = after.offset;
    }
  } catch (error) {
    check.fault(error);
  }
  const size = (await stat(indexFile(folder)).catch(() => undefined))?.size ?? 0;
  return await check.finish(check.faultCount === 0 ? size - end : 0);
}

class Check {
  readonly #folder: string;
  readonly #seen = new Set<string>();
  readonly #faults: ArchiveFault[] = [];
  faultCount = 0;
  #entries = 0;
  #blobs = 0;
  #versions = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async entry(entry: Entry): Promise<void> {
    this.#entries += 1;
    if (entry.kind === "check") return;
    const line = { file: indexFile(this.#folder), line: entry.seq };
    if (entry.kind === "snapshot") {
      await this.#blob(entry.blob, line);
      return;
    }
    for (const blob of entry.snapshots) await this.#blob(blob, line);
    if (!this.#isNew(entry.file)) return;
    if (await this.#file(entry.file, entry.version, line)) this.#versions += 1;
  }

  async #blob(hash: string, line: Place): Promise<void> {
    const path = blobPath(hash);
    if (this.#isNew(path) && (await this.#file(path, hash, line))) this.#blobs += 1;
  }

  #isNew(path: string): boolean {
    if (this.#seen.has(path)) return false;
    this.#seen.add(path);
    return true;
  }

  async #file(path: string, hash: string, line: Place): Promise<boolean> {
    try {
      await readHashed(this.#folder, path, hash);
      return true;
    } catch (error) {
      this.fault(error, line);
      return false;
    }
  }

  fault(error: unknown, named?: Place): void {
    if (!(error instanceof ProvisoError)) throw error;
    this.faultCount += 1;
    if (this.#faults.length >= FAULTS_LISTED) return;
    const message =
      named === undefined ? error.message : `${error.message} (named in line ${named.line} of the index)`;
    this.#faults.push({ message, place: error.place });
  }

  async finish(tornBytes: number): Promise<ArchiveCheck> {
    let unnamed = 0;
    for (const part of ["blobs", "versions"]) {
      for await (const path of filesIn(this.#folder, part)) if (!this.#seen.has(path)) unnamed += 1;
    }
    return {
      entries: this.#entries,
      blobs: this.#blobs,
      versions: this.#versions,
      faults: this.#faults,
      faultCount: this.faultCount,
      unnamed: this.faultCount === 0 ? unnamed : 0,
      tornBytes,
    };
  }
}

async function* filesIn(folder: string, path: string): AsyncGenerator<string> {
  const names = await readdir(join(folder, path), { withFileTypes: true }).catch(() => []);
  for (const name of names) {
    if (name.isDirectory()) yield* filesIn(folder, `${path}/${name.name}`);
    else yield `${path}/${name.name}`;
  }
}
