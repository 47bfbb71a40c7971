/**
 * Decision x Conversation -> **Selection** -> redact
 *
 * The permitted part of one conversation, or the reason why nothing of it goes in.
 */
import type { Turn } from "./turn.ts";

/** Reason codes of the export itself; all others are those of rules and of the engine. */
export const EXPORT_REASONS = {
  /** Lies on a branch that is not shown. */
  hidden: "HIDDEN_BRANCH",
  /** Carries a reservation against training, or consists of pages that do. */
  reserved: "CONTENT_RESERVED",
  /** Says nothing: an image, a file, an empty message. */
  noText: "NO_TEXT",
  /** No item of it may go in, though the conversation may. */
  nothingLeft: "NOTHING_LEFT",
  /** A conversation of the same id has gone in before. */
  repeated: "REPEATED",
  /** The format needs an answer after it, and there is none. */
  noAnswer: "NO_ANSWER",
  /** The format needs a question before it, and there is none. */
  noQuestion: "NO_QUESTION",
  /** Holds what the profile leaves out as a special category of data. */
  flagged: "SPECIAL_CATEGORY",
} as const;

export type Selection = Selected | Withheld;

export interface Selected {
  readonly kind: "selected";
  readonly turns: readonly Turn[];
  /** Ids of the items that the turns were made of, in the same order. They go into no file. */
  readonly ids: readonly string[];
  /** Reason -> items of the conversation that stay out. */
  readonly left: ReadonlyMap<string, number>;
  /** Signal -> pages that were taken out of items, or could not be read. */
  readonly signals: ReadonlyMap<string, number>;
  /** Of the rules that let it and its items in, each once. */
  readonly obligations: readonly string[];
}

export interface Withheld {
  readonly kind: "withheld";
  readonly reason: string;
  /** `cannot-tell`: it might be permitted, were an unknown fact known. */
  readonly end: "not-used" | "cannot-tell";
  readonly left: ReadonlyMap<string, number>;
  readonly signals: ReadonlyMap<string, number>;
}
