/**
 * The files of an export x Shape -> projected records, with progress and malformed records in the report
 */
import type { Holding } from "../conversation.ts";
import type { RawRecord } from "../json/lines.ts";
import { Projector } from "../json/projector.ts";
import type { RecordContext } from "../json/read-record.ts";
import type { Shape } from "../json/shape.ts";
import type { Json } from "../read-field.ts";
import type { Report } from "../report.ts";
import type { ReadOptions, SourceFile } from "../source.ts";
import { recordsOf } from "./files.ts";

export interface ReadRecord {
  readonly value: Json;
  readonly raw: RawRecord;
  readonly context: RecordContext;
}

export class RecordReader {
  readonly report: Report;
  readonly options: ReadOptions;
  readonly #held = new Map<string, number>();
  #before = 0;
  #current = 0;

  constructor(report: Report, options: ReadOptions) {
    this.report = report;
    this.options = options;
  }

  /** @throws ProvisoError INPUT_*, for a damaged file; under `strict` for a malformed record too */
  async *records(file: SourceFile, shape: Shape): AsyncGenerator<ReadRecord> {
    const context = { file: file.path, report: this.report, strict: this.options.strict };
    this.#before += this.#current;
    this.#current = 0;
    const projector = new Projector(shape, context);
    const found = await recordsOf(file, {
      isUtf8: this.options.isUtf8,
      attempt: projector.attempt,
      onProgress: (bytes) => this.#progress(bytes),
    });
    for await (const raw of found) {
      const value = projector.take(raw);
      if (value !== undefined) yield { value, raw, context };
    }
  }

  /** Counts a record that is not usable though it is JSON. */
  malformed(message: string, { raw, context }: ReadRecord): void {
    const place = { file: context.file, line: raw.line, offset: raw.offset };
    this.report.malformed(message, place, context.strict);
  }

  hold(what: string, count: number): void {
    if (count > 0) this.#held.set(what, (this.#held.get(what) ?? 0) + count);
  }

  *holdings(): Generator<Holding> {
    for (const [what, count] of this.#held) yield { kind: "holding", what, count };
  }

  #progress(bytes: number): void {
    this.report.bytes += bytes - this.#current;
    this.#current = bytes;
    this.options.onProgress?.(this.#before + bytes);
  }
}
