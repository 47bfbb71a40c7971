/** The body of an answer without its content codings, and never more of it than is allowed. */
import { type Readable, Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";

export class TooLarge extends Error {}

/** The server names a coding we do not know, or more of them than anyone needs. */
export class UnknownCoding extends Error {}

const MOST_CODINGS = 2;

/**
 * Stops as soon as the limit is passed, before or after decompression, so that a small answer cannot fill
 * the memory.
 * @throws TooLarge, UnknownCoding, and errors of zlib and of the connection
 */
export async function readBody(
  body: Readable,
  coding: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const steps = decoders(coding);
  const parts: Buffer[] = [];
  let size = 0;
  const keep = new Writable({
    write(part: Buffer, _encoding, done): void {
      size += part.length;
      parts.push(part);
      done(size > maxBytes ? new TooLarge() : null);
    },
  });
  await pipeline([body, limit(maxBytes), ...steps, keep], { signal });
  return Buffer.concat(parts, size);
}

function limit(maxBytes: number): Transform {
  let size = 0;
  return new Transform({
    transform(part: Buffer, _encoding, done): void {
      size += part.length;
      if (size > maxBytes) done(new TooLarge());
      else done(null, part);
    },
  });
}

/** In the order in which they are taken off: the last that was put on first (RFC 9110, 8.4). */
function decoders(coding: string): Transform[] {
  const names = coding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (names.length > MOST_CODINGS) throw new UnknownCoding(`${names.length} content codings on one answer`);
  return names.reverse().map((name) => {
    switch (name) {
      case "gzip":
      case "x-gzip":
        return createGunzip();
      case "deflate":
        return createInflate();
      case "br":
        return createBrotliDecompress();
      case "zstd":
        return createZstdDecompress();
      default:
        throw new UnknownCoding(`the content coding \`${name}\` is not known`);
    }
  });
}
