/**
 * Entries -> the end of `index.jsonl`, in the order they were given, each naming the hash of the one before
 *
 * What was given while the disk was busy goes to it together. An entry is acknowledged when it, and the
 * files it names, are on the disk.
 */
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { ProvisoError } from "@proviso/core";
import type { Entry } from "./archive.ts";
import type { EntryDraft } from "./archive-entry.ts";
import { type DurableFiles, writeFault } from "./durable-file.ts";
import { readEntry } from "./entry-schema.ts";
import { sha256 } from "./hash.ts";
import type { IndexLine, IndexPosition } from "./index-reader.ts";

interface Waiting {
  /** Settles when the files it names are on the disk. */
  readonly draft: Promise<EntryDraft>;
  readonly resolve: (entry: Entry) => void;
  readonly reject: (error: unknown) => void;
}

interface Prepared {
  readonly waiting: Waiting;
  readonly line: IndexLine;
  readonly text: string;
}

/** Of one write to the disk. */
const BATCH_LINES = 256;

export class IndexWriter {
  readonly #file: string;
  readonly #handle: FileHandle;
  readonly #files: DurableFiles;
  readonly #onWritten: (line: IndexLine) => void;
  #position: IndexPosition;
  #queue: Waiting[] = [];
  #running: Promise<void> | undefined;
  #fault: { readonly error: unknown } | undefined;

  private constructor(
    file: string,
    handle: FileHandle,
    files: DurableFiles,
    position: IndexPosition,
    onWritten: (line: IndexLine) => void,
  ) {
    this.#file = file;
    this.#handle = handle;
    this.#files = files;
    this.#position = position;
    this.#onWritten = onWritten;
  }

  /** @param onWritten told of each line when it is on the disk, before its entry is acknowledged */
  static async open(
    file: string,
    files: DurableFiles,
    position: IndexPosition,
    onWritten: (line: IndexLine) => void,
  ): Promise<IndexWriter> {
    const handle = await open(file, constants.O_RDWR | constants.O_CREAT);
    return new IndexWriter(file, handle, files, position, onWritten);
  }

  async append(draft: Promise<EntryDraft>): Promise<Entry> {
    const acknowledged = new Promise<Entry>((resolve, reject) => {
      this.#queue.push({ draft, resolve, reject });
    });
    // It is asked for below; until then a refusal is not unheard.
    draft.catch(() => undefined);
    this.#running ??= this.#run();
    return await acknowledged;
  }

  async close(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
    await this.#handle.close();
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, BATCH_LINES);
      if (this.#fault === undefined) await this.#writeBatch(batch);
      else for (const { reject } of batch) reject(this.#fault.error);
    }
    this.#running = undefined;
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<void> {
    const prepared: Prepared[] = [];
    let position = this.#position;
    for (const waiting of batch) {
      const draft = await waiting.draft.catch((error: unknown) => {
        waiting.reject(error);
      });
      if (draft === undefined) continue;
      const line = makeLine(draft, position);
      const read = readEntry(line.text);
      if ("fault" in read) {
        waiting.reject(refused(read.fault, read.field));
        continue;
      }
      prepared.push({ waiting, ...line });
      position = line.line.after;
    }
    if (prepared.length === 0) return;
    try {
      await this.#files.syncFolders();
      await writeAll(this.#handle, prepared.map(({ text }) => text).join(""), this.#position.offset);
      await this.#handle.datasync();
    } catch (error) {
      await this.#fail(error, prepared);
      return;
    }
    this.#position = position;
    for (const { waiting, line } of prepared) {
      this.#onWritten(line);
      waiting.resolve(line.entry);
    }
  }

  /** What is half written is cut off; nothing more is taken until the archive is opened again. */
  async #fail(error: unknown, prepared: readonly Prepared[]): Promise<void> {
    this.#fault = { error: writeFault(error, this.#file) };
    await this.#handle.truncate(this.#position.offset).catch(() => undefined);
    for (const { waiting } of prepared) waiting.reject(this.#fault.error);
  }
}

function makeLine(draft: EntryDraft, before: IndexPosition): { line: IndexLine; text: string } {
  const seq = before.seq + 1;
  const { at, ...rest } = draft;
  const entry = { seq, at, prev: before.prev, ...rest } as Entry;
  const bytes = Buffer.from(JSON.stringify(entry));
  const after = { seq, offset: before.offset + bytes.length + 1, prev: sha256(bytes) };
  return {
    line: { entry, offset: before.offset, length: bytes.length, after },
    text: `${bytes.toString()}\n`,
  };
}

/** What could not be read again is not written. */
function refused(fault: string, field: string | undefined): ProvisoError {
  return new ProvisoError("USAGE", `this entry ${fault}`, {
    place: { field },
    hint: "give what the types of an archive's entries say",
  });
}

async function writeAll(handle: FileHandle, text: string, offset: number): Promise<void> {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, offset + done);
    done += bytesWritten;
  }
}
