/**
 * Text -> a file that is either whole or not there
 *
 * Written beside its target under another name, flushed to the disk, then renamed over it. On any
 * error the temporary file is removed and what was there before is untouched. A device or pipe
 * given as target is written to directly: there is nothing to keep whole.
 */
import { closeSync, linkSync, openSync, renameSync, rmSync, type Stats } from "node:fs";
import { type FileHandle, open, realpath, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { removeLeftovers, temporaryName } from "./leftovers.ts";
import { begin, end } from "./unfinished.ts";
import { writeError } from "./write-error.ts";

/** Few system calls, and little enough to hold while the disk catches up. */
const BUFFER_BYTES = 256 * 1024;

/** Bytes are taken as they are, and MUST NOT change until the file is written. */
export type Write = (part: string | Uint8Array) => Promise<void>;

/** What is asked of the file that is open for writing; `FileHandle` keeps it. */
export interface Handle {
  write(bytes: Uint8Array, offset: number, length: number): Promise<{ bytesWritten: number }>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface WriteOptions {
  /** Whether a file that is there may be replaced. */
  readonly overwrite: boolean;
  /** For tests: stands between the writer and the file. */
  readonly wrap?: (handle: Handle) => Handle;
}

/**
 * Runs `work` with a function that writes to `path`, and puts the file in place when it has ended.
 * @throws ProvisoError DISK_FULL, PERMISSION, NOT_FOUND, USAGE; whatever `work` throws, as it is
 */
export async function writeAtomic<T>(
  path: string,
  work: (write: Write) => Promise<T>,
  options: WriteOptions = { overwrite: true },
): Promise<T> {
  const existing = await own(path, () => statOf(path));
  if (existing?.isDirectory()) {
    throw new ProvisoError("USAGE", `\`${path}\` is a folder`, {
      place: { file: path },
      hint: "name a file to write",
    });
  }
  if (existing !== undefined && !existing.isFile()) return await writeDirectly(path, work, options);
  if (existing !== undefined && !options.overwrite) throw alreadyThere(path);
  return await writeBeside(path, existing, work, options);
}

async function writeDirectly<T>(
  path: string,
  work: (write: Write) => Promise<T>,
  options: WriteOptions,
): Promise<T> {
  const handle = await own(path, () => open(path, "w"));
  const buffer = new Buffered(path, wrapped(handle, options));
  try {
    const result = await work((part) => buffer.write(part));
    await buffer.flush();
    return result;
  } finally {
    await handle.close();
  }
}

async function writeBeside<T>(
  path: string,
  existing: Stats | undefined,
  work: (write: Write) => Promise<T>,
  options: WriteOptions,
): Promise<T> {
  // A link stays a link: what it points at is what is replaced.
  const target = existing === undefined ? path : await own(path, () => realpath(path));
  removeLeftovers(dirname(target), basename(target));
  const temporary = join(dirname(target), temporaryName(basename(target)));
  begin(temporary);
  let handle: FileHandle | undefined;
  try {
    handle = await own(path, () => create(temporary, existing));
    const file = wrapped(handle, options);
    const buffer = new Buffered(path, file);
    const result = await work((part) => buffer.write(part));
    await buffer.flush();
    await own(path, () => file.sync());
    await handle.close();
    handle = undefined;
    await own(path, () => put(temporary, target, path, options));
    await syncFolder(dirname(target));
    return result;
  } finally {
    await handle?.close().catch(() => undefined);
    rmSync(temporary, { force: true });
    end(temporary);
  }
}

/** Names the errors of our own writing; those of `work` may be about other files. */
async function own<T>(path: string, step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw writeError(error, path);
  }
}

async function create(temporary: string, existing: Stats | undefined): Promise<FileHandle> {
  // Created synchronously: a signal can then never come between its creation and its being known.
  closeSync(openSync(temporary, "wx", existing === undefined ? 0o666 : existing.mode & 0o777));
  const handle = await open(temporary, "r+");
  if (existing !== undefined) await handle.chmod(existing.mode & 0o777);
  return handle;
}

/** Synchronous, as no signal handler may run between a rename and its being known. */
function put(temporary: string, target: string, path: string, options: WriteOptions): void {
  if (options.overwrite) {
    renameSync(temporary, target);
    return;
  }
  try {
    // Unlike a rename, a link fails if someone else has put a file there in the meantime.
    linkSync(temporary, target);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw alreadyThere(path);
    // File systems without hard links; that nothing was there has been looked up before.
    renameSync(temporary, target);
  }
}

/** Makes the new name itself last through a power cut, where the system lets a folder be synced. */
async function syncFolder(folder: string): Promise<void> {
  await open(folder, "r")
    .then((handle) => handle.sync().finally(() => handle.close()))
    .catch(() => undefined);
}

class Buffered {
  readonly #path: string;
  readonly #handle: Handle;
  #parts: (string | Uint8Array)[] = [];
  #length = 0;

  constructor(path: string, handle: Handle) {
    this.#path = path;
    this.#handle = handle;
  }

  async write(part: string | Uint8Array): Promise<void> {
    const before = this.#parts.at(-1);
    // Text stays together: half a character may be at the end of one part, half in the next.
    if (typeof part === "string" && typeof before === "string")
      this.#parts.push(`${this.#parts.pop()}${part}`);
    else this.#parts.push(part);
    this.#length += part.length;
    if (this.#length >= BUFFER_BYTES) await this.flush();
  }

  async flush(): Promise<void> {
    const bytes = bytesOf(this.#parts);
    this.#parts = [];
    this.#length = 0;
    let offset = 0;
    // A disk that is nearly full takes a part first and says so only at the next write.
    while (offset < bytes.length) {
      const rest = bytes.length - offset;
      const { bytesWritten } = await own(this.#path, () => this.#handle.write(bytes, offset, rest));
      offset += bytesWritten;
    }
  }
}

function bytesOf(parts: readonly (string | Uint8Array)[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only instanceof Uint8Array) return only;
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : part)));
}

function wrapped(handle: FileHandle, options: WriteOptions): Handle {
  return options.wrap === undefined ? handle : options.wrap(handle);
}

async function statOf(path: string): Promise<Stats | undefined> {
  return await stat(path).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

function alreadyThere(path: string): ProvisoError {
  return new ProvisoError("USAGE", `\`${path}\` is already there`, {
    place: { file: path },
    hint: "write to another name, or say --force to replace it",
  });
}
