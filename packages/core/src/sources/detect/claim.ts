/**
 * Heads x a format's test -> the files that an importer claims
 */
import type { Input, SourceFile } from "../source.ts";
import { headOf, type JsonObject } from "./head.ts";

/** Names under which exports of JSON records are kept; a lone file may have any name. */
const READABLE = /\.(?:jsonl?|ndjson|log|txt)$/i;

/** The files of `input` of which one of the first records passes `recognises`. */
export async function claim(
  input: Input,
  recognises: (record: JsonObject, file: SourceFile) => boolean,
): Promise<readonly SourceFile[]> {
  const claimed: SourceFile[] = [];
  for (const file of input.files) {
    if (input.files.length > 1 && !READABLE.test(file.path)) continue;
    const head = await headOf(file);
    if (head?.records.some((record) => recognises(record, file))) claimed.push(file);
  }
  return claimed;
}
