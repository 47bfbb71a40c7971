/**
 * A JSON Lines file -> its lines, as bytes
 *
 * Bounded memory: one chunk and one line. Knows nothing of JSON; blank lines are passed over.
 */
import { ProvisoError } from "../../errors.ts";
import type { SourceFile } from "../source.ts";
import { Carry } from "./carry.ts";
import { requireUtf8, skipMark, type Utf8Check } from "./encoding.ts";

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const LONGEST_LINE = 256 * 1024 * 1024;

export interface RecordOptions {
  readonly isUtf8?: Utf8Check | undefined;
  /** Called after each chunk with the bytes of this file read so far. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

export interface LineOptions extends RecordOptions {
  /** Bytes; a longer line is refused. */
  readonly maxLine?: number | undefined;
}

/** One record's bytes, its byte offset in the file, and its line (from 1). */
export interface RawRecord {
  /** Valid until the next step of the iteration. */
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly line: number;
}

/**
 * Splits on `\n`, with or without `\r` and a final newline; a byte order mark is not part of line 1.
 * @throws ProvisoError INPUT_MALFORMED for a line past `maxLine`, INPUT_ENCODING for what is not UTF-8
 */
export async function* lines(file: SourceFile, options: LineOptions = {}): AsyncGenerator<RawRecord> {
  const maxLine = options.maxLine ?? LONGEST_LINE;
  const carry = new Carry();
  let base = 0;
  let line = 1;
  let lineStart = 0;

  const finish = (bytes: Uint8Array): RawRecord | undefined => {
    const start = line === 1 ? skipMark(bytes, file.path) : 0;
    const end = bytes[bytes.length - 1] === RETURN ? bytes.length - 1 : bytes.length;
    const body = bytes.subarray(start, Math.max(start, end));
    if (isBlank(body)) return undefined;
    requireUtf8(body, file.path, lineStart + start, line, options.isUtf8);
    return { bytes: body, offset: lineStart + start, line };
  };
  const limit = (length: number): void => {
    if (length <= maxLine) return;
    throw new ProvisoError("INPUT_MALFORMED", `the line is longer than ${maxLine} bytes`, {
      place: { file: file.path, line, offset: lineStart },
      hint: "check that the file is JSON Lines: one record per line",
    });
  };

  for await (const chunk of file.open()) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      const part = chunk.subarray(start, end);
      limit(carry.length + part.length);
      if (carry.length > 0) carry.append(part);
      const record = finish(carry.length > 0 ? carry.take() : part);
      if (record !== undefined) yield record;
      start = end + 1;
      line += 1;
      lineStart = base + start;
    }
    if (start < chunk.length) {
      limit(carry.length + chunk.length - start);
      carry.append(chunk.subarray(start));
    }
    base += chunk.length;
    options.onProgress?.(base);
  }
  const last = carry.length > 0 ? finish(carry.take()) : undefined;
  if (last !== undefined) yield last;
}

function isBlank(bytes: Uint8Array): boolean {
  for (const byte of bytes) {
    if (byte !== 0x20 && byte !== 0x09 && byte !== RETURN) return false;
  }
  return true;
}
