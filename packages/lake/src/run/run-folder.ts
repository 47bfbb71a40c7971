/**
 * **RunFolder**: `<out>.partial`, where a run keeps what it has done until `<out>` can have its name
 *
 * A part is safe on the disk before its checkpoint says so. Whatever ends a run, its folder can be gone
 * on with by the same question, and by no other.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { readJson, writeWhole } from "./files.ts";
import { type Counts, type LakeTable, MANIFEST_KIND, type ManifestPart } from "./lake-run.ts";

export interface Job {
  /** Over all that the rows hang on. */
  readonly key: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What one part has written, by table. */
export type PartDone = Readonly<
  Partial<
    Record<LakeTable, ManifestPart & { readonly counts: Counts; readonly columns: Record<string, string> }>
  >
>;

export class RunFolder {
  readonly path: string;
  readonly #out: string;
  readonly #lock: string;

  private constructor(out: string) {
    this.#out = out;
    this.path = `${out}.partial`;
    this.#lock = `${out}.lock`;
  }

  /** @throws ProvisoError USAGE where there is something that may not be replaced, or another run */
  static async open(out: string, options: { resume: boolean; force: boolean }): Promise<RunFolder> {
    const folder = new RunFolder(out.replace(/[/\\]+$/, ""));
    await folder.#open(options);
    return folder;
  }

  async #open(options: { resume: boolean; force: boolean }): Promise<void> {
    this.#takeLock();
    try {
      await this.#begin(options);
    } catch (error) {
      rmSync(this.#lock, { force: true });
      throw error;
    }
  }

  async #begin({ resume, force }: { resume: boolean; force: boolean }): Promise<void> {
    if (existsSync(this.#out) && !force) {
      throw used(this.#out, "write to another name, or say --force to replace it");
    }
    if (existsSync(this.#out)) await requireOurs(this.#out);
    const isThere = existsSync(this.path);
    if (isThere && !resume && !force) {
      throw used(
        this.path,
        "an earlier run was interrupted: go on with --resume, or begin anew with --force",
      );
    }
    if (isThere && !resume) await rm(this.path, { recursive: true, force: true });
    await mkdir(join(this.path, "parts"), { recursive: true });
  }

  #takeLock(): void {
    mkdirSync(dirname(this.#lock), { recursive: true });
    if (this.#madeLock()) return;
    const holder = holderOf(this.#lock);
    if (holder === undefined) rmSync(this.#lock, { force: true });
    if (holder !== undefined || !this.#madeLock()) throw this.#busy(holder);
  }

  /** Of two runs that begin at once, one makes the file. */
  #madeLock(): boolean {
    try {
      writeFileSync(this.#lock, String(process.pid), { flag: "wx" });
      return true;
    } catch (error) {
      if (isCoded(error, "EEXIST")) return false;
      throw error;
    }
  }

  #busy(holder: number | undefined): ProvisoError {
    const who = holder === undefined ? "another run" : `another run (process ${holder})`;
    return new ProvisoError("USAGE", `${who} is writing \`${this.#out}\``, {
      place: { file: this.#lock },
      hint: "wait for it, or write to another folder",
    });
  }

  /** The question of an earlier run; undefined: this is the first one. */
  async job(): Promise<Job | undefined> {
    const read = (await readJson(join(this.path, "job.json"))) as Partial<Job> | undefined;
    const { key, at } = read ?? {};
    return typeof key === "string" && typeof at === "number" ? { key, at } : undefined;
  }

  /** @throws ProvisoError USAGE where an earlier run answered another question */
  async begin(job: Job): Promise<void> {
    const earlier = await this.job();
    if (earlier !== undefined && earlier.key !== job.key) {
      throw new ProvisoError("USAGE", `\`${this.path}\` is of another question, policy or input`, {
        place: { file: this.path },
        hint: "ask the same as before to go on, or begin anew with --force",
      });
    }
    await writeWhole(join(this.path, "job.json"), JSON.stringify(job));
  }

  async done(part: number): Promise<PartDone | undefined> {
    return (await readJson(this.#checkpoint(part))) as PartDone | undefined;
  }

  async keep(part: number, done: PartDone): Promise<void> {
    await writeWhole(this.#checkpoint(part), JSON.stringify(done));
  }

  /** Parts that are done, of which nothing need be done again. */
  async doneCount(): Promise<number> {
    const names = await readdir(join(this.path, "parts")).catch(() => []);
    return names.filter((name) => name.endsWith(".json")).length;
  }

  #checkpoint(part: number): string {
    return join(this.path, "parts", `${String(part).padStart(4, "0")}.json`);
  }

  async finish(manifest: object): Promise<void> {
    await rm(join(this.path, "parts"), { recursive: true, force: true });
    await rm(join(this.path, "job.json"), { force: true });
    await writeWhole(join(this.path, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    const before = `${this.#out}.before`;
    const isThere = existsSync(this.#out);
    if (isThere) await rename(this.#out, before);
    await rename(this.path, this.#out);
    if (isThere) await rm(before, { recursive: true, force: true });
  }

  /** @param isKept whether there is something to go on with */
  async close(isKept: boolean): Promise<void> {
    if (!isKept) await rm(this.path, { recursive: true, force: true });
    rmSync(this.#lock, { force: true });
  }
}

/** Never empties a folder of someone else's. @throws ProvisoError USAGE */
async function requireOurs(folder: string): Promise<void> {
  const manifest = (await readJson(join(folder, "manifest.json"))) as { manifest?: unknown } | undefined;
  if (manifest?.manifest === MANIFEST_KIND) return;
  throw used(folder, "it was not written by `proviso lake` and is not replaced; write to another name");
}

function used(path: string, hint: string): ProvisoError {
  return new ProvisoError("USAGE", `\`${path}\` is already there`, { place: { file: path }, hint });
}

/** The process that has the lock, if it still runs. */
function holderOf(lock: string): number | undefined {
  try {
    const pid = Number(readFileSync(lock, "utf8"));
    if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return undefined;
    return isRunning(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** A process of another user's may not be asked, and runs. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCoded(error, "EPERM");
  }
}

function isCoded(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
