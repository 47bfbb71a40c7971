/**
 * The folder of an export: whole, or not there
 *
 * Everything is written into `<folder>.partial`, which gets its name when all of it is safe on the disk.
 * A folder that is already there is replaced only when told to, and only if it is an export.
 */
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { ProvisoError } from "@proviso/core";
import { MANIFEST_FILE } from "@proviso/core/export";
import { writeError } from "../output/write-error.ts";
import { type Checkpoint, discardTaken, readCheckpoint, type Taken, takeCheckpoint } from "./checkpoint.ts";
import { lock } from "./lock.ts";

export interface TargetOptions {
  /** Go on with what an earlier run has left. */
  readonly resume: boolean;
  /** Replace an export that is there, and start anew over what an earlier run has left. */
  readonly force: boolean;
}

const LOCK = "lock";

export class Target {
  /** Where files are written to until all are there. */
  readonly folder: string;
  /** What an earlier run has left, if it is to be gone on with. */
  readonly earlier: Checkpoint | undefined;
  readonly #path: string;
  readonly #force: boolean;
  readonly #unlock: () => void;

  private constructor(
    path: string,
    options: TargetOptions,
    earlier: Checkpoint | undefined,
    unlock: () => void,
  ) {
    this.#path = path;
    this.#force = options.force;
    this.folder = `${path}.partial`;
    this.earlier = options.resume ? earlier : undefined;
    this.#unlock = unlock;
  }

  /** @throws ProvisoError USAGE for a place that is taken, PERMISSION, NOT_FOUND */
  static async open(path: string, options: TargetOptions): Promise<Target> {
    // Without a slash at its end, a name can be added to.
    const target = resolve(path);
    refuseTaken(target, path, options.force);
    const folder = `${target}.partial`;
    try {
      // With the folders above it; it may be there from an earlier run.
      mkdirSync(folder, { recursive: true });
    } catch (error) {
      throw writeError(error, path);
    }
    const unlock = lock(join(folder, LOCK));
    try {
      discardTaken(folder);
      const earlier = await readCheckpoint(folder);
      if (earlier !== undefined && !options.resume && !options.force) {
        throw new ProvisoError("USAGE", `an interrupted export is in \`${path}.partial\``, {
          place: { file: `${path}.partial` },
          hint: "go on with it by `--resume`, or start anew by `--force`",
        });
      }
      return new Target(target, options, earlier, unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  }

  /** Removes what an earlier run has left, but for files that are gone on with. */
  clear(keep: ReadonlySet<string> = new Set()): void {
    for (const name of readdirSync(this.folder)) {
      if (name !== LOCK && !keep.has(name)) rmSync(join(this.folder, name), { recursive: true, force: true });
    }
  }

  /**
   * Gives the folder its name. All files in it MUST be complete.
   * @throws ProvisoError USAGE where something has come to be there in the meantime
   */
  async publish(): Promise<void> {
    refuseTaken(this.#path, this.#path, this.#force);
    await sync(this.folder);
    this.#unlock();
    const old = `${this.#path}.replaced`;
    let taken: Taken | undefined;
    try {
      taken = takeCheckpoint(this.folder);
      if (existsSync(this.#path) && !removedEmpty(this.#path)) {
        rmSync(old, { recursive: true, force: true });
        renameSync(this.#path, old);
      }
      renameSync(this.folder, this.#path);
    } catch (error) {
      taken?.putBack();
      throw writeError(error, this.#path);
    }
    await sync(dirname(this.#path));
    taken.discard();
    rmSync(old, { recursive: true, force: true });
  }

  /** Ends without an export; a checkpoint stays for the next run, and without one nothing does. */
  async abandon(): Promise<void> {
    const hasCheckpoint = (await readCheckpoint(this.folder)) !== undefined;
    this.#unlock();
    if (!hasCheckpoint) rmSync(this.folder, { recursive: true, force: true });
  }
}

function refuseTaken(target: string, path: string, force: boolean): void {
  const place = { file: path };
  let names: readonly string[];
  try {
    if (!lstatSync(target).isDirectory()) {
      throw new ProvisoError("USAGE", `\`${path}\` is there and is no folder`, {
        place,
        hint: "name a folder that does not exist yet",
      });
    }
    names = readdirSync(target);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return;
    throw writeError(error, path);
  }
  if (names.length === 0) return;
  if (!names.includes(MANIFEST_FILE)) {
    throw new ProvisoError("USAGE", `\`${path}\` holds other files and is no export`, {
      place,
      hint: "name a folder that does not exist yet",
    });
  }
  if (force) return;
  throw new ProvisoError("USAGE", `\`${path}\` is already there`, {
    place,
    hint: "write to another name, or say --force to replace it",
  });
}

function removedEmpty(path: string): boolean {
  try {
    rmdirSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Makes the names in a folder last through a power cut, where the system lets a folder be synced. */
async function sync(folder: string): Promise<void> {
  await open(folder, "r")
    .then((handle) => handle.sync().finally(() => handle.close()))
    .catch(() => undefined);
}
