/**
 * Projected values -> typed fields, with what cannot be right named in the report
 */
import { parseInstant } from "./instant.ts";
import type { RawRecord } from "./json/lines.ts";
import type { RecordContext } from "./json/read-record.ts";

export type Json = { readonly [key: string]: unknown };

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Map);
}

/** The object, or an empty one whose every field is absent. */
export function objectOf(value: unknown): Json {
  return isJson(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A string with something in it. Ids may be numbers in hand-made files, so those count too. */
export function nameOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The first of `values` that is a non-empty string. */
export function firstName(...values: readonly unknown[]): string | undefined {
  for (const value of values) {
    const name = nameOf(value);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Where `field` of a record lies, for messages. */
export interface FieldPlace {
  readonly raw: Pick<RawRecord, "line" | "offset">;
  readonly context: RecordContext;
}

/**
 * The instant of a date field; undefined where absent, and where no calendar has the date, which the
 * report then names.
 * @throws ProvisoError INPUT_MALFORMED for an impossible date under `strict`
 */
export function instantOf(value: unknown, field: string, { raw, context }: FieldPlace): number | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  const instant = parseInstant(value);
  if (instant === undefined) {
    const shown =
      typeof value === "string" || typeof value === "number"
        ? `\`${String(value).slice(0, 40)}\``
        : "the value";
    const place = { file: context.file, line: raw.line, field };
    context.report.problem(`${shown} is not a date`, place, context.strict);
  }
  return instant;
}
