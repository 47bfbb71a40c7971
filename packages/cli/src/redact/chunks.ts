/**
 * A file, or standard input -> chunks of bytes that nobody else writes to
 */
import { type FileHandle, open } from "node:fs/promises";
import { inputError } from "../input/fs-error.ts";
import { PAUSE } from "./pieces.ts";

export type Chunks = AsyncIterable<Uint8Array | typeof PAUSE>;

const CHUNK_BYTES = 256 * 1024;
/** Long enough that a program that writes steadily makes no pause. */
const PAUSE_MS = 50;

/** The next chunk is read while one is being used. */
export async function* fileChunks(file: string): AsyncGenerator<Uint8Array> {
  let handle: FileHandle | undefined;
  let reading: Promise<Uint8Array> | undefined;
  try {
    handle = await open(file, "r");
    reading = readChunk(handle);
    for (;;) {
      const chunk: Uint8Array = await reading;
      reading = undefined;
      if (chunk.length === 0) return;
      reading = readChunk(handle);
      yield chunk;
    }
  } catch (error) {
    throw inputError(error, file);
  } finally {
    await reading?.catch(() => undefined);
    await handle?.close();
  }
}

async function readChunk(handle: FileHandle): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
  const read = buffer.subarray(0, bytesRead);
  // A pipe gives little at a time: what waits for more should not hold the whole buffer.
  return bytesRead < CHUNK_BYTES / 2 ? new Uint8Array(read) : read;
}

/** What comes, as it comes; PAUSE once where nothing came for a while. */
export async function* streamChunks(
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array | typeof PAUSE> {
  const iterator = stream[Symbol.asyncIterator]();
  for (;;) {
    const next = iterator.next();
    if (await isPaused(next)) yield PAUSE;
    const { done, value } = await next;
    if (done === true) return;
    yield value;
  }
}

async function isPaused(next: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const pause = new Promise<true>((settle) => {
    timer = setTimeout(() => settle(true), PAUSE_MS);
  });
  try {
    return await Promise.race([next.then(() => false as const), pause]);
  } finally {
    clearTimeout(timer);
  }
}
