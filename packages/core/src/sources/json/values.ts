/**
 * A JSON file of any layout -> its records, as bytes
 *
 * Loggers write JSON Lines, download buttons write one array or one object, and the same format
 * comes as any of them: the head tells which.
 */
import { headOf } from "../detect/head.ts";
import type { SourceFile } from "../source.ts";
import { lines, type RawRecord, type RecordOptions } from "./lines.ts";
import { records } from "./records.ts";

export interface Wrapping {
  /** Members of a top-level object that may hold the records. */
  readonly under: readonly string[];
  /** Whether each line of a JSON Lines file may be such an object, which then is a record itself. */
  readonly perLine: boolean;
}

/** The file's lines, the elements of its array or of its wrapper, or its one object. */
export async function* values(
  file: SourceFile,
  { isUtf8, onProgress }: RecordOptions,
  wrapping: Wrapping = { under: [], perLine: true },
): AsyncGenerator<RawRecord> {
  const head = await headOf(file);
  const only = head?.records.length === 1 ? head.records[0] : undefined;
  const under = only === undefined ? undefined : wrapping.under.find((name) => Array.isArray(only[name]));
  const wrapped = under !== undefined && (head?.layout === "single" || !wrapping.perLine);
  if (wrapped && head?.layout !== "array") yield* records(file, { isUtf8, onProgress, under });
  else if (head === undefined || head.layout === "lines") yield* lines(file, { isUtf8, onProgress });
  else yield* records(file, { isUtf8, onProgress });
}
