/**
 * Redacted turns -> one **row** of a training set
 *
 * A format is one file that exports one `Format`, and one line in formats.ts.
 */
import type { Turn } from "../turn.ts";
import type { Shape } from "./fit.ts";

export interface Format {
  readonly name: string;
  /** One phrase for a reader. */
  readonly says: string;
  /** How rows are written down. */
  readonly encoding: "jsonl" | "parquet";
  /** Names of a row's list of messages, and of speaker and text in each. */
  readonly fields: { readonly list: string; readonly speaker: string; readonly text: string };
  /** Which turns it takes. */
  readonly shape: Shape;
  /** Takes what `fit` gave for its shape. Pure: equal turns, equal row. */
  row(turns: readonly Turn[]): Readonly<Record<string, unknown>>;
}
