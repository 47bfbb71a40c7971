/**
 * Rows -> `index.jsonl`: which conversation, by its token, is which line of which shard
 */
import { AppendFile } from "./append-file.ts";
import type { RowInfo } from "./job.ts";

export const INDEX_FILE = "index.jsonl";

export class IndexFile {
  readonly #file: AppendFile;

  private constructor(file: AppendFile) {
    this.#file = file;
  }

  /** @param keep bytes of an earlier run; what stands behind them is cut off */
  static async open(path: string, keep: number): Promise<IndexFile> {
    return new IndexFile(await AppendFile.open(path, keep));
  }

  get bytes(): number {
    return this.#file.bytes;
  }

  /** @param lines lines of the shard before these */
  async write(rows: readonly RowInfo[], shard: number, lines: number): Promise<void> {
    const text = rows.map(({ token, items, sha256 }, index) =>
      JSON.stringify({ token, shard, line: lines + index + 1, items, sha256 }),
    );
    await this.#file.write(Buffer.from(text.map((line) => `${line}\n`).join("")));
  }

  sync(): Promise<void> {
    return this.#file.sync();
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}
