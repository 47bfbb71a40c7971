/**
 * Text -> **Finding** -> redact
 *
 * One thing that was found in a text, and why it is believed. Holds no copy of the value: whoever
 * has the text has it, and nobody else should.
 */
import type { EntityType, Validation } from "./entity.ts";

export interface Finding {
  readonly type: EntityType;
  /** Offsets in UTF-16 code units, as JavaScript counts; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** 0 to 1. Below the profile's threshold a finding is not acted on. */
  readonly score: number;
  /** The recognizer's name: its file in `recognizers/`, or the custom recognizer's own. */
  readonly recognizer: string;
  readonly validation: Validation;
}

/** A value that is known to stand in a document, without its place: what a model of the user's has found. */
export interface KnownValue {
  readonly type: EntityType;
  readonly value: string;
  readonly score: number;
}
