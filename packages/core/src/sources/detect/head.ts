/**
 * A file's first 64 KiB -> its first records and their layout, for `detect`
 *
 * Every importer asks about every file, so a head is kept per file object: a folder of a thousand
 * sessions is opened once, not once per format.
 */
import type { SourceFile } from "../source.ts";
import { partialJson } from "./partial-json.ts";

const HEAD_BYTES = 64 * 1024;
const MOST_RECORDS = 4;

export interface Head {
  /** `lines`: one value per line; `array`: elements of one array; `single`: one value, one file. */
  readonly layout: "lines" | "array" | "single";
  /** The first objects, with long strings and arrays cut short; the last may be cut anywhere. */
  readonly records: readonly JsonObject[];
}

export type JsonObject = { readonly [key: string]: unknown };

const heads = new WeakMap<SourceFile, Promise<Head | undefined>>();

/** Undefined for a file that does not begin with JSON objects, is not text, or cannot be read. */
export function headOf(file: SourceFile): Promise<Head | undefined> {
  const known = heads.get(file);
  if (known !== undefined) return known;
  const reading = readHead(file).catch(() => undefined);
  heads.set(file, reading);
  return reading;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function readHead(file: SourceFile): Promise<Head | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of file.open()) {
    text += decoder.decode(chunk.subarray(0, HEAD_BYTES - bytes), { stream: true });
    bytes += chunk.length;
    if (bytes >= HEAD_BYTES) break;
  }
  return headOfText(text);
}

function headOfText(text: string): Head | undefined {
  const start = text.search(/[^ \t\r\n]/);
  if (text[start] === "[") {
    const { value } = partialJson(text, start);
    const records = (Array.isArray(value) ? value : []).filter(isObject).slice(0, MOST_RECORDS);
    return records.length === 0 ? undefined : { layout: "array", records };
  }
  if (text[start] !== "{") return undefined;
  const records: JsonObject[] = [];
  let layout: Head["layout"] = "lines";
  for (let at = start; records.length < MOST_RECORDS && at < text.length; ) {
    const { value, end, whole } = partialJson(text, at);
    if (!isObject(value)) break;
    records.push(value);
    // A newline inside a record means that records are not lines: JSON strings cannot hold one.
    if (text.slice(at, end).trim().includes("\n")) layout = "single";
    // A damaged line must not hide the good ones after it.
    const next = whole ? end : text.indexOf("\n{", end) + 1;
    if (next === 0) break;
    at = next;
  }
  return records.length === 0 ? undefined : { layout, records };
}
