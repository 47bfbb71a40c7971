/**
 * Texts -> **RedactedDocument** -> export
 *
 * The texts of one conversation with what must not be in them replaced, and how often what was.
 */
import type { EntityType } from "./entity.ts";
import type { Finding } from "./finding.ts";

export interface RedactedDocument {
  /** In the order and number of what was given. */
  readonly texts: readonly string[];
  readonly counts: ReadonlyMap<EntityType, number>;
  /** Per text: the special categories (GDPR Article 9) that it speaks of, each once. */
  readonly flags: readonly (readonly EntityType[])[];
  /** Per text, by position; offsets are those of the text that was given. */
  readonly findings: readonly (readonly Finding[])[];
}

/** A finding in a file. */
export interface LineFinding extends Omit<Finding, "start" | "end"> {
  /** Counts from 0 within the bytes that were given. */
  readonly line: number;
  /** Bytes from the beginning of the line; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface RedactedLines {
  /** As many lines as were given. */
  readonly bytes: Uint8Array;
  readonly counts: ReadonlyMap<EntityType, number>;
  /** By type, how many lines (or, in plain text, how many blocks) speak of a special category. */
  readonly flags: ReadonlyMap<EntityType, number>;
}
