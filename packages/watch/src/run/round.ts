/**
 * **Round**: one look at all documents, which may be killed and gone on with
 *
 * `state/round.jsonl` says first when it began and of what, then which documents are done. A round that ended
 * is removed. One of another day, or of other declarations, is not gone on with: its looks are too old.
 */
import { existsSync } from "node:fs";
import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../archive/hash.ts";

export interface Round {
  readonly isResumed: boolean;
  isDone(key: string): boolean;
  done(key: string): Promise<void>;
  end(): Promise<void>;
}

/** A killed round is gone on with for so long, in milliseconds. */
const LONGEST = 12 * 3_600_000;

/** @param keys of all documents @param now milliseconds since 1970, UTC */
export async function openRound(folder: string, keys: readonly string[], now: number): Promise<Round> {
  const file = join(folder, "state", "round.jsonl");
  const of = sha256(JSON.stringify(keys.toSorted()));
  const lines = existsSync(file) ? (await readFile(file, "utf8")).split("\n") : [];
  // What stands after the last line end was cut off by a kill: that document is looked at again.
  const [head, ...done] = lines.slice(0, -1);
  const isResumed = isOfNow(head, of, now);
  const known = new Set(isResumed ? done : []);
  if (!isResumed) await writeFile(file, `${JSON.stringify({ at: now, of })}\n`);
  return {
    isResumed,
    isDone: (key) => known.has(JSON.stringify(key)),
    done: async (key) => await appendFile(file, `${JSON.stringify(key)}\n`),
    end: async () => await rm(file, { force: true }),
  };
}

function isOfNow(head: string | undefined, of: string, now: number): boolean {
  try {
    const began = JSON.parse(head ?? "") as { at?: unknown; of?: unknown };
    return began.of === of && typeof began.at === "number" && Math.abs(now - began.at) < LONGEST;
  } catch {
    return false;
  }
}
