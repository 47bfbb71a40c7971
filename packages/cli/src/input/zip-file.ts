/**
 * One entry of a zip archive -> **SourceFile**, unpacked as it is read
 *
 * Bytes are counted as they come out: an entry that gives more than its header says is refused at
 * that byte, so a lying header gains nothing. The checksum is compared at the end.
 */
import { type FileHandle, open } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { ProvisoError } from "@proviso/core";
import type { SourceFile } from "@proviso/core/sources";
import { bomb, damaged, STORED, type ZipEntry } from "./zip-listing.ts";

const CHUNK_BYTES = 256 * 1024;
const LOCAL_HEADER_MARK = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;

/** `path` is what messages name. Each `open` has a file descriptor of its own. */
export function zipFile(path: string, location: string, entry: ZipEntry): SourceFile {
  const size = entry.entry.uncompressedSize;
  return { path, size, open: () => unpack(path, location, entry) };
}

async function* unpack(path: string, location: string, { entry }: ZipEntry): AsyncGenerator<Uint8Array> {
  let stream: Readable | undefined;
  let bytes = 0;
  let checksum = 0;
  try {
    stream = await openEntry(location, entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > entry.uncompressedSize) {
        throw bomb(path, `\`${path}\` unpacks to more than the ${entry.uncompressedSize} bytes it declares`);
      }
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    throw damaged(error, path);
  } finally {
    stream?.destroy();
  }
  if (bytes !== entry.uncompressedSize || checksum !== entry.crc32) {
    throw new ProvisoError("ARCHIVE_DAMAGED", `\`${path}\` is not what the archive's checksum says`, {
      place: { file: path, offset: bytes },
      hint: "download the archive again",
    });
  }
}

/** The entry's bytes, unpacked; closes its descriptor when it ends or is destroyed. */
async function openEntry(location: string, entry: ZipEntry["entry"]): Promise<Readable> {
  const handle = await open(location, "r");
  try {
    const start = await dataStart(handle, entry);
    const end = start + entry.compressedSize;
    if (end > (await handle.stat()).size) throw new Error("the entry goes past the end of the archive");
    if (entry.compressedSize === 0) {
      await handle.close();
      return Readable.from([]);
    }
    const packed = handle.createReadStream({ start, end: end - 1, highWaterMark: CHUNK_BYTES });
    if (entry.compressionMethod === STORED) return packed;
    // The callback is where pipeline wants errors; they also reach the reader of the last stream.
    return pipeline(packed, createInflateRaw({ chunkSize: CHUNK_BYTES }), () => undefined);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** The local header repeats the name and has extra fields of its own: APPNOTE.TXT 4.3.7. */
async function dataStart(handle: FileHandle, entry: ZipEntry["entry"]): Promise<number> {
  const header = Buffer.alloc(LOCAL_HEADER_BYTES);
  const { bytesRead } = await handle.read(header, 0, header.length, entry.relativeOffsetOfLocalHeader);
  if (bytesRead < header.length || header.readUInt32LE(0) !== LOCAL_HEADER_MARK) {
    throw new Error("the entry's header is not where the archive says");
  }
  const variable = header.readUInt16LE(26) + header.readUInt16LE(28);
  return entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + variable;
}
