/**
 * **Round**: one look at all documents, which may be killed and gone on with
 *
 * `state/round.jsonl` lists the documents that are done. A round that ended is removed.
 */
import { existsSync } from "node:fs";
import { appendFile, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

export interface Round {
  readonly isResumed: boolean;
  isDone(key: string): boolean;
  done(key: string): Promise<void>;
  end(): Promise<void>;
}

export async function openRound(folder: string): Promise<Round> {
  const file = join(folder, "state", "round.jsonl");
  const isResumed = existsSync(file);
  const lines = isResumed ? (await readFile(file, "utf8")).split("\n") : [];
  // What stands after the last line end was cut off by a kill: that document is looked at again.
  const keys = new Set(lines.slice(0, -1));
  return {
    isResumed,
    isDone: (key) => keys.has(JSON.stringify(key)),
    done: async (key) => await appendFile(file, `${JSON.stringify(key)}\n`),
    end: async () => await rm(file, { force: true }),
  };
}
