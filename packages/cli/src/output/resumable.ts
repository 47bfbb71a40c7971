/**
 * Text -> a file that is whole or not there, written over several runs
 *
 * Until it is whole the text stands in `<target>.partial`, and `<target>.partial.json` says how much
 * of it is safe on the disk and which question it answers. What an interruption left behind the last
 * checkpoint is cut off and written again.
 */
import { type FileHandle, open, readFile, rename, rm } from "node:fs/promises";
import { ProvisoError } from "@proviso/core";
import { writeAtomic } from "./atomic.ts";
import { writeError } from "./write-error.ts";

/** Between two flushes to the disk: seconds of work at most. */
const CONVERSATIONS_PER_CHECKPOINT = 5_000;

export interface Checkpoint {
  /** Identifies the question; another question starts anew. */
  readonly key: string;
  /** The valid time asked for, which must stay the same over all runs. Epoch milliseconds. */
  readonly at: number;
  readonly conversations: number;
  readonly bytes: number;
}

/** The checkpoint of an earlier run, or undefined without a usable one. */
export async function readCheckpoint(target: string): Promise<Checkpoint | undefined> {
  try {
    const read = JSON.parse(await readFile(`${target}.partial.json`, "utf8")) as Partial<Checkpoint>;
    const { key, at, conversations, bytes } = read;
    const isWhole =
      typeof key === "string" &&
      typeof at === "number" &&
      typeof conversations === "number" &&
      typeof bytes === "number";
    return isWhole ? { key, at, conversations, bytes } : undefined;
  } catch {
    return undefined;
  }
}

export class Resumable {
  /** Conversations that an earlier run has written. */
  readonly done: number;
  readonly #target: string;
  readonly #handle: FileHandle;
  #state: Checkpoint;
  #since = 0;

  private constructor(target: string, handle: FileHandle, state: Checkpoint) {
    this.#target = target;
    this.#handle = handle;
    this.#state = state;
    this.done = state.conversations;
  }

  /**
   * @param earlier what `readCheckpoint` gave; used only if it has the same key
   * @throws ProvisoError PERMISSION, NOT_FOUND, DISK_FULL
   */
  static async open(
    target: string,
    question: Pick<Checkpoint, "key" | "at">,
    earlier: Checkpoint | undefined,
  ): Promise<Resumable> {
    const partial = `${target}.partial`;
    const isSame =
      earlier !== undefined &&
      earlier.conversations > 0 &&
      earlier.key === question.key &&
      earlier.at === question.at;
    const handle = await open(partial, isSame ? "r+" : "w").catch((error: unknown) => {
      throw writeError(error, partial);
    });
    const fresh: Checkpoint = { ...question, conversations: 0, bytes: 0 };
    if (!isSame) return new Resumable(target, handle, fresh);
    const { size } = await handle.stat();
    // Less on the disk than the checkpoint says: somebody has touched it, and nothing of it is sure.
    const state = size >= earlier.bytes ? earlier : fresh;
    await handle.truncate(state.bytes);
    return new Resumable(target, handle, state);
  }

  async write(text: string, conversations: number): Promise<void> {
    const bytes = Buffer.from(text);
    try {
      await this.#handle.write(bytes, 0, bytes.length, this.#state.bytes);
    } catch (error) {
      throw writeError(error, `${this.#target}.partial`);
    }
    this.#state = {
      ...this.#state,
      conversations: this.#state.conversations + conversations,
      bytes: this.#state.bytes + bytes.length,
    };
    this.#since += conversations;
    if (this.#since >= CONVERSATIONS_PER_CHECKPOINT) await this.#checkpoint();
  }

  /** Puts the file in its place. */
  async finish(): Promise<void> {
    await this.#handle.sync();
    await this.#handle.close();
    await rename(`${this.#target}.partial`, this.#target).catch((error: unknown) => {
      throw writeError(error, this.#target);
    });
    await rm(`${this.#target}.partial.json`, { force: true });
  }

  /** Keeps what is written for the next run. */
  async keep(): Promise<void> {
    await this.#checkpoint();
    await this.#handle.close();
  }

  async #checkpoint(): Promise<void> {
    this.#since = 0;
    // The text first: a checkpoint must never promise more than the disk holds.
    await this.#handle.sync();
    await writeAtomic(`${this.#target}.partial.json`, (write) => write(JSON.stringify(this.#state)));
  }
}

/** @throws ProvisoError USAGE without a file to go on with */
export function resumeTarget(out: string | undefined): string {
  if (out !== undefined) return out;
  throw new ProvisoError("USAGE", "`--resume` needs a file to go on with", { hint: "add `--out FILE`" });
}
