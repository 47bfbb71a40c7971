/**
 * What to keep of a JSON value; the input of `project`.
 *
 * Importers declare what they read as data. What a shape does not name is never decoded.
 */

/** A string's part of a shape. */
export type TextShape = "value" | "date" | "skip" | "measure" | "text" | { readonly prefix: number };

/** An object's fields by name; others are passed over and reported. */
export interface Fields {
  readonly [key: string]: Shape;
}

/** What to do by the type that is found; an object or array with no entry is passed over and reported. */
export interface ByType {
  /** Default `value`. */
  readonly string?: TextShape;
  /** Yields an object with those of these properties that are there and not skipped. */
  readonly object?: Fields;
  /** Passes over keys that `object` does not name without reporting them; for open sets of keys. */
  readonly rest?: "skip";
  /** An object with arbitrary keys: yields a Map. Not together with `object`. */
  readonly map?: Shape;
  /** Yields an array. */
  readonly array?: Shape;
}

/**
 * - `value`: as JSON.parse gives it.
 * - `date`: epoch milliseconds for a string such as `2026-08-01T10:00:01.123456Z`, the same as
 *   parseInstant would give; anything else as `value`, for parseInstant to judge.
 * - `skip`: undefined, nothing reported.
 * - `measure`: number of bytes as encoded: a string without its quotes, null 0, else the JSON text.
 * - `text`: `Measured`: the same number, with the decoded string (or the JSON text of another value).
 * - `{ prefix: n }`: a string's first n UTF-16 code units; another value as `value`.
 * - by type: null, booleans and numbers are always kept.
 */
export type Shape = TextShape | ByType;

export interface Measured {
  readonly bytes: number;
  readonly text: string;
}

/** Bytes of a `measure` or `text` result; 0 where the field was absent. */
export function bytesOf(measured: unknown): number {
  if (typeof measured === "number") return measured;
  return isMeasured(measured) ? measured.bytes : 0;
}

/** Text of a `text` result, otherwise undefined. */
export function textOf(measured: unknown): string | undefined {
  return isMeasured(measured) ? measured.text : undefined;
}

function isMeasured(value: unknown): value is Measured {
  return typeof value === "object" && value !== null && "bytes" in value && "text" in value;
}
