/**
 * Chunks of a JSON Lines file -> its lines, without a turn of the event loop for each
 *
 * Lines as `lines` (json/lines.ts) gives them, for readers of files with very many short ones: what a
 * line costs there is little more than the waiting between two of them.
 */
import { ProvisoError } from "../../errors.ts";
import { headOf } from "../detect/head.ts";
import { Carry } from "../json/carry.ts";
import { requireUtf8, skipMark } from "../json/encoding.ts";
import type { LineOptions, RawRecord, RecordOptions } from "../json/lines.ts";
import { records } from "../json/records.ts";
import type { SourceFile } from "../source.ts";

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const LONGEST_LINE = 256 * 1024 * 1024;

/**
 * The lines of each chunk as one iterable, which MUST be used up before the next. Files read one after
 * the other MAY share a `carry`, which spares each its own buffer.
 * @throws ProvisoError as `lines`
 */
export async function* lineBatches(
  file: SourceFile,
  options: LineOptions = {},
  carry: Carry = new Carry(),
): AsyncGenerator<Iterable<RawRecord>> {
  const splitter = new LineSplitter(file.path, options, carry);
  let bytes = 0;
  for await (const chunk of file.open()) {
    yield splitter.split(chunk);
    bytes += chunk.length;
    options.onProgress?.(bytes);
  }
  yield splitter.rest();
}

/** The same for a file of any layout: its lines, the elements of its array, or its one object, as `values`. */
export async function* valueBatches(
  file: SourceFile,
  options: RecordOptions = {},
): AsyncGenerator<Iterable<RawRecord>> {
  const head = await headOf(file);
  if (head === undefined || head.layout === "lines") yield* lineBatches(file, options);
  else for await (const raw of records(file, options)) yield [raw];
}

class LineSplitter {
  readonly #path: string;
  readonly #options: LineOptions;
  readonly #maxLine: number;
  readonly #carry: Carry;
  /** Of the chunk in the file. */
  #base = 0;
  #line = 1;
  #lineStart = 0;

  constructor(path: string, options: LineOptions, carry: Carry) {
    this.#carry = carry;
    this.#path = path;
    this.#options = options;
    this.#maxLine = options.maxLine ?? LONGEST_LINE;
  }

  *split(chunk: Uint8Array): Generator<RawRecord> {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      this.#limit(this.#carry.length + end - start);
      let bytes = chunk.subarray(start, end);
      if (this.#carry.length > 0) {
        this.#carry.append(bytes);
        bytes = this.#carry.take();
      }
      const record = this.#finish(bytes);
      if (record !== undefined) yield record;
      start = end + 1;
      this.#line += 1;
      this.#lineStart = this.#base + start;
    }
    if (start < chunk.length) {
      this.#limit(this.#carry.length + chunk.length - start);
      this.#carry.append(chunk.subarray(start));
    }
    this.#base += chunk.length;
  }

  /** The last line, where no newline ends it. */
  *rest(): Generator<RawRecord> {
    const record = this.#carry.length > 0 ? this.#finish(this.#carry.take()) : undefined;
    if (record !== undefined) yield record;
  }

  #finish(bytes: Uint8Array): RawRecord | undefined {
    const start = this.#line === 1 ? skipMark(bytes, this.#path) : 0;
    const end = bytes[bytes.length - 1] === RETURN ? bytes.length - 1 : bytes.length;
    const isWhole = start === 0 && end === bytes.length;
    const body = isWhole ? bytes : bytes.subarray(start, Math.max(start, end));
    if (isBlank(body)) return undefined;
    const offset = this.#lineStart + start;
    requireUtf8(body, this.#path, offset, this.#line, this.#options.isUtf8);
    return { bytes: body, offset, line: this.#line };
  }

  #limit(length: number): void {
    if (length <= this.#maxLine) return;
    throw new ProvisoError("INPUT_MALFORMED", `the line is longer than ${this.#maxLine} bytes`, {
      place: { file: this.#path, line: this.#line, offset: this.#lineStart },
      hint: "check that the file is JSON Lines: one record per line",
    });
  }
}

function isBlank(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x09 && byte !== RETURN) return false;
  }
  return true;
}
