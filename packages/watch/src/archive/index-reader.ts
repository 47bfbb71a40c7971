/** `index.jsonl` -> its entries in order, with the place of each line, one line in memory at a time */
import { type FileHandle, open } from "node:fs/promises";
import { ProvisoError } from "@proviso/core";
import type { Entry } from "./archive.ts";
import { readEntry } from "./entry-schema.ts";
import { HASH_OF_NOTHING, sha256 } from "./hash.ts";

/** Where a reader stands: behind `seq` lines. */
export interface IndexPosition {
  readonly seq: number;
  /** Of the next line, in bytes. */
  readonly offset: number;
  /** Hash of the last line. */
  readonly prev: string;
}

export const INDEX_START: IndexPosition = { seq: 0, offset: 0, prev: HASH_OF_NOTHING };

export interface IndexLine {
  readonly entry: Entry;
  readonly offset: number;
  /** Without its line end. */
  readonly length: number;
  readonly after: IndexPosition;
}

const CHUNK_BYTES = 256 * 1024;
/** Headers of a server are the longest part of an entry, and fetching caps them far below. */
const LINE_BYTES = 16 * 1024 * 1024;

/**
 * A last line without its end is not yet written, or was never: it is left out. An index that is not
 * there has no lines.
 * @throws ProvisoError LEDGER_DAMAGED at the first line that does not follow from the one before
 */
export async function* readIndex(file: string, from: IndexPosition = INDEX_START): AsyncGenerator<IndexLine> {
  const handle = await open(file, "r").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
  if (handle === undefined) return;
  try {
    let position = from;
    for await (const bytes of lines(handle, from.offset, file)) {
      const line = parseLine(bytes, position, file);
      position = line.after;
      yield line;
    }
  } finally {
    await handle.close();
  }
}

/** @throws ProvisoError LEDGER_DAMAGED */
export async function readLineAt(file: string, offset: number, length: number): Promise<Entry> {
  const handle = await open(file, "r");
  try {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await handle.read(bytes, 0, length, offset);
    const read = readEntry(bytes.subarray(0, bytesRead).toString());
    if ("entry" in read) return read.entry;
    throw damaged(file, undefined, read.fault, read.field);
  } finally {
    await handle.close();
  }
}

async function* lines(handle: FileHandle, from: number, file: string): AsyncGenerator<Buffer> {
  let offset = from;
  let rest: Buffer = Buffer.alloc(0);
  for (;;) {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    const { bytesRead } = await handle.read(chunk, 0, CHUNK_BYTES, offset);
    if (bytesRead === 0) return;
    offset += bytesRead;
    rest =
      rest.length === 0 ? chunk.subarray(0, bytesRead) : Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
    let start = 0;
    for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10, start)) {
      yield rest.subarray(start, end);
      start = end + 1;
    }
    rest = rest.subarray(start);
    if (rest.length > LINE_BYTES) throw damaged(file, undefined, "has a line without an end", undefined);
  }
}

function parseLine(bytes: Buffer, before: IndexPosition, file: string): IndexLine {
  const seq = before.seq + 1;
  const read = readEntry(bytes.toString());
  if ("fault" in read) throw damaged(file, seq, read.fault, read.field);
  const { entry } = read;
  if (entry.seq !== seq) throw damaged(file, seq, `is number ${entry.seq}, not ${seq}`, "seq");
  if (entry.prev !== before.prev) throw damaged(file, seq, "does not follow from the line before", "prev");
  const after = { seq, offset: before.offset + bytes.length + 1, prev: sha256(bytes) };
  return { entry, offset: before.offset, length: bytes.length, after };
}

function damaged(
  file: string,
  line: number | undefined,
  fault: string,
  field: string | undefined,
): ProvisoError {
  return new ProvisoError("LEDGER_DAMAGED", `this line of the index ${fault}`, {
    place: { file, line, field },
    hint: "the index was changed after it was written: take it from a copy",
  });
}
