/**
 * Archive x axis -> **CompareTable** -> rows, Markdown, HTML, CSV
 *
 * What the documents of several vendors say on one axis. What was not found is said to be not found in the
 * text, and what we cannot see is said to be not visible: neither is "no".
 */
import type { Axis, AxisFact, DocumentName } from "@proviso/core/terms";
import type { Queued } from "../health/queued.ts";

export interface CompareTable {
  readonly axis: Axis;
  /** Milliseconds since 1970, UTC: the texts are those of that time. */
  readonly at: number;
  /** By service, then type and region. */
  readonly documents: readonly ComparedDocument[];
}

export interface ComparedDocument {
  readonly document: DocumentName;
  readonly sight: Sight;
  /** The text that was last seen well; undefined if there was none. */
  readonly text: ComparedText | undefined;
  /** What that text says, each thing once, in its order; none: not found in the text. */
  readonly facts: readonly ComparedFact[];
}

/** `in-doubt`: it was seen, and there is a reason to look again, if only that nobody did for long. */
export type Sight =
  | { readonly is: "seen" }
  | {
      readonly is: "in-doubt" | "not-visible";
      readonly signal: Queued["signal"] | undefined;
      readonly reason: string;
      /** Milliseconds since 1970, UTC; undefined if it was never seen. */
      readonly since: number | undefined;
    };

export interface ComparedText {
  readonly version: string;
  /** Milliseconds since 1970, UTC: when it was first seen. */
  readonly at: number;
}

export interface ComparedFact extends Omit<AxisFact, "provision"> {
  /** Its values in words. */
  readonly says: string;
  /** How many sentences of the text say it. */
  readonly times: number;
}
