/**
 * Deliveries -> **Outbox**: `state/alerts.jsonl` in the folder of the archive
 *
 * What is to be sent is on the disk before it is sent, what was sent after it: a process that is killed between
 * the two sends it again with the same id, and none is forgotten. Lines are only added; once the file is
 * large, it is written anew without what was sent, whose ids stay.
 */
import { existsSync } from "node:fs";
import { type FileHandle, mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { takeLock } from "../../archive/archive-lock.ts";
import { DurableFiles, syncFolder, writeFault } from "../../archive/durable-file.ts";
import { type OutboxLine, outboxLine } from "./outbox-line.ts";
import { OutboxState } from "./outbox-state.ts";

const LARGE_BYTES = 8_000_000;

export class Outbox {
  readonly state: OutboxState;
  /** What was found wrong when it was opened. */
  readonly notes: readonly string[];
  readonly #folder: string;
  readonly #file: string;
  readonly #handle: FileHandle;
  readonly #unlock: () => void;
  #turn: Promise<void> = Promise.resolve();
  /** Of the file, with whole lines only. */
  #size: number;

  private constructor(
    folder: string,
    { state, notes }: OutboxReading,
    handle: FileHandle,
    size: number,
    unlock: () => void,
  ) {
    this.state = state;
    this.notes = notes;
    this.#folder = folder;
    this.#file = fileOf(folder);
    this.#handle = handle;
    this.#size = size;
    this.#unlock = unlock;
  }

  /** @throws ProvisoError LEDGER_LOCKED while another process sends, DISK_FULL, PERMISSION */
  static async open(archiveFolder: string): Promise<Outbox> {
    const folder = join(archiveFolder, "state");
    const file = fileOf(folder);
    try {
      await mkdir(folder, { recursive: true });
      const unlock = takeLock(join(folder, "alerts.lock"));
      try {
        const reading = await readOutbox(archiveFolder);
        const handle = await open(file, "a");
        // A line that a kill cut off was not acted upon.
        if (reading.tornBytes > 0) await handle.truncate(reading.bytes - reading.tornBytes);
        await syncFolder(folder);
        return new Outbox(folder, reading, handle, (await handle.stat()).size, unlock);
      } catch (error) {
        unlock();
        throw error;
      }
    } catch (error) {
      throw writeFault(error, file);
    }
  }

  /** The lines are on the disk afterwards, all of them in their order. */
  async add(lines: readonly OutboxLine[]): Promise<void> {
    if (lines.length === 0) return;
    const bytes = Buffer.from(textOf(lines));
    const turn = this.#turn.then(async () => {
      try {
        await this.#handle.appendFile(bytes);
        await this.#handle.datasync();
        this.#size += bytes.length;
      } catch (error) {
        // What was half written would take the next line with it.
        await this.#handle.truncate(this.#size).catch(() => undefined);
        throw writeFault(error, this.#file);
      }
      for (const line of lines) this.state.apply(line);
    });
    // A failure is the caller's; the next one tries for itself.
    this.#turn = turn.catch(() => undefined);
    await turn;
  }

  async close(): Promise<void> {
    try {
      await this.#turn;
      const { size } = await this.#handle.stat();
      if (size > LARGE_BYTES) {
        const files = new DurableFiles(this.#folder);
        await files.write(this.#file, Buffer.from(textOf(this.state.lines())));
        await files.syncFolders();
      }
    } finally {
      await this.#handle.close();
      this.#unlock();
    }
  }
}

export interface OutboxReading {
  readonly state: OutboxState;
  readonly notes: readonly string[];
  readonly bytes: number;
  /** Of a last line that was cut off. */
  readonly tornBytes: number;
}

/** An archive that never alerted has an empty one. */
export async function readOutbox(archiveFolder: string): Promise<OutboxReading> {
  const file = fileOf(join(archiveFolder, "state"));
  const state = new OutboxState();
  const notes: string[] = [];
  const bytes = existsSync(file) ? await readFile(file) : Buffer.alloc(0);
  const whole = bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);
  for (const [index, text] of whole.toString("utf8").split("\n").slice(0, -1).entries()) {
    const line = lineOf(text);
    if (line !== undefined) state.apply(line);
    else
      notes.push(`${file}:${index + 1}: no line of an outbox; what it said may be sent again, or not at all`);
  }
  return { state, notes, bytes: bytes.length, tornBytes: bytes.length - whole.length };
}

function lineOf(text: string): OutboxLine | undefined {
  try {
    const read = outboxLine.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

function textOf(lines: readonly OutboxLine[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

function fileOf(folder: string): string {
  return join(folder, "alerts.jsonl");
}
