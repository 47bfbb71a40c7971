/**
 * The contract every recognizer keeps. One recognizer is one small file that exports one
 * `Recognizer`, one line in `recognizers/all.ts` and one folder of cases in `conformance/redact`.
 *
 * A recognizer never walks the text. It says what to be called for, and looks around from there:
 * a bounded distance (a few hundred bytes) or, where a value can be long, forward over the value only. So the whole
 * scan stays linear in the text, whatever the text is.
 */
import type { EntityType, Validation } from "../entity.ts";
import type { NumberRun } from "../scan/number-run.ts";
import type { Text } from "../scan/text.ts";

/** Reports a finding. Offsets are those of `text.bytes`, end exclusive, inside the document. */
export type Emit = (
  type: EntityType,
  start: number,
  end: number,
  score: number,
  validation: Validation,
) => void;

export interface Literal {
  /** At least two bytes, or one byte of punctuation that is rare in prose (`@`). */
  readonly text: string;
  /** ASCII letters match in either case. Default false. */
  readonly ignoreCase?: boolean;
  /** Neither a letter nor a digit may stand before it. Default false. */
  readonly wordStart?: boolean;
  /** Neither a letter nor a digit may stand after it. Default false. */
  readonly wordEnd?: boolean;
}

export interface Recognizer {
  /** Kebab case, the same as the file's name. */
  readonly name: string;
  readonly types: readonly EntityType[];
  /** What it reports are flags on the whole document (GDPR Article 9), not spans to redact. */
  readonly flags?: true;
  /** What it reports is text in another encoding, to be decoded and looked into. */
  readonly regions?: true;
  /** What it reports was redacted before: nothing is found in it again. */
  readonly done?: true;

  /** Forms that are asked one by one in its place, under its name. */
  readonly parts?: readonly Recognizer[];

  /** Fixed words and prefixes; `atLiteral` is called where one stands. */
  readonly literals?: readonly Literal[];
  readonly atLiteral?: (text: Text, start: number, end: number, literal: number, emit: Emit) => void;

  /** How many digits a number has: fewest and most, over a window of whole groups of the run. */
  readonly digits?: {
    readonly min: number;
    readonly max: number;
    /** Bit n, below 32, for each number of digits n that there is; without it all in between. */
    readonly only?: number;
  };
  /** Called once per run of which some window of whole groups has as many digits: see `NumberRun.sizes`. */
  readonly atNumber?: (text: Text, run: NumberRun, emit: Emit) => void;

  /** How many bytes a token has: a maximal run of ASCII letters and digits that has both. */
  readonly token?: { readonly min: number; readonly max: number };
  /** Called once per such token. Neighbours (`-`, `_`, spaces) are for the recognizer to look at. */
  readonly atToken?: (text: Text, start: number, end: number, emit: Emit) => void;
}
