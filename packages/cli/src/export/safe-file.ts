/**
 * Bytes -> a file in the unfinished export, hashed as they are written
 */
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import type { Handle } from "../output/atomic.ts";
import { writeError } from "../output/write-error.ts";
import type { FileHash } from "./hash-file.ts";

/** For tests: stands between the writer and the file. */
export type Wrap = (handle: Handle) => Handle;

export class SafeFile {
  readonly #path: string;
  readonly #handle: Handle;
  readonly #hash = createHash("sha256");
  #bytes = 0;

  private constructor(path: string, handle: Handle) {
    this.#path = path;
    this.#handle = handle;
  }

  /** @throws ProvisoError PERMISSION, NOT_FOUND, DISK_FULL */
  static async create(path: string, wrap: Wrap = (handle) => handle): Promise<SafeFile> {
    const handle = await open(path, "w").catch((error: unknown) => {
      throw writeError(error, path);
    });
    return new SafeFile(path, wrap(handle));
  }

  get bytes(): number {
    return this.#bytes;
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    let offset = 0;
    // A disk that is nearly full takes a part first and says so only at the next write.
    while (offset < bytes.length) {
      const { bytesWritten } = await this.#own(() =>
        this.#handle.write(bytes, offset, bytes.length - offset),
      );
      offset += bytesWritten;
    }
  }

  /** All of it is on the disk. */
  async finish(): Promise<FileHash> {
    await this.#own(() => this.#handle.sync());
    await this.#handle.close();
    return { bytes: this.#bytes, sha256: this.#hash.digest("hex") };
  }

  async abandon(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
  }

  async #own<T>(step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      throw writeError(error, this.#path);
    }
  }
}
