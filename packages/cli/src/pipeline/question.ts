/**
 * **Question**: what the user asks of which files -> open
 *
 * The nouns of the pipeline that `scan`, `decide` and `explain` share.
 */
import type { Decision, Prepared } from "@proviso/core/decision";
import type { Event, Purpose } from "@proviso/core/events";
import type { Facts } from "@proviso/core/facts";
import type { Conversation, Report } from "@proviso/core/sources";
import type { Packs } from "../packs/load.ts";

export interface Question {
  /** Exports: files, folders or zips. */
  readonly paths: readonly string[];
  /** A timeline in YAML. */
  readonly account?: string;
  /** CloudEvents JSONL files. */
  readonly events?: readonly string[];
  /** Product, policy or `policy@version`; without it the export's format decides. */
  readonly policy?: string;
  /** Folders with policy packs. */
  readonly policies: readonly string[];
  /** Valid time, epoch milliseconds. */
  readonly at: number;
  /** Knowledge time, epoch milliseconds; Infinity for all that is recorded. */
  readonly known: number;
  readonly strict: boolean;
  readonly purposes?: readonly Purpose[];
  /** Decide single items too. */
  readonly items?: boolean;
  /** Read the text of items too. */
  readonly content?: boolean;
}

export interface Decided {
  readonly conversation: Conversation;
  readonly product: string;
  readonly prepared: Prepared;
  readonly facts: Facts;
  readonly decision: Decision;
  /** What the export and the logs tell of the conversation, in order. */
  readonly events: readonly Event[];
  readonly items: readonly { readonly facts: Facts; readonly decision: Decision }[];
}

export interface OpenedInput {
  readonly name: string;
  readonly format: string;
  readonly title: string;
  readonly product: string;
  readonly files: number;
  readonly report: Report;
}

/** What is known of the account before any conversation is read. */
export interface History {
  /** What the timeline gives, as sentences; empty without one. */
  readonly timeline: string | undefined;
  readonly events: number;
  /** Event types this version does not know, with how often each was met. */
  readonly foreign: ReadonlyMap<string, number>;
}

export interface Opened {
  readonly inputs: readonly OpenedInput[];
  readonly packs: Packs;
  /** Uncompressed bytes to read, where every file says. */
  readonly totalBytes: number | undefined;
  readonly history: History;
  /** Things the user should know, found while deciding; complete once `decisions` has ended. */
  readonly notes: readonly string[];
  /** Streams one decision per conversation, in the order of the export. May be called once. */
  decisions(): AsyncIterable<Decided>;
}

export interface Hooks {
  /** Hears of all that is known before an input's conversations are read: accounts, holds, completeness. */
  readonly onHistory?: (events: readonly Event[]) => void;
  readonly onProgress?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}
