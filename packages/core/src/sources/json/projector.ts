/**
 * Finding a record's end and reading it, in one pass over its bytes
 *
 * `records` looks for the end of a record so that it can be parsed; reading a record that lies whole
 * in a chunk finds its end as well. Where it lies in two chunks or is malformed, the slow way decides.
 */
import { ProvisoError } from "../../errors.ts";
import type { Cursor } from "./cursor.ts";
import type { RawRecord } from "./lines.ts";
import { projectAt } from "./project.ts";
import { type RecordContext, readRecord } from "./read-record.ts";
import type { Shape } from "./shape.ts";

const OPEN_OBJECT = 0x7b;

export class Projector {
  readonly #shape: Shape;
  readonly #context: RecordContext;
  /** Unknown keys of the attempt under way: counted only if it succeeds, or they would count twice. */
  readonly #unknown: string[] = [];
  #value: unknown;
  #end = -1;

  constructor(shape: Shape, context: RecordContext) {
    this.#shape = shape;
    this.#context = context;
  }

  /** The `attempt` for `records`. */
  readonly attempt = (chunk: Uint8Array, start: number): number => {
    this.#end = -1;
    if (chunk[start] !== OPEN_OBJECT) return -1;
    this.#unknown.length = 0;
    const cursor: Cursor = { bytes: chunk, at: start };
    try {
      this.#value = projectAt(cursor, this.#shape, this.#onUnknown);
      this.#end = cursor.at;
    } catch (error) {
      if (!(error instanceof ProvisoError) || error.code !== "INPUT_MALFORMED") throw error;
    }
    return this.#end;
  };

  /** The record's value: from the attempt where that succeeded, otherwise as `readRecord` gives it. */
  take(raw: RawRecord): Record<string, unknown> | undefined {
    if (this.#end === -1) return readRecord(raw, this.#shape, this.#context);
    this.#end = -1;
    for (const path of this.#unknown) this.#context.report.countUnknown(path);
    return this.#value as Record<string, unknown>;
  }

  readonly #onUnknown = (path: string): void => {
    this.#unknown.push(path);
  };
}
