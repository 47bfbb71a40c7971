/**
 * Rows -> `index.jsonl`: which conversation, by its token, is which line of which shard
 */
import { type FileHandle, open } from "node:fs/promises";
import { writeError } from "../output/write-error.ts";
import type { RowInfo } from "./job.ts";

export const INDEX_FILE = "index.jsonl";

export class IndexFile {
  readonly #path: string;
  readonly #handle: FileHandle;
  #bytes: number;

  private constructor(path: string, handle: FileHandle, bytes: number) {
    this.#path = path;
    this.#handle = handle;
    this.#bytes = bytes;
  }

  /** @param keep bytes of an earlier run; what stands behind them is cut off */
  static async open(path: string, keep: number): Promise<IndexFile> {
    try {
      const handle = await open(path, keep === 0 ? "w" : "r+");
      await handle.truncate(keep);
      return new IndexFile(path, handle, keep);
    } catch (error) {
      throw writeError(error, path);
    }
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** @param lines lines of the shard before these */
  async write(rows: readonly RowInfo[], shard: number, lines: number): Promise<void> {
    const text = rows.map(({ token, items, sha256 }, index) =>
      JSON.stringify({ token, shard, line: lines + index + 1, items, sha256 }),
    );
    const bytes = Buffer.from(text.map((line) => `${line}\n`).join(""));
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
