/**
 * **Checkpoint**: how far an unfinished export has come
 *
 * Made when a shard is complete and safe on the disk; what was written after it is written again.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ShardEntry, TallyJson } from "@proviso/core/export";
import { writeAtomic } from "../output/atomic.ts";
import { INDEX_FILE } from "./index-file.ts";

export interface Checkpoint {
  /** Identifies the question; another question starts anew. */
  readonly key: string;
  /** The valid time asked for, which must stay the same over all runs. Epoch milliseconds. */
  readonly at: number;
  /** Conversations read. */
  readonly through: number;
  readonly shards: readonly ShardEntry[];
  readonly indexBytes: number;
  readonly tally: TallyJson;
}

const NAME = "checkpoint.json";

export async function readCheckpoint(folder: string): Promise<Checkpoint | undefined> {
  try {
    const read: unknown = JSON.parse(await readFile(join(folder, NAME), "utf8"));
    return isCheckpoint(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

export async function writeCheckpoint(folder: string, checkpoint: Checkpoint): Promise<void> {
  await writeAtomic(join(folder, NAME), (write) => write(JSON.stringify(checkpoint)));
}

/** Our own file, whole or not there: its shape tells another version's from this one's. */
function isCheckpoint(read: unknown): read is Checkpoint {
  if (typeof read !== "object" || read === null) return false;
  const { key, at, through, shards, indexBytes, tally } = read as Partial<Checkpoint>;
  return (
    typeof key === "string" &&
    typeof at === "number" &&
    typeof through === "number" &&
    Array.isArray(shards) &&
    typeof indexBytes === "number" &&
    typeof tally === "object"
  );
}

/**
 * A finished export holds no checkpoint.
 * @returns puts it back, where the export could not be given its name after all
 */
export function takeCheckpoint(folder: string): () => void {
  const path = join(folder, NAME);
  if (!existsSync(path)) return () => undefined;
  const bytes = readFileSync(path);
  rmSync(path);
  return () => writeFileSync(path, bytes);
}

/** What a checkpoint speaks of, and itself. */
export function filesOf({ shards }: Checkpoint): ReadonlySet<string> {
  return new Set([NAME, INDEX_FILE, ...shards.map(({ file }) => file)]);
}
