/**
 * Batch rows -> **Shard**: one file of the training set
 *
 * `-of-` names are those that dataset loaders know, and a missing one shows. How many there are is
 * known last, so they get their names then.
 */
import type { ShardEntry } from "@proviso/core/export";
import type { BatchRows } from "./job.ts";
import { SafeFile, type Wrap } from "./safe-file.ts";

export interface Shard {
  /** Written so far, or about to be. */
  readonly bytes: number;
  readonly lines: number;
  write(batch: BatchRows): Promise<void>;
  /** The file is complete and safe on the disk. */
  finish(): Promise<Omit<ShardEntry, "file">>;
  abandon(): Promise<void>;
}

const DIGITS = 5;

export function workingName(index: number, extension: string): string {
  return `train-${padded(index)}.${extension}`;
}

export function shardName(index: number, of: number, extension: string): string {
  return `train-${padded(index)}-of-${padded(of)}.${extension}`;
}

/** The names of shards in a folder, whichever of the two forms they have. */
export const SHARD_NAME: RegExp = /^train-(\d{5,})(?:-of-\d{5,})?\.(?:jsonl|parquet)$/;

function padded(number: number): string {
  return String(number).padStart(DIGITS, "0");
}

export async function openJsonlShard(path: string, wrap?: Wrap): Promise<Shard> {
  const file = await SafeFile.create(path, wrap);
  let lines = 0;
  return {
    get bytes() {
      return file.bytes;
    },
    get lines() {
      return lines;
    },
    async write(batch) {
      await file.write(batch.lines);
      lines += batch.rows.length;
    },
    async finish() {
      return { lines, ...(await file.finish()) };
    },
    abandon: () => file.abandon(),
  };
}
