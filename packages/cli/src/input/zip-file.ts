/**
 * One entry of a zip archive -> **SourceFile**, unpacked as it is read
 *
 * Bytes are counted as they come out: an entry that gives more than its header says is refused at
 * that byte, so a lying header gains nothing. The checksum is compared at the end.
 */
import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { ProvisoError } from "@proviso/core";
import type { SourceFile } from "@proviso/core/sources";
import { bomb, damaged, openZip, type ZipEntry } from "./zip-listing.ts";

const CHUNK_BYTES = 256 * 1024;

/** `path` is what messages name. Each `open` has a file descriptor of its own. */
export function zipFile(path: string, location: string, archive: string, entry: ZipEntry): SourceFile {
  const size = entry.entry.uncompressedSize;
  return { path, size, open: () => unpack(path, location, archive, entry) };
}

async function* unpack(
  path: string,
  location: string,
  archive: string,
  { entry }: ZipEntry,
): AsyncGenerator<Uint8Array> {
  let stream: Readable | undefined;
  let bytes = 0;
  let checksum = 0;
  try {
    stream = await openEntry(location, archive, entry);
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

async function openEntry(location: string, archive: string, entry: ZipEntry["entry"]): Promise<Readable> {
  const zip = await openZip(location, archive);
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const end = fileDataStart + entry.compressedSize;
    if (end > zip.fileSize) throw new Error("the entry goes past the end of the archive");
    const packed =
      entry.compressedSize === 0
        ? Readable.from([])
        : createReadStream(location, { start: fileDataStart, end: end - 1, highWaterMark: CHUNK_BYTES });
    if (entry.compressionMethod === 0) return packed;
    // The callback is where pipeline wants errors; they also reach the reader of the last stream.
    return pipeline(packed, createInflateRaw({ chunkSize: CHUNK_BYTES }), () => undefined);
  } finally {
    zip.close();
  }
}
