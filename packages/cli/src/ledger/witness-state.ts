/**
 * What a witness has seen of which log, beside its key
 *
 * A witness that forgets signs anything: the file is on the disk before a signature leaves the house.
 */
import { ProvisoError } from "@proviso/core";
import { readText } from "../input/read-text.ts";
import { writeAtomic } from "../output/atomic.ts";

const FORMAT = "proviso-witness/1";

export interface SeenLog {
  /** The last head that was signed, as a note. */
  readonly head: string;
  /** The log's first trusted key, as `name+id+key`. */
  readonly key: string;
}

/** By origin. */
export type WitnessState = ReadonlyMap<string, SeenLog>;

export async function readWitnessState(file: string): Promise<WitnessState> {
  let text: string;
  try {
    text = await readText(file);
  } catch (error) {
    if (error instanceof ProvisoError && error.code === "NOT_FOUND") return new Map();
    throw error;
  }
  try {
    const { format, logs } = JSON.parse(text) as { format: unknown; logs: Readonly<Record<string, SeenLog>> };
    if (format !== FORMAT) throw new TypeError(`no ${FORMAT}`);
    return new Map(Object.entries(logs));
  } catch (cause) {
    throw new ProvisoError("INPUT_MALFORMED", "what the witness has seen cannot be read", {
      place: { file },
      hint: "restore the file; without it a fork would go unseen",
      cause,
    });
  }
}

export async function writeWitnessState(file: string, state: WitnessState): Promise<void> {
  const text = JSON.stringify({ format: FORMAT, logs: Object.fromEntries(state) }, undefined, 2);
  await writeAtomic(file, (write) => write(`${text}\n`));
}
