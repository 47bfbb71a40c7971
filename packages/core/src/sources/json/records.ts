/**
 * A JSON file -> its records, as bytes: the elements of an array, or one object
 *
 * Finds where each record ends without parsing it. Memory: one chunk and one record. A damaged
 * element is the importer's to report; a damaged frame around the elements ends the read here.
 */
import { ProvisoError } from "../../errors.ts";
import type { SourceFile } from "../source.ts";
import { Carry } from "./carry.ts";
import { requireUtf8, skipMark } from "./encoding.ts";
import type { RawRecord, RecordOptions } from "./lines.ts";
import { type Attempt, RecordScanner } from "./record-scanner.ts";

const LONGEST_RECORD = 512 * 1024 * 1024;
/** Enough to tell UTF-16 from UTF-8. */
const HEAD_BYTES = 4;

export interface RecordsOptions extends RecordOptions {
  /** Read the elements of this member of the top-level object, as in `{"conversations": [...]}`. */
  readonly under?: string | undefined;
  /** Tried on each record that begins in a chunk; what it finds is not scanned again. */
  readonly attempt?: Attempt | undefined;
  /** Bytes; a longer record is refused. */
  readonly maxRecord?: number | undefined;
}

/**
 * The elements of a top-level array, each of any type; a top-level object is one record, unless
 * `under` names the member whose elements are wanted.
 * @throws ProvisoError INPUT_EMPTY, INPUT_TRUNCATED, INPUT_MALFORMED, INPUT_ENCODING, each with its place
 */
export async function* records(file: SourceFile, options: RecordsOptions = {}): AsyncGenerator<RawRecord> {
  const carry = new Carry();
  const scanner = new RecordScanner(file.path, options.under, options.attempt);
  const maxRecord = options.maxRecord ?? LONGEST_RECORD;
  let isFirst = true;

  for await (const chunk of withHead(file)) {
    scanner.load(chunk, isFirst ? skipMark(chunk, file.path) : 0);
    isFirst = false;
    while (scanner.next()) {
      if (scanner.straddles) carry.append(chunk.subarray(0, scanner.end));
      const bytes = scanner.straddles ? carry.take() : chunk.subarray(scanner.start, scanner.end);
      requireUtf8(bytes, file.path, scanner.offset, scanner.line, options.isUtf8);
      yield { bytes, offset: scanner.offset, line: scanner.line };
    }
    if (scanner.isOpen) {
      carry.append(chunk.subarray(scanner.start));
      if (carry.length > maxRecord) throw tooLong(file, scanner, maxRecord);
    }
    options.onProgress?.(scanner.read);
  }
  scanner.finish();
}

/** The file's chunks, of which the first is long enough to show the encoding unless the file is shorter. */
async function* withHead(file: SourceFile): AsyncGenerator<Uint8Array> {
  const head = new Carry();
  let isFirst = true;
  for await (const chunk of file.open()) {
    if (!isFirst) {
      yield chunk;
    } else if (head.length === 0 && chunk.length >= HEAD_BYTES) {
      isFirst = false;
      yield chunk;
    } else {
      head.append(chunk);
      isFirst = head.length < HEAD_BYTES;
      if (!isFirst) yield head.take();
    }
  }
  if (isFirst && head.length > 0) yield head.take();
}

function tooLong(file: SourceFile, scanner: RecordScanner, maxRecord: number): ProvisoError {
  return new ProvisoError("INPUT_MALFORMED", `the record is longer than ${maxRecord} bytes`, {
    place: { file: file.path, line: scanner.line, offset: scanner.offset },
    hint: "check that the file is the export as it was downloaded",
  });
}
