/** A file -> its size and SHA-256, in pieces: shards do not fit into memory. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

export interface FileHash {
  readonly bytes: number;
  readonly sha256: string;
}

export async function hashFile(path: string): Promise<FileHash> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}
