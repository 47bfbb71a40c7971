/**
 * **Journal**: batches that are acknowledged, until all of their files are on the disk
 *
 * One write and one sync per batch make it durable; the many files it goes into are synced later, many
 * batches at once. A record is a line with its length and hash, and the batch as lines of JSON. Only the
 * last one can be torn, as each was on the disk before the next was begun; it was never acknowledged.
 */
import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { decodeBase64, encodeBase64 } from "@proviso/core/ledger";
import { damaged } from "../damaged.ts";
import type { Batch, NewLeaf } from "../medium.ts";
import { readIfThere } from "./files.ts";

export interface JournalRecord {
  readonly first: number;
  readonly note: string;
  /** The leaf where it has no opening. */
  readonly leaves: readonly (Uint8Array | string)[];
}

const HEAD = /^proviso-journal\/1 ([0-9]{1,12}) ([0-9a-f]{64})\n/;
const HEAD_BYTES = 100;

export class Journal {
  readonly #handle: FileHandle;
  #size: number;

  private constructor(handle: FileHandle, size: number) {
    this.#handle = handle;
    this.#size = size;
  }

  static async open(path: string): Promise<Journal> {
    const handle = await open(path, "a", 0o600);
    return new Journal(handle, (await handle.stat()).size);
  }

  /** Bytes. */
  get size(): number {
    return this.#size;
  }

  /** Durable when it resolves. */
  async append({ first, leaves, note }: Batch): Promise<void> {
    const body = Buffer.from(`${JSON.stringify({ first, note })}\n${leaves.map(lineOf).join("")}`);
    const hash = createHash("sha256").update(body).digest("hex");
    const record = Buffer.concat([Buffer.from(`proviso-journal/1 ${body.length} ${hash}\n`), body]);
    for (let at = 0; at < record.length; ) {
      at += (await this.#handle.write(record, at)).bytesWritten;
    }
    await this.#handle.datasync();
    this.#size += record.length;
  }

  async clear(): Promise<void> {
    await this.#handle.truncate(0);
    await this.#handle.sync();
    this.#size = 0;
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

/** The whole records, in order; what is behind the last of them was never acknowledged. */
export async function readJournal(path: string): Promise<readonly JournalRecord[]> {
  const bytes = Buffer.from((await readIfThere(path)) ?? []);
  const records: JournalRecord[] = [];
  for (let at = 0; ; ) {
    const head = HEAD.exec(bytes.toString("latin1", at, at + HEAD_BYTES));
    if (head === null) return records;
    const start = at + head[0].length;
    const body = bytes.subarray(start, start + Number(head[1]));
    if (createHash("sha256").update(body).digest("hex") !== head[2]) {
      // What a crash leaves behind is the end of the file; a whole record behind it says that it is no end.
      if (bytes.indexOf("\nproviso-journal/1 ", start) < 0) return records;
      throw damaged(`record ${records.length + 1} of the journal is not what was written`, path);
    }
    records.push(recordOf(body.toString("utf8")));
    at = start + body.length;
  }
}

function lineOf({ data, opening }: NewLeaf): string {
  return `${opening ?? JSON.stringify(encodeBase64(data))}\n`;
}

function recordOf(body: string): JournalRecord {
  const [head = "", ...lines] = body.slice(0, -1).split("\n");
  const { first, note } = JSON.parse(head) as Pick<JournalRecord, "first" | "note">;
  const leaves = lines.map((line) => {
    if (!line.startsWith('"')) return line;
    return decodeBase64(JSON.parse(line) as string) ?? new Uint8Array(0);
  });
  return { first, note, leaves };
}
