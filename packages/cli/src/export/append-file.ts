/**
 * Bytes -> the end of a file that an earlier run may have begun
 *
 * What it holds is safe after `sync`; how long it was then is for the checkpoint to remember.
 */
import { type FileHandle, open } from "node:fs/promises";
import { writeError } from "../output/write-error.ts";

export class AppendFile {
  readonly #path: string;
  readonly #handle: FileHandle;
  #bytes: number;

  private constructor(path: string, handle: FileHandle, bytes: number) {
    this.#path = path;
    this.#handle = handle;
    this.#bytes = bytes;
  }

  /** @param keep bytes of an earlier run; what stands behind them is cut off */
  static async open(path: string, keep: number): Promise<AppendFile> {
    try {
      const handle = await open(path, keep === 0 ? "w" : "r+");
      await handle.truncate(keep);
      return new AppendFile(path, handle, keep);
    } catch (error) {
      throw writeError(error, path);
    }
  }

  get bytes(): number {
    return this.#bytes;
  }

  async write(bytes: Uint8Array): Promise<void> {
    try {
      for (let offset = 0; offset < bytes.length; ) {
        const rest = bytes.length - offset;
        const { bytesWritten } = await this.#handle.write(bytes, offset, rest, this.#bytes + offset);
        offset += bytesWritten;
      }
    } catch (error) {
      throw writeError(error, this.#path);
    }
    this.#bytes += bytes.length;
  }

  async sync(): Promise<void> {
    await this.#handle.sync().catch((error: unknown) => {
      throw writeError(error, this.#path);
    });
  }

  async close(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
  }
}
