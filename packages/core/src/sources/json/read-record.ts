/**
 * Raw record x Shape -> projected value, with malformed records counted and placed
 *
 * The one place where an importer's syntax errors become entries of the report.
 */
import { ProvisoError } from "../../errors.ts";
import type { Report } from "../report.ts";
import type { RawRecord } from "./lines.ts";
import { project } from "./project.ts";
import type { Shape } from "./shape.ts";

export interface RecordContext {
  readonly file: string;
  readonly report: Report;
  readonly strict: boolean;
  /** What to do with a key that the shape does not name; by default the report counts it. */
  readonly onUnknown?: (path: string) => void;
}

/**
 * The projected object, or undefined when the record is malformed or not an object (then counted).
 * @throws ProvisoError INPUT_MALFORMED under `strict`
 */
export function readRecord(
  raw: RawRecord,
  shape: Shape,
  { file, report, strict, onUnknown = (path) => report.countUnknown(path) }: RecordContext,
): Record<string, unknown> | undefined {
  try {
    const value = project(raw.bytes, shape, onUnknown);
    if (isObject(value)) return value;
    report.malformed("the record is not an object", { file, line: raw.line, offset: raw.offset }, strict);
  } catch (error) {
    if (!(error instanceof ProvisoError) || error.code !== "INPUT_MALFORMED") throw error;
    if (error.place.file !== undefined) throw error;
    const offset = raw.offset + (error.place.offset ?? 0);
    report.malformed(error.message, { file, line: raw.line, offset }, strict);
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
