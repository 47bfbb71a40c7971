/**
 * **Checkpoint**: how far an unfinished export has come
 *
 * Made when a shard is complete and safe on the disk; what was written after it is written again.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ShardEntry, TallyJson } from "@proviso/core/export";
import { writeAtomic } from "../output/atomic.ts";
import { INDEX_FILE } from "./index-file.ts";
import { TOKEN_FOLDER, type TokenBytes } from "./members/token-logs.ts";

export interface Checkpoint {
  /** Identifies the question; another question starts anew. */
  readonly key: string;
  /** The valid time asked for, which must stay the same over all runs. Epoch milliseconds. */
  readonly at: number;
  /** Conversations read. */
  readonly through: number;
  readonly shards: readonly ShardEntry[];
  readonly indexBytes: number;
  readonly tokenBytes: TokenBytes;
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
  const { key, at, through, shards, indexBytes, tokenBytes, tally } = read as Partial<Checkpoint>;
  return (
    typeof key === "string" &&
    typeof at === "number" &&
    typeof through === "number" &&
    Array.isArray(shards) &&
    typeof indexBytes === "number" &&
    typeof tokenBytes?.conversations === "number" &&
    typeof tokenBytes.items === "number" &&
    typeof tally === "object"
  );
}

/** A checkpoint that was taken out of its folder. */
export interface Taken {
  /** Where the export could not be given its name after all. */
  putBack(): void;
  discard(): void;
}

/** A finished export holds no checkpoint, and no tokens in the order of writing. */
export function takeCheckpoint(folder: string): Taken {
  discardTaken(folder);
  const [path, tokens, aside] = [join(folder, NAME), join(folder, TOKEN_FOLDER), asideOf(folder)];
  const bytes = existsSync(path) ? readFileSync(path) : undefined;
  const hasTokens = existsSync(tokens);
  // Moved and not removed: the run that goes on needs them, and they may be large.
  if (hasTokens) renameSync(tokens, aside);
  rmSync(path, { force: true });
  return {
    putBack() {
      if (hasTokens) renameSync(aside, tokens);
      if (bytes !== undefined) writeFileSync(path, bytes);
    },
    discard: () => discardTaken(folder),
  };
}

/** What an end between the two steps has left. */
export function discardTaken(folder: string): void {
  rmSync(asideOf(folder), { recursive: true, force: true });
}

function asideOf(folder: string): string {
  return `${folder}.${TOKEN_FOLDER}`;
}

/** What a checkpoint speaks of, and itself. */
export function filesOf({ shards }: Checkpoint): ReadonlySet<string> {
  return new Set([NAME, INDEX_FILE, TOKEN_FOLDER, ...shards.map(({ file }) => file)]);
}
