/**
 * Records of many conversations in any order -> conversations, each once and whole
 *
 * Two passes over the files. Memory: what LastSeen holds, plus the items of the conversations that
 * have begun and not yet ended at the current record.
 */
import type { Conversation } from "../conversation.ts";
import type { RawRecord, RecordOptions } from "../json/lines.ts";
import type { Report } from "../report.ts";
import type { ReadOptions, SourceFile } from "../source.ts";
import { fileProgress } from "./file-progress.ts";
import { LastSeen } from "./last-seen.ts";
import type { Thread } from "./thread.ts";

export interface Grouping<T extends Thread> {
  readonly files: readonly SourceFile[];
  /** The file's records, one by one or in batches. */
  open(file: SourceFile, options: RecordOptions): AsyncIterable<RawRecord | Iterable<RawRecord>>;
  /** First pass: says what the record belongs to. MUST NOT report; an unreadable record says nothing. */
  scan(raw: RawRecord, file: SourceFile, see: (key: string) => void, seen: LastSeen): void;
  /** Second pass: adds the record to its threads and returns those it touched. */
  apply(raw: RawRecord, file: SourceFile, threads: Threads<T>, seen: LastSeen): readonly T[];
  make(id: string): T;
  readonly report: Report;
  readonly options: ReadOptions;
}

/** The conversations that are open. */
export class Threads<T extends Thread> {
  readonly #open = new Map<string, T>();
  readonly #make: (id: string) => T;

  constructor(make: (id: string) => T) {
    this.#make = make;
  }

  of(id: string): T {
    const known = this.#open.get(id);
    if (known !== undefined) return known;
    const made = this.#make(id);
    this.#open.set(id, made);
    return made;
  }

  close(id: string): void {
    this.#open.delete(id);
  }

  rest(): Iterable<T> {
    return this.#open.values();
  }
}

/** Yields each conversation after its last record; those whose end the first pass could not see, at the end. */
export async function* grouped<T extends Thread>(grouping: Grouping<T>): AsyncGenerator<Conversation> {
  const { files, report, options } = grouping;
  const seen = new LastSeen();
  let ordinal = 0;
  for (const file of files) {
    for await (const some of grouping.open(file, { isUtf8: unchecked })) {
      for (const raw of batchOf(some)) {
        const at = ordinal;
        grouping.scan(raw, file, (key) => seen.see(key, at), seen);
        ordinal += 1;
      }
    }
  }
  seen.settle();

  const threads = new Threads((id) => grouping.make(id));
  ordinal = 0;
  for (const file of files) {
    const onProgress = fileProgress(report, options.onProgress);
    for await (const some of grouping.open(file, { isUtf8: options.isUtf8, onProgress })) {
      for (const raw of batchOf(some)) {
        const touched = grouping.apply(raw, file, threads, seen);
        for (const thread of touched.length > 1 ? new Set(touched) : touched) {
          if (!seen.isLast(thread.id, ordinal)) continue;
          threads.close(thread.id);
          if (!thread.isEmpty) yield thread.finish(report);
        }
        ordinal += 1;
      }
    }
  }
  for (const thread of threads.rest()) {
    if (!thread.isEmpty) yield thread.finish(report);
  }
}

function batchOf(some: RawRecord | Iterable<RawRecord>): Iterable<RawRecord> {
  return "bytes" in some ? [some] : some;
}

/** The second pass checks; the first only looks for keys. */
const unchecked = (): boolean => true;
