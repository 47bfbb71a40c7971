/**
 * A file on disk -> **SourceFile**
 *
 * Two chunk buffers take turns: while one is being used, the next read goes into the other. Memory
 * is these two, whatever the size of the file. The first chunk is small and read alone, since
 * recognising a format takes no more, and a folder may hold thousands of files.
 */
import { type FileHandle, open } from "node:fs/promises";
import type { SourceFile } from "@proviso/core/sources";
import { inputError } from "./fs-error.ts";

const FIRST_BYTES = 64 * 1024;
const CHUNK_BYTES = 1024 * 1024;

/** `path` is what messages name; `location` is where the bytes are. */
export function diskFile(path: string, location: string, size: number): SourceFile {
  return { path, size, open: () => readChunks(path, location, size) };
}

async function* readChunks(path: string, location: string, size: number): AsyncGenerator<Uint8Array> {
  let handle: FileHandle | undefined;
  let reading: Promise<Uint8Array> | undefined;
  try {
    handle = await open(location, "r");
    const first = await fill(handle, Buffer.allocUnsafeSlow(FIRST_BYTES));
    if (first.length === 0) return;
    yield first;
    // A session of a few kilobytes does not need megabytes; one that has grown since is read on.
    const bytes = Math.min(CHUNK_BYTES, Math.max(FIRST_BYTES, size - first.length + 1));
    let [current, next] = [Buffer.allocUnsafeSlow(bytes), Buffer.allocUnsafeSlow(bytes)];
    reading = fill(handle, current);
    for (;;) {
      const chunk: Uint8Array = await reading;
      reading = undefined;
      if (chunk.length === 0) return;
      [current, next] = [next, current];
      reading = fill(handle, current);
      yield chunk;
    }
  } catch (error) {
    throw inputError(error, path);
  } finally {
    // A read may still be under way when the caller stops early; its buffer and handle are in use.
    await reading?.catch(() => undefined);
    await handle?.close();
  }
}

async function fill(handle: FileHandle, buffer: Buffer): Promise<Uint8Array> {
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
  return buffer.subarray(0, bytesRead);
}
